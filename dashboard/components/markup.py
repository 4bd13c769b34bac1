"""Our own HTML: cards, tables, notes and panels, made of escaped Dutch text."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.table import Heading, Table
from dashboard.words.catalogue import say
from dashboard.words.sentences import Mark, mark_of


@dataclass(frozen=True, kw_only=True)
class Card:
    """One figure on one card. `lines` are said below the value, in order; `parts` are the branches apart.

    `link`: to the page that says more; `rows`: to the rows behind it, for who may see them.
    """

    label: str
    value: str
    lines: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    verdict: Mark | None = None
    after: tuple[str, ...] = ()
    link: str = ""
    figure: str = ""
    rows: str = ""


def paragraph(text: str, *, style: str = "") -> str:
    """Return one paragraph; nothing for no text."""
    return f'<p class="{style}">{escape(text)}</p>' if text else ""


def note(lines: list[str], *, style: str = "wp-note", role: str = "note") -> str:
    """Return lines in a frame that screen readers call a note, or say at once as an `alert`."""
    body = "".join(paragraph(line) for line in lines)
    return f'<div class="{style}" role="{role}" data-wp="">{body}</div>'


def panel(text: str, *, why: str = "") -> str:
    """Return a frame that stands where a drawing would, with the reason it is not there."""
    return f'<div class="wp-panel" data-wp="">{paragraph(text, style="wp-panel-text")}{paragraph(why)}</div>'


def marks(lines: tuple[str, ...]) -> str:
    """Return what the marks of a drawing mean, as a list; nothing for no lines."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<ul class="wp-key" data-wp="">{items}</ul>' if items else ""


def verdict(found: Mark | None) -> str:
    """Return a verdict: its shape for the eye, its word for everyone."""
    if found is None:
        return ""
    return f'<span class="wp-{found.kind}"><span aria-hidden="true">{found.shape}</span> {escape(found.word)}</span>'


def cards(items: list[Card]) -> str:
    """Return cards as a list."""
    return f'<ul class="wp-cards" data-wp="">{"".join(map(_card, items))}</ul>'


def _card(item: Card) -> str:
    label = escape(item.label)
    heading = f'<a href="{escape(item.link)}" target="_self">{label}</a>' if item.link else label
    parts = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in item.parts
    )
    verdict_line = f'<p class="wp-verdict">{verdict(item.verdict)}</p>' if item.verdict else ""
    return (
        f'<li class="wp-card" data-wp-figure="{escape(item.figure)}"><h3>{heading}</h3>'
        f'<p class="wp-value{"" if item.value.removeprefix("€ ")[:1].isdigit() else " wp-words"}">{escape(item.value)}</p>'
        f"{''.join(paragraph(line, style='wp-line') for line in item.lines)}"
        f"{f'<dl>{parts}</dl>' if parts else ''}{verdict_line}"
        f"{''.join(paragraph(line, style='wp-line') for line in item.after)}{_rows_link(item)}</li>"
    )


def _rows_link(item: Card) -> str:
    if not item.rows:
        return ""
    said, about = escape(say("rows.link")), escape(item.label)
    return f'<p class="wp-line"><a href="{escape(item.rows)}" target="_self" aria-label="{said}: {about}">{said}</a></p>'


def subheading(text: str) -> str:
    """Return the finding of a drawing that stands below a question."""
    return f'<h4 class="wp-finding" data-wp="">{escape(text)}</h4>'


def table(content: Table, *, style: str = "wp-table") -> str:
    """Return a table with a caption and named rows; wide columns are left out on a phone."""
    heads = "".join(
        f'<th scope="col" class="{_style(heading) if place else "wp-text"}">{escape(heading.label)}</th>'
        for place, heading in enumerate(content.headings)
    )
    body = "".join(_row(content, cells) for cells in content.texts())
    return (
        f'<div class="wp-scroll" data-wp="" role="region" tabindex="0" aria-label="{escape(content.caption)}">'
        f'<table class="{style}"><caption>{escape(content.caption)}'
        f"</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody>"
        "</table></div>"
    )


def _row(content: Table, cells: tuple[str, ...]) -> str:
    first, *rest = cells
    others = "".join(
        f'<td class="{_style(heading)}">'
        f"{verdict(mark_of(text)) if heading.kind == 'verdict' else escape(text)}</td>"
        for heading, text in zip(content.headings[1:], rest, strict=True)
    )
    return f'<tr><th scope="row">{escape(first)}</th>{others}</tr>'


def _style(heading: Heading) -> str:
    side = "wp-text" if heading.kind in {"text", "verdict"} else "wp-number"
    return f"{side} wp-wide" if heading.wide else side


def definitions(entries: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Return terms with their explanations as a list of definitions."""
    items = "".join(
        f"<dt>{escape(term)}</dt>{''.join(f'<dd>{escape(line)}</dd>' for line in lines)}"
        for term, lines in entries
    )
    return f'<dl class="wp-terms" data-wp="">{items}</dl>'
