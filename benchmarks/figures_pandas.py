"""The same ten figures as an analyst would write them in pandas, from Parquet files with the columns they need."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import pandas as pd

from benchmarks.figures_data import AS_OF, FIRST

THEN, SINCE = pd.Timestamp(AS_OF), pd.Timestamp(FIRST)
REFUSED = ["niet_voor_ons", "doorverwezen", "dubbel"]
CLOSED = ["ingetrokken_klant", "niet_mogelijk", "niet_voor_ons", "doorverwezen"]
COLUMNS = {
    "jobs": ["job_id", "client_id", "reported_on", "landlord_at_report", "category", "urgency", "responsibility", "status",
             "first_response_on", "appointment_first_on", "completed_on", "closed_on", "close_reason", "redo_of", "payer"],
    "care_visits": ["visit_id", "care_id", "helper_id", "planned_on", "status", "replaces_id"],
    "care_requests": ["care_id", "client_id"],
    "members": ["member_id", "household_id", "tenancy_status", "duplicate_of"],
    "vog_checks": ["helper_id", "issued_on", "original_seen_on", "status"],
    "calendar": ["day", "wd_idx"],
}  # fmt: skip


class Frames:
    """The records as data frames, each read once when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, table: str) -> pd.DataFrame:
        """Read the columns the figures need of one record."""
        return pd.read_parquet(self._folder / f"{table}.parquet", columns=COLUMNS[table])

    @cached_property
    def persons(self) -> pd.Series:
        """Which person a record of a person is."""
        members = self.read("members").set_index("member_id")
        return members["duplicate_of"].fillna(members.index.to_series())

    @cached_property
    def jobs(self) -> pd.DataFrame:
        """Jobs reported by then, with their person."""
        jobs = self.read("jobs")
        jobs = jobs[jobs["reported_on"] <= THEN].copy()
        jobs["person"] = jobs["client_id"].map(self.persons).fillna(jobs["client_id"])
        jobs["done"] = (jobs["status"] == "afgerond") & (jobs["completed_on"] <= THEN)
        jobs["closed"] = jobs["status"].isin(CLOSED) & (jobs["closed_on"] <= THEN)
        undone = (jobs["status"].isin(["afgerond", *CLOSED])) & ~jobs["done"] & ~jobs["closed"]
        jobs["taken_on"] = jobs["done"] | (undone & (jobs["first_response_on"] <= THEN))
        return jobs.rename(columns={"landlord_at_report": "landlord"})

    @cached_property
    def visits(self) -> pd.DataFrame:
        """Visits planned up to then, with their person."""
        visits = self.read("care_visits")
        visits = visits[visits["planned_on"] <= THEN].copy()
        clients = self.read("care_requests").set_index("care_id")["client_id"]
        client = visits["care_id"].map(clients)
        visits["person"] = client.map(self.persons).fillna(client).fillna(visits["visit_id"])
        return visits


def tenants(frames: Frames) -> pd.DataFrame:
    """A1: one row per person whose job was taken on."""
    members = frames.read("members").set_index("member_id")
    jobs = frames.jobs[frames.jobs["taken_on"] & (frames.jobs["reported_on"] >= SINCE)]
    tenancy = jobs["client_id"].map(members["tenancy_status"])
    jobs = jobs[tenancy.isin(["hoofdhuurder", "medehuurder", "inwonend"])]
    first = jobs.sort_values(["reported_on", "job_id"]).drop_duplicates("person")
    return first.assign(on=first["reported_on"], hit=True)


def care_clients(frames: Frames) -> pd.DataFrame:
    """A2: one row per person with an executed visit."""
    visits = frames.visits[(frames.visits["status"] == "uitgevoerd") & (frames.visits["planned_on"] >= SINCE)]
    first = visits.groupby("person", as_index=False)["planned_on"].min()
    return first.assign(on=first["planned_on"], hit=True)


def completed(frames: Frames) -> pd.DataFrame:
    """B5: one row per finished job."""
    jobs = frames.jobs[frames.jobs["done"] & (frames.jobs["completed_on"] >= SINCE)]
    hit = pd.Series(True, jobs.index, dtype="boolean").mask(jobs["redo_of"].notna())
    return jobs.assign(on=jobs["completed_on"], hit=hit, month=jobs["completed_on"].dt.strftime("%Y-%m"))


def unfulfilled(frames: Frames) -> pd.DataFrame:
    """B6: one row per decided job."""
    jobs = frames.jobs
    jobs = jobs[jobs["done"] | jobs["closed"] | (jobs["status"] == "dubbel")]
    on = jobs["completed_on"].where(jobs["done"]).fillna(jobs["closed_on"]).fillna(jobs["reported_on"])
    solved = (jobs["close_reason"] == "klant_zelf_opgelost").fillna(value=False)
    not_done = jobs["status"].isin(["ingetrokken_klant", "niet_mogelijk"]) & ~solved
    reason = jobs["close_reason"].fillna("onbekend").where(not_done)
    made = jobs.assign(
        on=on, hit=not_done.astype("boolean").mask(jobs["status"].isin(REFUSED)), close_reason=reason
    )
    return made[made["on"] >= SINCE]


def first_time_right(frames: Frames) -> pd.DataFrame:
    """B7: one row per finished job that is no redo."""
    redo = frames.jobs[frames.jobs["redo_of"].notna() & (frames.jobs["status"] != "dubbel")]
    redone = redo.groupby("redo_of")["reported_on"].min()
    jobs = frames.jobs[
        frames.jobs["done"] & frames.jobs["redo_of"].isna() & (frames.jobs["completed_on"] >= SINCE)
    ]
    days = (jobs["job_id"].map(redone) - jobs["completed_on"]).dt.days
    old = (THEN - jobs["completed_on"]).dt.days >= 30
    return jobs.assign(on=jobs["completed_on"], hit=(~(days <= 30)).astype("boolean").where(old))


