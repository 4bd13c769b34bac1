"""Frozen values as bytes and back: the same value gives the same bytes on every machine.

JSON with sorted keys, no spaces, UTF-8, one newline at the end; dates in ISO, enumerations by their value.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Frozen = TypeVar("Frozen")


class NotCanonical(ValueError):
    """The bytes are not a value of that type."""


def as_bytes(value: object) -> bytes:
    """Return a value of frozen dataclasses, tuples, dates, enumerations and plain values as canonical bytes."""
    text = json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode() + b"\n"


def from_bytes(content: bytes, kind: type[Frozen]) -> Frozen:
    """Return the value these bytes were written from; raises NotCanonical for anything else.

    A field that did not exist when they were written has its default. Whether bytes were changed is not asked here:
    their hash or signature tells.
    """
    try:
        value: Frozen = _built(json.loads(content), kind)
    except (ValueError, TypeError, KeyError, AttributeError, StopIteration, RecursionError) as error:
        message = f"not a {kind.__name__}"
        raise NotCanonical(message) from error
    return value


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _built(plain: Any, kind: Any) -> Any:
    origin, given = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _either(plain, given)
    if origin is tuple:
        return tuple(_built(item, given[0]) for item in plain)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        if not set(plain) <= {field.name for field in fields(kind)}:
            raise KeyError(kind.__name__)
        return kind(**{name: _built(item, hints[name]) for name, item in plain.items()})
    return _single(plain, kind)


def _either(plain: Any, kinds: tuple[Any, ...]) -> Any:
    if plain is None:
        if NoneType not in kinds:
            raise TypeError
        return None
    return _built(plain, next(kind for kind in kinds if kind is not NoneType))


def _single(plain: Any, kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if kind in {date, datetime}:
        return kind.fromisoformat(plain)
    if kind is float and type(plain) is int:
        return plain  # a whole number stays one: 12, not 12.0
    if type(plain) is not kind:
        raise TypeError(kind)
    return plain
