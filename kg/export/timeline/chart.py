"""What a timeline shows: rows in groups, and the years below them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.network.timeline import Bar

GROUPS = ("actor", "technology")
NONE_NAMED = "no technology named"


@dataclass(frozen=True)
class Chart:
    """Bars in groups by name, between two days; `left_out` is how many of them there was no room for."""

    title: str
    source: str
    groups: Mapping[str, Sequence[Bar]]
    start: date
    end: date
    left_out: int = 0

    @property
    def rows(self) -> int:
        """How many bars there are."""
        return sum(len(group) for group in self.groups.values())

    def place(self, day: str) -> float:
        """Where a day is between the first one, 0, and the last, 1."""
        return (date.fromisoformat(day) - self.start).days / max((self.end - self.start).days, 1)


def chart(bars: Iterable[Bar], by: str, title: str, source: str, limit: int = 200) -> Chart:
    """The bars grouped by `actor` or `technology`, at most `limit`: those that most statements report.

    The line of time goes from the year in which the first one begins to the end of the year of the last day known.
    """
    every = list(bars)
    ranked = sorted(every, key=lambda bar: (-len(bar.statements), bar.begins, bar.position))[:limit]
    days = [day for bar in ranked for day in (bar.announced, bar.since, bar.ended) if day] or ["2000-01-01"]
    return Chart(
        title=title,
        source=source,
        groups=_grouped([bar for bar in every if bar in set(ranked)], by),
        start=date(int(min(days)[:4]), 1, 1),
        end=date(int(max(days)[:4]), 12, 31),
        left_out=len(every) - len(ranked),
    )


def _grouped(bars: Iterable[Bar], by: str) -> Mapping[str, Sequence[Bar]]:
    groups: dict[str, list[Bar]] = {}
    for bar in bars:
        for name in (bar.actor,) if by == "actor" else bar.technologies or (NONE_NAMED,):
            groups.setdefault(name, []).append(bar)
    ordered = sorted(groups, key=lambda name: (name == NONE_NAMED, name.casefold(), name))
    return {name: sorted(groups[name], key=lambda bar: (bar.begins, bar.position)) for name in ordered}
