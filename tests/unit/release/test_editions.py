"""Editions are proposed by one and approved by another, frozen, handed over signed, and withdrawn but never changed."""

import json
import shutil
from datetime import date, datetime

import pytest

from pipelines.release import composing, publishing
from pipelines.release.edition import State
from pipelines.release.ledger import read_ledger
from pipelines.release.shelf import open_shelf
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import FileRefused, ReleaseRefused, StoreProblem, WrongUse
from tests.lib.compiled import compiled_home

pytestmark = pytest.mark.xdist_group("editions-of-a-year")  # they read the same year
MARJA, KARIM = "marja@example.org", "karim@example.org"
NOW = datetime.fromisoformat("2026-09-01T10:00:00")
FIRST, SECOND = date(2025, 11, 30), date(2026, 2, 28)


@pytest.fixture
def home(tmp_path, monkeypatch):
    shutil.copytree(compiled_home("on_course"), tmp_path / "home", symlinks=True)
    monkeypatch.setenv("WERKPLAATS_STATE", str(tmp_path / "state"))
    return Home(tmp_path / "home")


def proposed(home, *, as_of=FIRST, audience=Audience.DE_ALLIANTIE):
    return publishing.propose(home, audience=audience, as_of=as_of, by=MARJA, now=NOW)


def released(home, **what):
    return publishing.approve(home, proposed(home, **what).id, by=KARIM, now=NOW)


def shelf_of(home, audience=Audience.DE_ALLIANTIE):
    return open_shelf(home.editions / audience.value)


def test_an_edition_is_proposed_then_approved_by_somebody_else(home):
    standing = proposed(home)
    assert (standing.id, standing.state) == ("de_alliantie-2025-1", State.PROPOSED)
    assert publishing.latest(home, Audience.DE_ALLIANTIE) is None
    with pytest.raises(ReleaseRefused, match="mag haar niet zelf vrijgeven"):
        publishing.approve(home, standing.id, by=" MARJA+zelf@example.org ", now=NOW)
    done = publishing.approve(home, standing.id, by=KARIM, now=NOW)
    assert (done.state, done.approved_by, done.digest) == (State.RELEASED, KARIM, standing.digest)
    assert publishing.latest(home, Audience.DE_ALLIANTIE).id == standing.id
    assert shelf_of(home).latest == publishing.edition(home, standing.id)


def test_what_is_promised_to_everyone_is_printed_as_it_is_counted(home):
    found = publishing.edition(home, proposed(home, as_of=date(2026, 8, 30)).id)
    (covered,) = [finding for finding in found.findings if finding.code == "vog_coverage_visits"]
    assert 99 < covered.value < 100
    assert covered.value == pytest.approx(100 * covered.k / covered.n)


def test_proposing_the_same_again_changes_nothing(home):
    first = proposed(home)
    assert proposed(home) == first
    done = publishing.approve(home, first.id, by=KARIM, now=NOW)
    assert proposed(home) == done
    assert len(read_ledger(home)) == 2


def test_a_proposal_made_of_other_data_is_stale(home, monkeypatch):
    standing = proposed(home)
    monkeypatch.setattr(composing, "content_hash", lambda _: "0" * 64)
    with pytest.raises(ReleaseRefused, match="Sinds het voorstel"):
        publishing.approve(home, standing.id, by=KARIM, now=NOW)
    assert publishing.standings(home)[0].state is State.PROPOSED


def test_a_withdrawn_edition_is_dropped_by_the_next_file_and_its_number_not_used_again(home):
    standing = released(home)
    with pytest.raises(ReleaseRefused, match="met een reden"):
        publishing.withdraw(home, standing.id, reason="  ", by=MARJA, now=NOW)
    gone = publishing.withdraw(home, standing.id, reason="verkeerde maand", by=MARJA, now=NOW)
    assert (gone.state, gone.reason) == (State.WITHDRAWN, "verkeerde maand")
    assert shelf_of(home).editions == ()
    assert publishing.latest(home, Audience.DE_ALLIANTIE) is None
    with pytest.raises(ReleaseRefused, match="ingetrokken"):
        publishing.approve(home, standing.id, by=KARIM, now=NOW)
    assert proposed(home).id == "de_alliantie-2025-2"


def test_the_reason_and_the_people_stand_in_no_file_that_is_handed_over(home):
    standing = released(home)
    publishing.withdraw(home, standing.id, reason="verkeerde maand", by=MARJA, now=NOW)
    for file in home.editions.rglob("*.editie"):
        content = file.read_bytes()
        assert not any(
            word.encode() in content for word in (MARJA, KARIM, "verkeerde maand", str(NOW.date()))
        )


def test_what_is_held_back_stays_with_the_coordinator(home):
    standing = released(home)
    held = publishing.held_back(home, standing.id)
    assert held
    assert all(one.reason for one in held)
    hidden = {one.code for one in publishing.edition(home, standing.id).findings if one.hidden}
    assert hidden == {one.code for one in held if not one.by}
    sent = b"".join(file.read_bytes() for file in home.editions.rglob("*.editie"))
    assert not any(one.reason.encode() in sent for one in held)


def test_editions_follow_each_other_and_say_what_is_new(home):
    first, second = released(home), released(home, as_of=SECOND)
    edition = publishing.edition(home, second.id)
    assert edition.previous == first.id
    assert {change.kind.value for change in edition.changes} == {"new"}
    with pytest.raises(StoreProblem, match="mag niet van eerder zijn"):
        proposed(home, as_of=FIRST)


