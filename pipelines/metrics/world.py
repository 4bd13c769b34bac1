"""The tables a figure may use, all as they were on the date asked for, and the steps figures share."""

from functools import cached_property
from typing import Any

import ibis

from pipelines.metrics import as_of, vog, work
from pipelines.metrics.expressions import asked
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import PROVENANCE, storage_columns

Table = Any  # an Ibis table expression
Column = Any


class World:
    """Every table on the date asked for. Made once for all figures: each table is an expression, nothing is read."""

    def __init__(self) -> None:
        self.stored: dict[str, Table] = {
            record.table: ibis.table(
                {name: kind for name, kind in storage_columns(record).items() if name not in PROVENANCE},
                name=record.table,
            )
            for record in RECORDS
        }
        self.stored["quarantine"] = ibis.table(
            {"id": "int64"}, name="quarantine"
        )  # rows put aside: given with the run

    @cached_property
    def jobs(self) -> Table:
        """Jobs reported by then."""
        return as_of.jobs(self.stored["jobs"])

    @cached_property
    def visits(self) -> Table:
        """Care visits planned up to then."""
        return as_of.visits(self.stored["care_visits"])

    @cached_property
    def care_requests(self) -> Table:
        """Care requests made by then, with the date of the first executed visit."""
        done = self.visits.filter(self.visits.status == "uitgevoerd")
        first = done.group_by(visited_id=done.care_id).aggregate(first_visit_on=done.planned_on.min())
        return as_of.care_requests(self.stored["care_requests"], first_visits=first)

    @cached_property
    def care_asked(self) -> Table:
        """Whose the care requests made by then are and what they ask: what never changes, so that no visit is read for it."""
        known = as_of.happened(self.stored["care_requests"], on="requested_on")
        return known.select("care_id", "client_id", "help_type")

    @cached_property
    def care_clients(self) -> Table:
        """The same, with the person each client is: so that every visit does not look it up."""
        return self.named(self.care_asked, "client_id")

    @cached_property
    def offers(self) -> Table:
        """Asks made by then."""
        return as_of.offers(self.stored["offers"])

    @cached_property
    def members(self) -> Table:
        """Persons registered by then."""
        return as_of.members(self.stored["members"])

    @cached_property
    def helpers(self) -> Table:
        """Helpers who had begun by then."""
        return as_of.helpers(self.stored["helpers"])

    @cached_property
    def vog_checks(self) -> Table:
        """VOG checks requested by then."""
        return as_of.vog_checks(self.stored["vog_checks"])

    @cached_property
    def vog_stretches(self) -> Table:
        """Which VOG of a helper counts from when until when (see `vog.stretches`)."""
        return vog.stretches(self)

    @cached_property
    def feedback(self) -> Table:
        """Invitations to clients sent by then."""
        return as_of.feedback(self.stored["feedback_clients"])

    @cached_property
    def checkins(self) -> Table:
        """Monthly checks with helpers asked by then."""
        return as_of.checkins(self.stored["helper_checkins"])

    @cached_property
    def contacts(self) -> Table:
        """Contacts received by then."""
        return as_of.contacts(self.stored["contacts"])

    @cached_property
    def accepted(self) -> Table:
        """Asks answered yes by then."""
        return self.offers.filter(self.offers.response == "ja")

    @cached_property
    def work(self) -> Table:
        """Work done by helpers: one row per executed visit or finished job (see `work.done`)."""
        return work.done(self)

    @cached_property
    def ledger(self) -> Table:
        """Bookings up to then."""
        return as_of.happened(self.stored["ledger"], on="booked_on")

    @cached_property
    def coordination(self) -> Table:
        """Weeks of coordination begun by then."""
        return as_of.happened(self.stored["coordination"], on="week_start")

    @cached_property
    def people(self) -> Table:
        """One row per person record: `member_id` and the `person` it is (two records of one person are one)."""
        table = self.members
        return table.select("member_id", person=table.duplicate_of.fill_null(table.member_id))

    def ask(self, table: Table, *names: str) -> Table:
        """Add columns of the question: settings, `as_of`, `period_from`."""
        return table.mutate(**{name: asked(name) for name in names if name not in table.columns})

    def since(self, table: Table, column: str) -> Table:
        """Keep the rows dated in the period asked for, for figures that take the period before they group."""
        return table.filter(table[column] >= asked("period_from"))

    def indexed(self, table: Table, *columns: str) -> Table:
        """Add `<column>_wd` for each date: the working-day counter, so that a difference is working days."""
        for column in columns:
            days = self.stored["calendar"].select(its_day="day", its_wd="wd_idx")
            joined = table.left_join(days, [(column, "its_day")])
            table = joined.select(*table.columns, **{f"{column}_wd": joined["its_wd"]})
        return table

    def after(self, table: Table, column: str, *, days: str, name: str) -> Table:
        """Add the date that lies `days` after a date; on a day that is no working day, the next working day."""
        calendar = self.stored["calendar"]
        numbered = calendar.mutate(number=day_number(calendar.day))
        workdays = numbered.filter(numbered.is_workday).select(work_idx="wd_idx", work_day="day")
        next_idx = ibis.ifelse(numbered.is_workday, numbered.wd_idx, numbered.wd_idx + 1)
        moved = numbered.select("number", next_idx=next_idx)
        days_on = moved.inner_join(workdays, [("next_idx", "work_idx")]).select("number", "work_day")
        return _dated(table, days_on, column=column, days=days, name=name)

    def later(self, table: Table, column: str, *, days: str, name: str) -> Table:
        """Add the date that lies `days` after a date."""
        calendar = self.stored["calendar"]
        numbered = calendar.select(number=day_number(calendar.day), work_day="day")
        return _dated(table, numbered, column=column, days=days, name=name)

    def membership(self, table: Table, person: str, *, on: str) -> Table:
        """Add `was_member`: whether that person was a member of the cooperative on that date."""
        members = self.members.select("membership", "member_from", "member_until", its_member="member_id")
        joined = table.left_join(members, [(person, "its_member")])
        member = as_of.member_on(joined, joined[on]).fill_null(False)
        return joined.select(*table.columns, was_member=member)

    def named(self, table: Table, column: str) -> Table:
        """Replace a person column by the person it is; an unknown one stays as it stands."""
        people = self.people.select(its_record="member_id", its_person="person")
        joined = table.left_join(people, [(column, "its_record")])
        others = [name for name in table.columns if name != column]
        return joined.select(*others, **{column: joined["its_person"].fill_null(joined[column])})

    def first(self, table: Table, *, by: str, order: tuple[Column, ...]) -> Table:
        """Keep the first row of each group in that order."""
        place = ibis.row_number().over(group_by=by, order_by=list(order))
        numbered = table.mutate(place=place)
        return numbered.filter(numbered.place == 0).select(*table.columns)

    def stacked(self, *tables: Table, columns: dict[str, str]) -> Table:
        """Put tables under each other; a column that a table lacks is empty there. `columns`: name and type."""
        filled = [
            table.select(
                **{
                    name: table[name].cast(kind) if name in table.columns else ibis.null(kind)
                    for name, kind in columns.items()
                }
            )
            for table in tables
        ]
        return filled[0].union(*filled[1:])

    def rows(
        self,
        table: Table,
        *,
        case: Column,
        person: Column,
        branch: Column | str,
        on: Column,
        named: bool = False,
        **columns: Column,
    ) -> Table:
        """Return the rows of a figure, one per case: `case_id`, `person`, `branch`, `happened_on` and its own columns.

        `hit`: whether the case counts; empty where it is not judged. `pending`: too young to judge. A case without a
        person (anonymous) is its own person. `named`: the person column already is the person (see `World.named`).
        """
        values = {"case_id": case, "person": person, "branch": branch, "happened_on": on} | columns
        made = table.select(**{name: _as_column(value) for name, value in values.items()})
        made = made if named else self.named(made, "person")
        return made.mutate(person=made.person.fill_null(made.case_id))


def _as_column(value: Column) -> Column:
    return ibis.literal(value) if isinstance(value, str | bool) else value


def _dated(table: Table, days_on: Table, *, column: str, days: str, name: str) -> Table:
    """Add the day that belongs to the number of a date plus so many days."""
    wanted = table.mutate(wanted=day_number(table[column]) + table[days])
    joined = wanted.left_join(days_on, [("wanted", "number")])
    return joined.select(*table.columns, **{name: joined["work_day"]})


def day_number(day: Column) -> Column:
    """Return days since the year 2000, so that days can be added without intervals of any one engine."""
    return day.delta(ibis.date(2000, 1, 1), unit="D")
