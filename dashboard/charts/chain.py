"""The exhibit of the chain of a match: a share per link with its own n, from the question to both sides' judgement."""

from dataclasses import replace

from dashboard.charts.shares_exhibit import beside_exhibit, unknown_headline
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding
from dashboard.words.catalogue import say, texts
from dashboard.words.sentences import NOT_FOLLOWED, says_text, value_text

LINKS = (
    ("match_rate_14d",),
    ("job_appointment_kept", "visit_reliability"),
    ("match_retention_90d",),
    ("carer_continuity",),
    ("ceo_quality_agree", "job_dissatisfied_share"),
    ("perceived_load",),
)
CHAIN = tuple(code for link in LINKS for code in link)


def chain_exhibit(findings: tuple[Finding, ...], *, period: str) -> Exhibit:
    """Return the chain of the figures that were asked: each link a share with its range and its own n."""
    made = beside_exhibit(
        findings,
        kind="chain",
        headline=_headline(findings),
        period=period,
        named=tuple(link_text(finding.code) for finding in findings),
        with_count=True,
    )
    return replace(made, meaning=(say("charts.chain.each_own"), *made.meaning))


def link_text(code: str) -> str:
    """Return a link of the chain with its place: 3. De match loopt na 90 dagen nog."""
    number = next(place for place, codes in enumerate(LINKS, start=1) if code in codes)
    return say("charts.chain.number", number=number, link=texts("figures")[code]["link"])


def _headline(findings: tuple[Finding, ...]) -> str:
    known = [finding for finding in findings if finding.value is not None and not finding.hidden]
    first = next((finding for finding in known if finding.code == CHAIN[0]), None)
    if first is None:
        return unknown_headline(findings, kind="chain")
    kept = next((finding for finding in known if finding.code in LINKS[2]), None)
    if kept is None or NOT_FOLLOWED in kept.caveats:
        return say("charts.chain.first_only", first=value_text(first))
    last = f"{value_text(kept)} {says_text(kept)}"
    return say("charts.chain.headline", first=value_text(first), last=last)
