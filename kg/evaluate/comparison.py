"""Two runs on one gold set beside each other."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.errors import RecordError

_COUNTED = frozenset({"precision", "recall", "f1", "share", "expected_error"})
"""The figures that are compared; the counts behind them stay out."""


@dataclass(frozen=True)
class Difference:
    """One figure of two runs; None where a run does not have it."""

    figure: str
    earlier: float | None
    now: float | None

    @property
    def change(self) -> float | None:
        """How much it has risen."""
        return None if self.earlier is None or self.now is None else round(self.now - self.earlier, 4)

    def record(self) -> dict[str, Any]:
        """JSON-ready."""
        return {**asdict(self), "change": self.change}


def flat(record: Mapping[str, Any], *path: str) -> dict[str, float]:
    """The figures of a run by their names, in order: `levels.triple.f1`, `qualifiers.status`, `calibration`."""
    found: dict[str, float] = {}
    for key, value in record.items():
        if isinstance(value, Mapping):
            found.update(flat(value, *path, key))
        elif key in _COUNTED and isinstance(value, int | float):
            found[".".join((*path, *(() if key in ("share", "expected_error") else (key,))))] = value
    return found


def differences(earlier: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """Every figure of either run. Raises RecordError where the runs are of different gold sets."""
    if (coded := _coded(earlier)) != _coded(now):
        raise RecordError(
            f"the earlier run has {coded} coded statements and this one {_coded(now)}: compare runs on one gold set"
        )
    before, after = flat(earlier), flat(now)
    for figure in dict.fromkeys((*after, *before)):
        yield Difference(figure, before.get(figure), after.get(figure))


def record_in(text: str) -> dict[str, Any] | None:
    """The record of an earlier run where the text of a file is one, else None: it may hold statements."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and isinstance(record.get("levels"), dict) else None


def _coded(record: Mapping[str, Any]) -> Any:
    try:
        return record["levels"]["triple"]["coded"]
    except (KeyError, TypeError):
        raise RecordError(
            "the earlier run lacks levels.triple.coded; write it with `kg evaluate --format json`"
        ) from None
