"""JSON written a piece at a time, so that a network larger than memory fits."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import IO, Any

from kg.export.characters import clean
from kg.network import Value

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write_items(file: IO[bytes], items: Iterable[Mapping[str, Any]]) -> None:
    """The items of a list, one a line, without its brackets."""
    before = "\n"
    for item in items:
        file.write(f"{before}{as_json(item)}".encode())
        before = ",\n"


def as_json(value: Any) -> str:
    """A value in one line; keys stay in their order."""
    return _ENCODER.encode(value)


def plain(values: Mapping[str, Value]) -> dict[str, Any]:
    """Attributes as JSON has them: lists, cleaned texts; numbers that are none are left out."""
    return {name: _plain(value) for name, value in values.items() if not _is_no_number(value)}


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [clean(text) for text in value]
    return clean(value) if isinstance(value, str) else value


def _is_no_number(value: Value) -> bool:
    return isinstance(value, float) and not math.isfinite(value)
