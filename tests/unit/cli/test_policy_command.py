"""`werkplaats policy`: the rules of what goes out, for people and for machines."""

import json

from dashboard.cli import app, faults
from pipelines.vocabulary.words.policy import AUDIENCES, RULES
from tests.lib.worlds import world_as_of, world_home

WORLD = "first_month"


def test_rules_are_told_in_dutch_with_who_decided_and_as_plain_values(capsys):
    asked = ["policy", "--home", str(world_home(WORLD)), "--as-of", world_as_of(WORLD).isoformat()]
    assert faults.run(app, asked, debug=False) == 0
    said = capsys.readouterr().out
    assert said.startswith("Regels voor wat naar buiten gaat, zoals zij gelden op 28 september 2025.")
    assert "Kleinste groep die de commissie ziet: 5 of meer mensen\n    " in said
    assert (
        "Afgeronde klussen. Coördinator: in detail; Commissie: in detail; Portaal: in detail, per verhuurder"
        in said
    )
    assert faults.run(app, [*asked, "--json"], debug=False) == 0
    told = json.loads(capsys.readouterr().out)
    assert {rule["name"] for rule in told["rules"]} == set(RULES)
    assert all(set(AUDIENCES) <= set(each) for each in told["figures"])
