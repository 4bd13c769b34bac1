"""One figure of an edition: the fullest of the ways to print it that nothing speaks against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.evaluate.finding import Curve, Finding
from pipelines.metrics.declaration import Measure
from pipelines.release.across_figures import Told
from pipelines.release.coarsening import Candidate, coarsened
from pipelines.release.curves import coarse_curve
from pipelines.release.edition import HeldBack
from pipelines.release.figuring import Figuring
from pipelines.release.groups import is_whole, known_groups
from pipelines.release.hiding import CURVE_CUT, hide_finding
from pipelines.release.knowledge import Said
from pipelines.release.naming import group_title, title_of
from pipelines.release.offering import ALL, Offer, numbers, offers
from pipelines.release.tracing import Then, Traces, level_of, said_of, small_groups, traced
from pipelines.release.units import AMOUNTS, Unit
from pipelines.release.weighing import Objection, objections, overtaken
from pipelines.vocabulary.audiences import Sight
from pipelines.vocabulary.errors import ReleaseRefused
from pipelines.vocabulary.words import release as words

COUNTED = "niet_na_te_rekenen"  # the number printed is not the number of cases behind it


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A figure as it goes out, and what of it is held back."""

    finding: Finding
    held: tuple[HeldBack, ...]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A figure that is to go out. `ways`: those nothing speaks against, beginning with its own; `why`: against fuller ones."""

    case: Figuring
    ways: tuple[Offer, ...]
    why: tuple[str, ...]

    def coarser(self, objection: Objection, *, told: Told) -> "Choice":
        """Return it a way further down, for a reason; `told` takes what goes out in place of what would have."""
        return _passing(self.case, self.ways[1:], why=(*self.why, _sentence(self.case, objection)), told=told)

    def made(self) -> Chosen:
        """Return it as it goes out."""
        made = _made(self.case, self.ways[0], why=self.why)
        return replace(made, finding=_with_curve(self.case, made.finding))


def choose(case: Figuring, *, told: Told) -> Choice:
    """Return how a figure goes out in an edition.

    `told`: what readers know from other figures; what goes out is added to it. Raises ReleaseRefused where a figure
    that is always printed tells too much, AttackUnfinished when nothing can be concluded.
    """
    units = case.units[case.as_of]
    ways = list(offers(case.figure, case.finding, units, policy=case.policy, demand=case.demand))
    ways = ways[:-1] if case.exact else ways
    if not _adds_up(case):
        return Choice(case=case, ways=(ways[-1],), why=(words.OBJECTIONS[COUNTED],))
    against = [next(_against(case, way, told), None) for way in ways]
    left = [way for way, objection in zip(ways, against, strict=True) if objection is None]
    why = [_sentence(case, objection) for objection in against if objection is not None]
    if not left:
        raise ReleaseRefused(why[-1], action=words.REFUSED_ACTION)
    return _passing(case, left, why=why, told=told)


def _passing(case: Figuring, ways: Sequence[Offer], *, why: Sequence[str], told: Told) -> Choice:
    """Return the fullest way that passes the attack and those below it; `told` takes along what goes out."""
    way, because = _attacked(case, ways)
    told.add(case, way.places)
    return Choice(case=case, ways=tuple(ways[ways.index(way) :]), why=(*why, *([because] if because else [])))


def settled(choices: Mapping[str, Choice], *, told: Told) -> dict[str, Choice]:
    """Return the figures of an edition, by code, as no small group follows from all that is printed together."""
    found = dict(choices)
    while True:
        against = list(told.objections_together())
        for code, objection in against:
            found[code] = found[code].coarser(objection, told=told)
        if not against:
            return found


def _adds_up(case: Figuring) -> bool:
    """Whether the cases are those the figure counts; else nothing is proven about it."""
    whole = case.whole
    counted = [unit for unit in case.counted(case.as_of) if whole.holds(unit)]
    if case.figure.measure in AMOUNTS:
        ratio = case.figure.measure is Measure.RATIO
        behind = {unit.person for unit in counted if unit.amounts[1] or not ratio}
        return not counted or case.finding.persons in {None, len(behind)}
    return len(counted) == numbers(case.finding, figure=case.figure)[0]


def _against(case: Figuring, way: Offer, told: Told) -> Iterator[Objection]:
    """Yield what speaks against a way to print the figure: what readers would know then and do not know now."""
    printed = way.printed(case.edition)
    already = case.known(case.as_of)
    fresh = case.known(case.as_of, also=printed)
    again = known_groups(printed, case.units[case.as_of])
    always = {label for label in fresh if is_whole(label)} if case.exact else set()
    new = {label: group for label, group in fresh.items() if label not in already and label not in always}
    other = {day.isoformat(): case.known(day) for day in case.units if day != case.as_of}
    yield from overtaken(again, before={label: already[label] for label in already.keys() - always})
    yield from objections(new, before=other, weights=case.weights)
    yield from told.objections(case, way.places)


def _attacked(case: Figuring, ways: Sequence[Offer]) -> tuple[Offer, str]:
    """Return the fullest way that no attack comes too close through, and why not a fuller one."""
    not_counts = case.figure.measure in {*AMOUNTS, Measure.TOP_SHARE} or case.figure.total_setting is not None
    if not_counts or case.exact:  # what is always printed bounds every group within it
        return ways[0], ""
    ways, because = list(ways), ""
    for sides in (False, True):  # insiders count cases; that everybody has the numerators too makes it dearer
        level, why = _attacked_by(case, ways, sides=sides)
        ways, because = ways[level:], why or because
    return ways[0], because


def _attacked_by(case: Figuring, ways: Sequence[Offer], *, sides: bool) -> tuple[int, str]:
    """Return the first way that passes: for who has the numbers and an own record, or the numerators (`sides`) too."""
    traces = _traces(case, ways, sides=sides)
    said = tuple(_said_before(case, traces))
    levels = tuple(
        level_of(
            way,
            then=_then(case, way),
            date=case.as_of.isoformat(),
            traces=traces,
        )
        for way in ways
    )
    known = {(day.isoformat(), printed.place) for day, out in case.out.values() for printed in out} | {
        (case.as_of.isoformat(), place) for place, _, _ in ways[0].places
    }
    small = tuple(
        small_groups(
            traces,
            dates=tuple(day.isoformat() for day in case.units),
            smallest=case.demand.smallest,
            known=frozenset(known),
        )
    )
    if not small and not any(level.secrets for level in levels):
        return 0, ""  # nobody to find out
    candidate = Candidate(source=case.source(case.edition), levels=levels)
    insiders = () if sides else traces.own
    try:
        (choice,) = coarsened([candidate], earlier=said, small=small, demand=case.demand, insiders=insiders)
    except ReleaseRefused as refused:  # what is out already tells too much: add nothing to it
        return len(ways) - 1, refused.sentence
    return choice.level, choice.because


def _traces(case: Figuring, ways: Sequence[Offer], *, sides: bool) -> Traces:
    places = [place for _, out in case.out.values() for place in (one.place for one in out)]
    places += [place for hidden in case.hidden.values() for place in hidden]
    places += [place for way in ways for place, _, _ in way.places]
    places += [place for way in ways for place in way.hidden]
    places += case.wholes  # a branch nobody prints follows from the other one and both together
    dates = {day.isoformat(): case.counted(day) for day in case.units}
    return traced(dates, tuple(dict.fromkeys(places)), sides=sides)


def _then(case: Figuring, way: Offer) -> Then:
    return Then(
        source=case.source(case.edition),
        units=case.counted(case.as_of),
        places=way.places,
        hidden=way.hidden,
    )


def _said_before(case: Figuring, traces: Traces) -> Iterator[Said]:
    for edition, (day, printed) in case.out.items():
        then = Then(
            source=case.source(edition),
            units=case.counted(day),
            places=tuple((one.place, one.n, one.k) for one in printed),
            hidden=case.hidden[edition],
        )
        yield from said_of(then, date=day.isoformat(), traces=traces)


def _made(case: Figuring, way: Offer, *, why: Sequence[str]) -> Chosen:
    """Return the figure; one that is hidden bears one mark, whatever the reason. Source: METHODS 7.2."""
    finding = hide_finding(case.finding) if ALL in way.missing else way.finding
    return Chosen(finding=finding, held=tuple(_held(case, way, why=why)))


def _held(case: Figuring, way: Offer, *, why: Sequence[str]) -> Iterator[HeldBack]:
    code, branch = case.figure.code, case.finding.branch
    reason = why[-1] if why else words.OBJECTIONS["gaten"]
    for by in way.missing:
        yield HeldBack(code=code, branch=branch, by="" if by == ALL else by, key="", reason=reason)
    for place in way.hidden:
        units = [unit for unit in case.units[case.as_of] if place.holds(unit)]
        small = case.policy.too_few(len({unit.person for unit in units}))
        reason = words.OBJECTIONS["klein" if small else "naast"].format(
            group=title_of(place.label), editions=""
        )
        yield HeldBack(code=code, branch=branch, by=place.by, key=place.key, reason=reason)


def _sentence(case: Figuring, objection: Objection) -> str:
    editions = words.AND.join([*map(case.source, objection.source), *objection.others])
    return words.OBJECTIONS[objection.code].format(group=group_title(objection.group), editions=editions)


def _with_curve(case: Figuring, finding: Finding) -> Finding:
    curve: Curve | None = case.finding.curve
    if finding.hidden or curve is None or case.policy.sight(case.figure.code) is Sight.HEADLINE:
        return replace(finding, curve=None)
    before = [(one.findings[case.figure.code].curve, case.units[one.as_of]) for one in case.before]
    made = coarse_curve(
        curve,
        _own(case),
        smallest=case.demand.smallest,
        before=[(curve, units) for curve, units in before if curve is not None],
    )
    caveats = finding.caveats if made is not None and not made.cut else (*finding.caveats, CURVE_CUT)
    return replace(finding, curve=made, caveats=caveats)


def _own(case: Figuring) -> list[Unit]:
    whole = case.whole
    return [unit for unit in case.units[case.as_of] if whole.holds(unit)]
