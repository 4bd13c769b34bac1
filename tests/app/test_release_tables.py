"""The release desk's tables: what goes out whole, in part or not at all, what changed, and who did what."""

from dataclasses import replace
from datetime import UTC, date, datetime

from dashboard.ask import whole_edition
from dashboard.components import release_tables as tables
from dashboard.components.short_answers import release_answer
from pipelines.evaluate.finding import Part
from pipelines.release.edition import Change, Edition, HeldBack, Kind, Standing, State
from pipelines.vocabulary.audiences import Audience
from tests.lib.findings import AS_OF, COUNT, SHARE

HIDDEN = replace(SHARE, id="B6", code="job_unfulfilled_rate", value=None, k=None, n=None, hidden=True)
PARTLY = replace(SHARE, parts=(Part(by="category", key="tuin", value=None, hidden=True),))
EDITION = Edition(
    id="portaal-2026-2", audience=Audience.PORTAAL, as_of=AS_OF, definitions=(), data="0" * 64,
    previous="portaal-2026-1", findings=(COUNT, PARTLY, HIDDEN), withheld=("care_grade",),
    pilot_start=date(2026, 1, 1), pilot_end=date(2026, 12, 31),
)  # fmt: skip
STANDING = Standing(
    id="portaal-2026-2", audience=Audience.PORTAAL, as_of=AS_OF, state=State.PROPOSED, proposed_by="marja@voorbeeld",
    proposed_at=datetime(2026, 7, 2, 22, 30, tzinfo=UTC), approved_by=None, approved_at=None, withdrawn_by=None,
    withdrawn_at=None, reason=None, digest="1" * 64,
)  # fmt: skip
RELEASED = replace(
    STANDING, id="portaal-2026-1", state=State.RELEASED, proposed_at=datetime(2026, 4, 2, tzinfo=UTC),
    approved_by="jan@voorbeeld", approved_at=datetime(2026, 4, 3, tzinfo=UTC),
)  # fmt: skip


def cells(table):
    return [row.values for row in table.rows]


def test_every_figure_is_free_or_partly_hidden_or_blocked():
    assert cells(tables.figures_table(whole_edition(EDITION))) == [
        ("Deelnemende huurders", "38 huurders", "vrij"),
        ("Doorlooptijd klus", "71\u00a0%", "let op"),
        ("Niet-uitgevoerde klussen", "te weinig om te tonen", "geblokt"),
    ]
    line = tables.counts_line(whole_edition(EDITION))
    assert (
        line
        == "Vrij: 1. Let op, deels verborgen: 1. Geblokt, helemaal verborgen: 1. 1 cijfer is er niet voor Portaal."
    )
    assert (
        tables.counts_line(whole_edition(replace(EDITION, withheld=())))
        == "Vrij: 1. Let op, deels verborgen: 1. Geblokt, helemaal verborgen: 1."
    )


def test_what_is_hidden_says_which_part_and_why():
    held = [
        HeldBack(code="jobs_completed", branch="klus", by="category", key="tuin", reason="Te weinig mensen."),
        HeldBack(code="complaints_open", branch=None, by="", key="", reason="Te weinig mensen."),
    ]
    assert cells(tables.held_table(held, EDITION)) == [
        ("Afgeronde klussen", "per soort klus: tuin", "Te weinig mensen."),
        ("Open klachten", "het hele cijfer", "Te weinig mensen."),
    ]


def test_changes_are_told_apart_and_a_hidden_number_is_no_zero():
    changes = [
        Change(code="job_lead_time", branch=None, kind=Kind.LATE, before=70.0, after=71.0),
        Change(code="participating_tenants", branch=None, kind=Kind.NEW, before=None, after=38.0),
    ]
    edition = replace(EDITION, changes=tuple(changes))
    late = ("Doorlooptijd klus", "later ingevoerd", "70\u00a0%", "71\u00a0%", "portaal-2026-2")
    assert cells(tables.changes_table([edition])) == [
        late,
        ("Deelnemende huurders", "nieuwe gevallen", "niet getoond", "38", "portaal-2026-2"),
    ]
    assert cells(tables.changes_table([edition], afterwards=True)) == [late]


def test_history_says_who_did_what_newest_first_in_dutch_days():
    gone = replace(
        RELEASED, id="portaal-2025-1", state=State.WITHDRAWN, proposed_at=datetime(2026, 1, 2, tzinfo=UTC),
        withdrawn_by="marja@voorbeeld", withdrawn_at=datetime(2026, 2, 1, tzinfo=UTC), reason="dubbel geteld",
    )  # fmt: skip
    first, second, third = cells(tables.history_table((gone, RELEASED, STANDING)))
    assert first == (
        "portaal-2026-2", "30 juni 2026", "voorgesteld", "marja@voorbeeld, 3 juli 2026", "–", "–",
    )  # fmt: skip
    assert second[4] == "jan@voorbeeld, 3 april 2026"
    assert third[2:] == (
        "ingetrokken", "marja@voorbeeld, 2 januari 2026", "jan@voorbeeld, 3 april 2026",
        "marja@voorbeeld, 1 februari 2026: dubbel geteld",
    )  # fmt: skip


def test_short_answer_says_until_when_each_has_figures_and_what_waits():
    assert release_answer(()).startswith("Voor Portaal is nog niets vrijgegeven.")
    said = release_answer((RELEASED, STANDING))
    assert said.startswith("Portaal heeft de cijfers tot en met 30 juni 2026. Voor De Alliantie")
    assert said.endswith("1 voorstel wacht op een commissielid.")
