"""What the committee decided: settings and targets, most before the start, two of them afterwards."""

from datetime import date, timedelta

from pipelines.synthetic.life.town import Town
from pipelines.synthetic.rows_office import Parameter, Target
from pipelines.synthetic.voices.decisions import AFTERWARDS, AUDIENCES, COMMITTEE, OWN_BASIS, VALUES
from pipelines.synthetic.world import World
from pipelines.vocabulary.settings import SETTINGS, TARGETS

DECIDED_BEFORE = timedelta(days=70)
DECIDED_AFTER = timedelta(days=75)


def parameters(world: World, *, town: Town) -> tuple[Parameter, ...]:
    """Return one row per setting that has a value, and who stands behind the role code K1."""
    values = {key: VALUES.get(key, setting.value) for key, setting in SETTINGS.items()}
    values |= {"pilot_start": world.pilot_start.isoformat(), "pilot_end": world.pilot_end.isoformat()}
    rows = [
        _parameter(key, value, world=world, unit=SETTINGS[key].unit, basis=SETTINGS[key].basis)
        for key, value in values.items()
        if value is not None
    ]
    if "office0" in town.people:
        rows.append(
            _parameter("role_member:K1", town.number("office0"), world=world, unit="tekst", basis=OWN_BASIS)
        )
    return tuple(rows)


def targets(world: World) -> tuple[Target, ...]:
    """Return the targets of the committee, and those that concern a partner once more for that partner."""
    return tuple(
        Target(
            kpi_code=code,
            audience=audience,
            target=target.target,
            floor=target.floor,
            min_n=target.min_n,
            evidence_rule=target.evidence_rule,
            valid_from=_decided(code, world) if code in AFTERWARDS else world.pilot_start,
            decided_on=_decided(code, world),
        )
        for code, target in TARGETS.items()
        for audience in AUDIENCES.get(code, ("commissie",))
        if _decided(code, world) <= world.as_of
    )


def _decided(code: str, world: World) -> date:
    return world.pilot_start + DECIDED_AFTER if code in AFTERWARDS else world.pilot_start - DECIDED_BEFORE


def _parameter(key: str, value: str, *, world: World, unit: str, basis: str) -> Parameter:
    return Parameter(
        param_key=key,
        value=value.replace(".", ",") if unit in ("aantal", "euro", "procent") else value,
        unit=unit,
        valid_from=world.pilot_start,
        basis=basis,
        decided_by=COMMITTEE,
        decided_on=world.pilot_start - DECIDED_BEFORE,
    )
