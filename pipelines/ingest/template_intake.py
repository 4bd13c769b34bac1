"""Answers from forms that wait to be completed, as rows for the template: what they say, and who said it."""

import json
from collections.abc import Mapping

from pipelines.ingest.read.form import best_form
from pipelines.ingest.template_sheet import IntakeRow
from pipelines.schemas.column import Record
from pipelines.schemas.registry import record
from pipelines.store.home import Home
from pipelines.store.keys import find_key
from pipelines.store.vault import read_vault
from pipelines.store.warehouse import open_warehouse

WAITING = """SELECT id, record, "values" FROM log.intake WHERE status = 'open' ORDER BY id"""
VAULT_NUMBER = "SELECT coalesce(max(vault), 0) FROM log.loads"


def waiting_intake(home: Home) -> dict[str, list[IntakeRow]]:
    """Return table → rows that wait, in the order they came; empty when nothing was ever loaded.

    Each row has its columns as text, names and free text from the vault included, and under the empty key all
    answers as they were given. Raises StoreProblem when the store or the vault cannot be opened.
    """
    if not home.warehouse.is_file():
        return {}
    with open_warehouse(home) as warehouse:
        waiting, number = warehouse.execute(WAITING), int(warehouse.value(VAULT_NUMBER))
    answers = read_vault(home, key=find_key(home), number=number).intake if waiting else {}
    rows: dict[str, list[IntakeRow]] = {}
    for code, table, values in waiting:
        given = answers.get(str(code), {})
        row = _spoken(given, record(table)) | json.loads(values) | {"": _listed(given)}
        rows.setdefault(table, []).append(row)
    return rows


def _spoken(answers: Mapping[str, str], declared: Record) -> dict[str, str]:
    """Return the answers that fill a cell of their own and may not stand outside the vault."""
    form = best_form(tuple(answers)) if answers else None
    if form is None or form.table != declared.table:
        return {}
    given = zip(form.columns, form.questions, answers.values(), strict=True)
    return {
        name: answer
        for name, question, answer in given
        if name is not None and question.columns == (name,) and question.identifying
    }


def _listed(answers: Mapping[str, str]) -> str:
    return "\n".join(f"{question} {answer}" for question, answer in answers.items())
