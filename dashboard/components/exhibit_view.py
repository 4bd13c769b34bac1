"""An exhibit on the page: finding, drawing, what it means, where it comes from, its table and its downloads."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.charts.pictures import picture
from dashboard.components.downloading import download
from dashboard.components.markup import definitions, marks, panel, paragraph, subheading, table
from dashboard.exhibit import Exhibit
from dashboard.words.catalogue import say


def show(exhibit: Exhibit, *, stamp: str) -> None:
    """Write the exhibit. `stamp` says for which date it was made; it travels with the picture."""
    with st.container(key=f"wp-exhibit-{exhibit.name}"):
        st.header(exhibit.headline, anchor=False)
        _show_drawing(exhibit, stamp=stamp)
        _show_table(exhibit)
        _show_downloads(exhibit, stamp=stamp)


def show_under(exhibit: Exhibit, *, stamp: str, twin: str = "", within: str = "") -> None:
    """Write the exhibit below a question: its finding one heading lower. `twin`: a table of ours with all its numbers.

    `within`: the proposal it is part of; what was not released yet is not to be taken along.
    """
    with st.container(key=f"wp-exhibit-{exhibit.name}{within}"):
        st.html(subheading(exhibit.headline))
        _show_drawing(exhibit, stamp=stamp, twin=twin, within=within)
        if not twin:
            _show_table(exhibit)
        if not within:
            _show_downloads(exhibit, stamp=stamp)


def _show_drawing(exhibit: Exhibit, *, stamp: str, twin: str = "", within: str = "") -> None:
    st.html(paragraph(exhibit.subtitle, style="wp-subtitle"))
    if exhibit.chart is None:
        st.html(panel(exhibit.panel))
    else:
        key = f"wp-chart-{exhibit.name}{within}"
        st.altair_chart(exhibit.chart, theme=None, width="stretch", alt=exhibit.alt, key=key)
    glance = table(exhibit.glance, style="wp-table wp-glance") if exhibit.glance is not None else ""
    meaning = "".join(paragraph(line, style="wp-meaning") for line in exhibit.meaning)
    source = paragraph(f"{exhibit.source} {stamp}", style="wp-source")
    st.html(marks(exhibit.key) + glance + meaning + twin + source)


def show_all(exhibits: Sequence[Exhibit], *, stamp: str, outside: bool = False) -> None:
    """Write the exhibits that can be drawn, and below them in one list what cannot, and why.

    `outside`: the reader has an edition, which does not tell why something is not in it.
    """
    for exhibit in exhibits:
        if exhibit.chart is not None:
            show(exhibit, stamp=stamp)
    absent = [(exhibit.subtitle, (exhibit.panel,)) for exhibit in exhibits if exhibit.chart is None]
    if absent:
        st.header(say("pages.absent"), anchor=False)
        st.html(paragraph(say("pages.absent_outside"), style="wp-read") if outside else definitions(absent))


def _show_table(exhibit: Exhibit) -> None:
    if exhibit.table.rows:
        with st.expander(say("pages.as_table")):
            st.html(table(exhibit.table))


def _show_downloads(exhibit: Exhibit, *, stamp: str) -> None:
    if not exhibit.table.rows:
        return
    with st.container(horizontal=True):
        download(
            say("pages.download_csv"), exhibit.table.csv_bytes, file_name=f"werkplaats-{exhibit.name}.csv",
            mime="text/csv", key=f"wp-csv-{exhibit.name}",
        )  # fmt: skip
        if exhibit.chart is not None:
            download(
                say("pages.download_png"), partial(picture, exhibit, stamp=stamp),
                file_name=f"werkplaats-{exhibit.name}.png", mime="image/png",
                key=f"wp-png-{exhibit.name}",
            )  # fmt: skip
