"""What every expression may ask: the date, the period and the settings, each a parameter of the compiled statements."""

import re

from pipelines.vocabulary.settings import SETTINGS

SQL_TYPES = {"date": "DATE", "int64": "BIGINT", "float64": "DOUBLE"}  # the same in DuckDB and Spark
PARAMETER = re.compile(
    r"CAST\([$:](\w+) AS"
)  # as `statement.with_parameters` writes it for DuckDB ($) and Spark (:)

_TYPES = {
    "datum": "date",
    "dagen": "int64",
    "werkdagen": "int64",
    "weken": "int64",
    "maanden": "int64",
    "uren": "float64",
    "aantal": "float64",
    "euro": "float64",
    "procent": "float64",
}

# Settings that are words decide nothing inside a figure.
QUESTION: dict[str, str] = {"as_of": "date", "period_from": "date"} | {
    key: _TYPES[setting.unit] for key, setting in SETTINGS.items() if setting.unit in _TYPES
}