def appointment_kept(frames: Frames) -> pd.DataFrame:
    """B8: one row per finished job."""
    jobs = frames.jobs[frames.jobs["done"] & (frames.jobs["completed_on"] >= SINCE)]
    return jobs.assign(on=jobs["completed_on"], hit=jobs["completed_on"] == jobs["appointment_first_on"])


def landlord_work(frames: Frames) -> pd.DataFrame:
    """B9: one row per accepted job in a rented home."""
    jobs = frames.jobs
    jobs = jobs[jobs["taken_on"] & (jobs["landlord"] != "eigenaar_bewoner") & (jobs["reported_on"] >= SINCE)]
    theirs = jobs["responsibility"] == "verhuurder"
    later = jobs["completed_on"] > THEN
    payer = jobs["payer"].mask(later).fillna("onbekend").where(theirs)
    return jobs.assign(on=jobs["reported_on"], hit=theirs, landlord_work_paid_by=payer)


def lead_time(frames: Frames) -> pd.DataFrame:
    """B3: one row per job."""
    index = frames.read("calendar").set_index("day")["wd_idx"]
    jobs = frames.jobs[frames.jobs["reported_on"] >= SINCE]
    gone = jobs["status"].isin(["niet_voor_ons", "doorverwezen"]) & jobs["closed"]
    jobs = jobs[~gone & (jobs["status"] != "dubbel") & (jobs["urgency"] != "gepland")]
    start = jobs["reported_on"].map(index)
    done = (jobs["completed_on"].map(index) - start).where(jobs["done"])
    judged = (jobs["urgency"] == "normaal") & (index[THEN] - start >= 10)
    return jobs.assign(on=jobs["reported_on"], hit=(done <= 10).astype("boolean").where(judged))


def reliability(frames: Frames) -> pd.DataFrame:
    """D3: one row per planned visit."""
    visits = frames.visits
    stand_in = visits[(visits["status"] == "uitgevoerd") & visits["replaces_id"].notna()]
    first = stand_in.groupby("replaces_id")["planned_on"].min()
    kinds = ["uitgevoerd", "afgezegd_helper", "vervangen"]
    planned = visits[visits["replaces_id"].isna() & visits["status"].isin(kinds)]
    delay = (planned["visit_id"].map(first) - planned["planned_on"]).dt.days
    hit = (planned["status"] == "uitgevoerd") | (delay <= 2)
    return planned.assign(
        on=planned["planned_on"], hit=hit, in_window=(THEN - planned["planned_on"]).dt.days < 28
    )


def vog_coverage(frames: Frames) -> pd.DataFrame:
    """F1: one row per executed visit."""
    checks = frames.read("vog_checks")
    checks = checks[(checks["status"] == "gezien_akkoord") & (checks["original_seen_on"] <= THEN)]
    seen, issued = (
        checks.groupby("helper_id")["original_seen_on"].min(),
        checks.groupby("helper_id")["issued_on"].max(),
    )
    until = issued + pd.DateOffset(months=36)
    visits = frames.visits[(frames.visits["status"] == "uitgevoerd") & (frames.visits["planned_on"] >= SINCE)]
    helper, day = visits["helper_id"], visits["planned_on"]
    return visits.assign(on=day, hit=(day >= helper.map(seen)) & (day <= helper.map(until)))


WRITTEN: dict[str, Callable[[Frames], pd.DataFrame]] = {
    "participating_tenants": tenants,
    "participating_care_clients": care_clients,
    "jobs_completed": completed,
    "job_unfulfilled_rate": unfulfilled,
    "job_first_time_right": first_time_right,
    "job_appointment_kept": appointment_kept,
    "job_landlord_responsibility": landlord_work,
    "job_lead_time": lead_time,
    "visit_reliability": reliability,
    "vog_coverage_visits": vog_coverage,
}


def counted(
    cases: pd.DataFrame, *, splits: tuple[str, ...], in_persons: bool
) -> dict[tuple[str, str], tuple[int, ...]]:
    """Count cases in whole, per part and per month: cases, judged, hits, persons, and persons with a hit if asked."""
    now = cases[cases["in_window"]] if "in_window" in cases else cases
    lines = {("", ""): _line(now, in_persons=in_persons)}
    for by in splits:
        lines |= _lines(now, now[by], by=by, in_persons=in_persons)
    return lines | _lines(cases, cases["on"].dt.strftime("%Y%m"), by="calendar_month", in_persons=in_persons)


def _line(cases: pd.DataFrame, *, in_persons: bool) -> tuple[int, ...]:
    hits, judged = cases["hit"].fillna(value=False).astype(bool), cases["hit"].notna()
    line = len(cases), int(judged.sum()), int(hits.sum()), cases["person"][judged].nunique()
    return (*line, cases["person"][hits].nunique()) if in_persons else line


def _lines(
    cases: pd.DataFrame, key: pd.Series, *, by: str, in_persons: bool
) -> dict[tuple[str, str], tuple[int, ...]]:
    hits, judged = cases["hit"].fillna(value=False).astype(bool), cases["hit"].notna()
    columns = {
        "cases": key.groupby(key).size(),
        "n": judged.groupby(key).sum(),
        "k": hits.groupby(key).sum(),
        "persons": cases["person"][judged].groupby(key[judged]).nunique(),
    }
    if in_persons:
        columns["persons_hit"] = cases["person"][hits].groupby(key[hits]).nunique()
    table = pd.DataFrame(columns).fillna(0).astype(int)
    return {(by, str(row[0])): tuple(row[1:]) for row in table.itertuples()}
