"""The peer: pandas and pandera doing the same: read, parse, check, report every fault, store what is good.

Usage: python -m benchmarks.load_peer JOBS MEMBERS FOLDER
"""

import sys
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pandera.pandas as pa

from pipelines.ingest.clean.parsers import PARSERS
from pipelines.schemas.checks import Moment
from pipelines.schemas.column import Column, Kind
from pipelines.schemas.pandera_models import DTYPES, record_model
from pipelines.schemas.registry import record
from pipelines.store.person_code import pseudonyms
from pipelines.vocabulary.words.records import HEADINGS

JOBS = record("jobs")
TODAY = date(2026, 11, 27)
MOMENT = Moment(today=TODAY, pilot_start=date(2026, 1, 5))
CSV = {"sep": ";", "encoding": "cp1252", "dtype": str, "keep_default_na": False}


def main(source: Path, members: Path, folder: Path) -> None:
    """Load the jobs file the way an analyst would with pandas and pandera."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {heading: name for name, heading in HEADINGS["jobs"].items()}
    texts = pd.read_csv(source, **CSV).rename(columns=names)
    known = pd.read_csv(members, usecols=[HEADINGS["members"]["member_id"]], **CSV).iloc[:, 0]
    frame, said = _parsed(texts)
    broken = _broken(frame)
    orphans = frame.index[~frame["client_id"].isin(known)]
    rejected = set(broken["index"].dropna()) | set(orphans) | set(said.loc[said["value"].isna(), "row"])
    good = frame.drop(index=list(rejected))
    codes = pseudonyms(b"k" * 32, good["client_id"].unique())
    good = good.assign(client_id=good["client_id"].map(codes), description=None)
    _store(folder, good, said, broken)


def _parsed(texts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the typed frame, and what the parsers said: row, column, reason, value."""
    frame, said = {}, []
    for column in JOBS.columns:
        cells = texts[column.name]
        values = _canonical(cells, column)
        left = cells[values.isna() & (cells != "")]
        answers = {text: PARSERS[column.kind](text, column=column, today=TODAY) for text in left.unique()}
        parsed = left.map(lambda text, answers=answers: answers[text].value)
        frame[column.name] = _typed(values.astype(object).where(values.notna(), parsed), column)
        reasons = left.map(lambda text, answers=answers: str(answers[text].fault or answers[text].repair))
        said.append(
            pd.DataFrame(
                {"row": left.index, "column": column.name, "reason": reasons, "value": parsed.astype(str)}
            )
        )
    return pd.DataFrame(frame), pd.concat(said)


def _canonical(cells: pd.Series, column: Column) -> pd.Series:
    if column.kind is Kind.DATE:
        return pd.to_datetime(cells, format="%d-%m-%Y", errors="coerce")
    if column.kind in {Kind.HOURS, Kind.MONEY, Kind.DECIMAL}:
        return pd.to_numeric(cells.str.replace(",", ".", regex=False), errors="coerce")
    if column.kind is Kind.CHOICE:
        return cells.where(cells.isin(column.allowed))
    if column.kind in {Kind.IDENTIFIER, Kind.REFERENCE}:
        return cells.where(cells.str.fullmatch(f"{column.prefix}[0-9]{{{column.digits},9}}"))
    if column.kind is Kind.TEXT:
        return cells.where(cells.str.len().between(12, column.max_length or 1000))
    return pd.Series(pd.NA, index=cells.index)


def _typed(values: pd.Series, column: Column) -> pd.Series:
    dtype = DTYPES[column.kind.storage]
    if column.kind is Kind.DATE:
        return pd.to_datetime(values, errors="coerce").astype("datetime64[us]")
    return values if dtype is None else values.astype(dtype)


def _broken(frame: pd.DataFrame) -> pd.DataFrame:
    try:
        record_model(JOBS, moment=MOMENT).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as broken:
        return broken.failure_cases[["index", "column", "check"]].astype({"check": str, "column": str})
    return pd.DataFrame({"index": [], "column": [], "check": []})


def _store(folder: Path, good: pd.DataFrame, said: pd.DataFrame, broken: pd.DataFrame) -> None:
    with duckdb.connect(str(folder / "peer.duckdb")) as connection:
        for name, frame in (("jobs", good), ("said", said), ("broken", broken)):
            connection.register("frame", frame)
            connection.execute(f"CREATE OR REPLACE TABLE {name} AS FROM frame")
            connection.unregister("frame")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
