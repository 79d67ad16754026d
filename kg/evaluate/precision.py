"""Precision from a sample that a person coded, with the interval that it may be reported with.

Each stratum has a Wilson interval. Overall, strata are weighted by their size in the graph, and their intervals are
combined by Newcombe's square-and-add: the distance of the whole's limit from its estimate is the root of the sum of the
squared weighted distances of the strata. It is Wilson's interval where there is one stratum, and never of width zero
where all that was coded is right, as the usual normal interval is. See docs/evaluation.md.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from statistics import NormalDist
from typing import Any

from kg.errors import RecordError

CONFIDENCE = 0.95
"""The share of samples whose interval holds the true precision."""


@dataclass(frozen=True)
class Estimate:
    """A share with the limits of its interval."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Stratum:
    """What was coded in one stratum: `right` of `coded` statements, out of `size` in the graph.

    `unsure` were looked at without a verdict, `blank` not at all; neither counts as coded.
    """

    name: str
    size: int
    right: int
    coded: int
    unsure: int = 0
    blank: int = 0

    @property
    def precision(self) -> Estimate | None:
        """None where nothing is coded."""
        return wilson(self.right, self.coded) if self.coded else None

    def record(self) -> dict[str, Any]:
        """JSON-ready, with the precision."""
        return {**asdict(self), "precision": self.precision and asdict(self.precision)}


def wilson(right: int, of: int) -> Estimate:
    """The share `right` of `of` (1 or more) with Wilson's score interval."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    share = right / of
    centre = (share + z * z / (2 * of)) / (1 + z * z / of)
    margin = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return Estimate(share, min(share, max(0.0, centre - margin)), max(share, min(1.0, centre + margin)))


def overall(strata: Sequence[Stratum]) -> Estimate:
    """The precision over all strata in which something is coded, weighted by size.

    Raises RecordError where nothing is.
    """
    known = [(stratum.size, stratum.precision) for stratum in strata]
    parts = [(size, precision) for size, precision in known if precision]
    if not parts:
        raise RecordError("nothing is coded yet; write yes, no or unsure into the column 'correct'")
    whole = sum(size for size, _ in parts)
    share = sum(size / whole * part.share for size, part in parts)
    below = sqrt(sum((size / whole * (part.share - part.low)) ** 2 for size, part in parts))
    above = sqrt(sum((size / whole * (part.high - part.share)) ** 2 for size, part in parts))
    return Estimate(share, max(0.0, share - below), min(1.0, share + above))