def test_a_publish_killed_before_its_last_step_leaves_nothing_and_is_finished_by_the_next(home, monkeypatch):
    def killed(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "append", killed)
        with pytest.raises(KeyboardInterrupt):
            proposed(home)
    assert publishing.standings(home) == ()
    standing = proposed(home)
    with monkeypatch.context() as patch:
        patch.setattr("pipelines.release.handover._write", killed)
        with pytest.raises(KeyboardInterrupt):
            publishing.approve(home, standing.id, by=KARIM, now=NOW)
    assert publishing.standings(home)[0].state is State.RELEASED
    proposed(home)
    assert shelf_of(home).latest.id == standing.id


def test_a_changed_ledger_line_is_found(home):
    released(home)
    text = home.release_ledger.read_text(encoding="utf-8")
    for changed in (text.replace(KARIM, MARJA), "".join(text.splitlines(keepends=True)[1:])):
        home.release_ledger.write_text(changed, encoding="utf-8")
        with pytest.raises(StoreProblem, match="uitgifteboek"):
            proposed(home, as_of=SECOND)
    for broken in (text.replace('"seal":"', '"seal":"é'), "[" * 100_000 + "\n"):
        home.release_ledger.write_text(broken, encoding="utf-8")
        with pytest.raises(StoreProblem, match="uitgifteboek"):
            publishing.standings(home)
    home.release_ledger.write_text(text.splitlines(keepends=True)[0], encoding="utf-8")
    for asked in (publishing.standings, lambda home: proposed(home, as_of=SECOND)):
        with pytest.raises(StoreProblem, match="meer bestanden verstuurd"):
            asked(home)


def test_a_file_to_hand_over_that_was_changed_is_made_again_before_the_next_follows_on_it(home):
    released(home)
    (file,) = (home.editions / "de_alliantie").iterdir()
    whole = file.read_bytes()
    for changed in (b"", whole.replace(b'"number":1', b'"number":2'), whole[:-9]):
        file.write_bytes(changed)
        with pytest.raises(StoreProblem, match=file.name):
            proposed(home, as_of=SECOND)
    file.unlink()
    proposed(home, as_of=SECOND)
    assert file.read_bytes() == whole


def test_what_was_looked_at_is_what_is_released(home):
    looked_at = proposed(home, as_of=FIRST)
    anew = proposed(home, as_of=date(2025, 12, 1))
    assert anew.id == looked_at.id
    with pytest.raises(ReleaseRefused, match="opnieuw voorgesteld"):
        publishing.approve(home, anew.id, by=KARIM, now=NOW, looked_at=looked_at.digest)
    done = publishing.approve(home, anew.id, by=KARIM, now=NOW, looked_at=anew.digest)
    assert done.state is State.RELEASED


def test_a_changed_draft_is_not_released(home):
    standing = proposed(home)
    draft = home.drafts / f"{standing.digest}.json"
    draft.write_bytes(draft.read_bytes().replace(b'"hidden":true', b'"hidden":false', 1))
    with pytest.raises(StoreProblem, match="beschadigd"):
        publishing.approve(home, standing.id, by=KARIM, now=NOW)


def test_only_readers_outside_get_editions(home):
    with pytest.raises(WrongUse, match="geen edities"):
        publishing.preview(home, audience=Audience.COMMISSIE, as_of=FIRST)
    with pytest.raises(ReleaseRefused, match="bestaat niet"):
        publishing.edition(home, "portaal-2026-9")
    with pytest.raises(StoreProblem, match="nog geen vrijgegeven editie"):
        publishing.required(home, Audience.PORTAAL)


def test_a_shelf_refuses_changed_missing_foreign_and_older_files(home, tmp_path):
    released(home)
    released(home, as_of=SECOND)
    sent = home.editions / "de_alliantie"
    folder = tmp_path / "partner"
    shutil.copytree(sent, folder)
    assert [edition.id for edition in open_shelf(folder).editions] == [
        "de_alliantie-2025-1", "de_alliantie-2026-1",
    ]  # fmt: skip
    first, second = sorted(folder.iterdir())
    good = second.read_bytes()
    second.unlink()
    with pytest.raises(FileRefused, match="eerder een nieuwer bestand"):
        open_shelf(folder)
    second.write_bytes(good.replace(b'"hidden":true', b'"hidden":false', 1))
    with pytest.raises(FileRefused, match="veranderd of niet van"):
        open_shelf(folder)
    second.write_bytes(good)
    first.unlink()
    assert open_shelf(folder).latest.id == "de_alliantie-2026-1"
    third = folder / "009-x.editie"
    third.write_bytes(second.read_bytes())
    with pytest.raises(FileRefused, match="ontbreekt"):
        open_shelf(folder)


def test_files_of_another_signer_are_refused_after_the_first_use(home, tmp_path):
    from pipelines.release.signing import public_text, signed, signing_key

    released(home)
    folder = tmp_path / "partner"
    shutil.copytree(home.editions / "de_alliantie", folder)
    open_shelf(folder)
    (file,) = folder.iterdir()
    line = file.read_bytes().splitlines(keepends=True)[0]
    other = signing_key(b"x" * 32)
    seal = {"key": public_text(other), "signature": signed(line, key=other)}
    file.write_bytes(line + json.dumps(seal, sort_keys=True, separators=(",", ":")).encode() + b"\n")
    with pytest.raises(FileRefused, match="iemand anders ondertekend"):
        open_shelf(folder)


def test_an_empty_or_missing_shelf_is_one_sentence(tmp_path):
    with pytest.raises(FileRefused, match="geen editie"):
        open_shelf(tmp_path)
    with pytest.raises(FileRefused, match="geen map"):
        open_shelf(tmp_path / "nothing")
