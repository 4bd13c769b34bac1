"""The catalogue is whole: 58 figures, each with words, a policy, a spec, and SQL for both engines."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.metrics.catalogue import BY_ID, FIGURES, HEADLINE
from pipelines.metrics.compiled import Wanted, statements, wanted_for
from pipelines.release.policy import AUDIENCES, ONE_BRANCH, Policy
from pipelines.stats.estimates import Caveat
from pipelines.vocabulary.words.figures import WORDS
from pipelines.vocabulary.words.figures.caveats import CAVEATS
from pipelines.vocabulary.words.figures.labels import LABELS, UNITS
from tests.lib.figures import CACHE

SPEC = Path(__file__).parents[2] / "spec"
SOURCE = Path(__file__).parents[3] / "pipelines"
CATALOGUE = list(csv.DictReader((SPEC / "kpis.csv").read_text(encoding="utf-8").splitlines()))


def test_every_figure_of_the_catalogue_is_there_in_its_order():
    assert [(row["id"], row["code"], int(row["tier"])) for row in CATALOGUE] == [
        (figure.id, figure.code, figure.tier) for figure in FIGURES.values()
    ]
    assert len(HEADLINE) == 13
    assert BY_ID["A1"] == "participating_tenants"


def test_labels_are_those_of_the_catalogue_and_every_figure_is_explained():
    assert {row["code"]: row["label_nl"] for row in CATALOGUE} == LABELS
    assert set(WORDS) == set(FIGURES)
    assert {figure.unit for figure in FIGURES.values()} <= set(UNITS)


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda audience: audience.value)
def test_each_audience_sees_what_the_catalogue_says(audience):
    policy = Policy(audience=audience, smallest=None)
    for row in CATALOGUE:
        assert policy.sight(row["code"]).value == (row[audience.value] or "-"), row["code"]
    assert {row["code"] for row in CATALOGUE if row["audience_note"] == "klus; zorg"} == ONE_BRANCH


def test_every_figure_has_a_drawn_table_spec():
    written = " ".join(file.read_text(encoding="utf-8") for file in (SPEC / "figures").glob("test_*.py"))
    missing = [figure.id for figure in FIGURES.values() if not re.search(rf'"{figure.id}"', written)]
    assert not missing


def test_every_caveat_has_a_sentence():
    given = re.compile(r'(?:found\.append\(|caveats=\(|FEW_CASES = |_SHOW = |_OUT = |_CUT = )"([a-z_]+)"')
    folders = (SOURCE / "evaluate", SOURCE / "release")
    codes = {
        code for folder in folders for file in folder.glob("*.py") for code in given.findall(file.read_text())
    }
    assert {"indicative", "few_cases", "te_weinig_om_te_tonen"} <= codes
    of_statistics = {
        caveat
        for caveat in Caveat
        for file in (SOURCE / "stats").glob("*.py")
        if file.name in {"proportions.py", "means.py", "rates.py", "survival.py", "concentration.py"}
        and f"Caveat.{caveat.name}" in file.read_text(encoding="utf-8")
    }
    assert codes | {str(caveat) for caveat in of_statistics} <= set(CAVEATS)


def test_every_figure_compiles_for_spark_without_spark():
    wanted = [item for code in FIGURES for item in wanted_for(code)]
    made = statements(wanted, cache=CACHE, dialect="pyspark")
    assert all(sql.startswith(("SELECT", "WITH")) for sql in made.values())


def test_no_date_is_written_into_the_sql_and_every_figure_asks_for_its_date():
    made = statements([Wanted(code=code, kind="tally") for code in FIGURES], cache=CACHE)
    for item, sql in made.items():
        assert "DATE '" not in sql, item.code
        assert "CAST($as_of AS DATE)" in sql, item.code


def test_the_catalogue_is_read_without_the_compiler():
    script = (
        "import sys, pipelines.metrics.compiled, pipelines.release.desk;"
        "print([name for name in ('ibis', 'sqlglot', 'pandas', 'pandera', 'streamlit') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
