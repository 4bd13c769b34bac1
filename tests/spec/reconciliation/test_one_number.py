"""One figure, one number: the same by every route, for every figure and branch."""

import json

import pytest

from dashboard.ask import released
from dashboard.cli import app, faults
from pipelines.metrics.catalogue import FIGURES
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.answers import ALL, world_answers
from tests.lib.compiled import compiled_home
from tests.lib.worlds import world_as_of
from tests.spec.reconciliation.test_rows_and_figures import IN_WORLDS

COMPARED = ("value", "k", "n", "low", "high", "unit", "target", "as_of", "pending", "persons")


def by_command_line(world, capsys, *options):
    capsys.readouterr()
    assert (
        faults.run(
            app, ["figures", *ALL, "--json", "--home", str(compiled_home(world)), *options], debug=True
        )
        == 0
    )
    return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


@pytest.mark.parametrize("world", IN_WORLDS)
def test_the_desk_gives_the_coordinator_what_was_evaluated(world):
    answers = world_answers(world)
    question = Question(as_of=world_as_of(world))
    found = released(Home(compiled_home(world)), audience=Audience.COORDINATOR, question=question, codes=ALL)
    assert found.withheld == ()
    assert found.findings == answers.findings


@pytest.mark.parametrize("world", IN_WORLDS)
def test_the_command_line_prints_what_was_evaluated(world, capsys):
    answers = world_answers(world)
    printed = by_command_line(world, capsys, "--as-of", world_as_of(world).isoformat())
    assert [(one["code"], one["branch"]) for one in printed] == [
        (one.code, one.branch) for one in answers.findings
    ]
    for one, finding in zip(printed, answers.findings, strict=True):
        said = {name: getattr(finding, name) for name in COMPARED} | {"as_of": finding.as_of.isoformat()}
        assert {name: one[name] for name in COMPARED} == said, one["code"]
        assert one["caveats"] == list(finding.caveats)
        assert one["verdict"] == (finding.verdict.value if finding.verdict else None)
        assert [(part["by"], part["key"], part["value"], part["k"], part["n"]) for part in one["parts"]] == [
            (part.by, part.key, part.value, part.k, part.n) for part in finding.parts
        ]


def test_every_figure_of_the_catalogue_is_compared():
    assert set(ALL) == set(FIGURES)
