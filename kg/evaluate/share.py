"""How many of how many."""

from dataclasses import dataclass
from typing import Any


def ratio(part: float, whole: float) -> float | None:
    """The share, None of nothing."""
    return part / whole if whole else None


@dataclass(frozen=True)
class Share:
    """`count` of `of`."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1, None of nothing."""
        return ratio(self.count, self.of)

    def record(self) -> dict[str, Any]:
        """The share and what it comes from, JSON-ready."""
        return {"share": None if self.share is None else round(self.share, 4), "count": self.count, "of": self.of}
