"""Rows inside the data that are no data: the headings once more, and totals."""

import pytest

from pipelines.ingest.clean import Reason, row_fault
from pipelines.vocabulary.words.faults import REASON_SENTENCES
from pipelines.vocabulary.words.records import HEADINGS

LEDGER = tuple(HEADINGS["ledger"].values())
KEY = (0,)

ROWS = [
    ([], None),
    ([None, "", " ", None, None, None], None),
    (["B1", "3-4-2026", "klus", "fonds", "12,50", "J"], None),
    (list(LEDGER), Reason.HEADING_REPEATED),
    (["Boeking", "Datum", "Tak", None, None, None], Reason.HEADING_REPEATED),
    (["BOEKING", "datum ", "Tak", "Soort", "Bedrag", None], Reason.HEADING_REPEATED),
    (["Totaal", None, None, None, "1250,00", None], Reason.TOTAL_ROW),
    (["Subtotaal april", None, None, None, "1250,00", None], Reason.TOTAL_ROW),
    ([None, None, None, "Totaal:", "1250,00", None], Reason.TOTAL_ROW),
    (["Eindtotaal", None, None, None, None, None], Reason.TOTAL_ROW),
    (["B1", "3-4-2026", "klus", "totaal", "12,50", "J"], None),  # not its key and not its first cell
    (["Totaalpakket", "3-4-2026", "klus", "fonds", "1", "J"], None),
]


@pytest.mark.parametrize(("cells", "reason"), ROWS, ids=str)
def test_a_row_that_is_no_data_is_recognised(cells, reason):
    assert row_fault(cells, headings=LEDGER, key=KEY) is reason


def test_every_reason_has_a_sentence_and_every_sentence_a_reason():
    assert set(REASON_SENTENCES) == {reason.value for reason in Reason}
    assert all(sentence.endswith((".", "?", "...")) for sentence in REASON_SENTENCES.values())
