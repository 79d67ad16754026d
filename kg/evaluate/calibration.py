"""Whether a confidence means what it says: of the statements at 0.9, nine in ten should be right."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kg.evaluate.matching import Judged, Level

BINS = 10
"""Bins of equal width between 0 and 1."""


@dataclass(frozen=True)
class Bin:
    """The statements with a confidence from `low` to below `high`: their number, mean confidence, and share right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True)
class Calibration:
    """The bins that hold a statement, and the gap between confidence and share right, averaged over statements."""

    bins: tuple[Bin, ...]
    expected_error: float

    def record(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"expected_error": self.expected_error, "bins": [asdict(each) for each in self.bins]}


def calibration(read: Iterable[Judged]) -> Calibration | None:
    """The reliability of the confidences at the level of the triple; None where no statement has one."""
    rated = [(each.line.confidence, each.level >= Level.TRIPLE) for each in read if each.line.confidence is not None]
    if not rated:
        return None
    groups = [[pair for pair in rated if _bin_of(pair[0]) == number] for number in range(BINS)]
    bins = [_bin(number, group) for number, group in enumerate(groups) if group]
    error = sum(each.count * abs(each.confidence - each.right) for each in bins) / len(rated)
    return Calibration(bins=tuple(bins), expected_error=round(error, 4))


def _bin_of(confidence: float) -> int:
    return min(int(confidence * BINS), BINS - 1)


def _bin(number: int, group: list[tuple[float, bool]]) -> Bin:
    count = len(group)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=count,
        confidence=round(sum(confidence for confidence, _ in group) / count, 4),
        right=round(sum(right for _, right in group) / count, 4),
    )
