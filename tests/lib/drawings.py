"""Reads an exhibit's drawing: its layers, and the values it travels with."""

from typing import Any

from dashboard.exhibit import Exhibit


def layers(exhibit: Exhibit) -> list[dict[str, Any]]:
    """Return the layers of the drawing."""
    return exhibit.chart.to_dict()["layer"]


def records(exhibit: Exhibit) -> list[dict[str, Any]]:
    """Return every record of the drawing's own data, in order."""
    spec = exhibit.chart.to_dict()
    data = [layer.get("data", {}) for layer in spec["layer"]] + [spec.get("data", {})]
    found = [record for part in data for record in part.get("values", [])]
    return found + [record for shared in spec.get("datasets", {}).values() for record in shared]


def values(exhibit: Exhibit, field: str) -> list[Any]:
    """Return every value of a field in the drawing's own data, in order, each once."""
    return list(dict.fromkeys(record[field] for record in records(exhibit) if field in record))
