"""Windows of time that move over a debate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.network.discourse.claim import Claim


@dataclass(frozen=True)
class Window:
    """The claims from one day to another, both included."""

    start: date
    end: date
    claims: tuple[Claim, ...]


def windows(claims: Iterable[Claim], days: int, step: int | None = None) -> Iterator[Window]:
    """Windows of so many days, each beginning `step` days after the one before, from the first claim to the last.

    Without a step they follow each other. A claim without a day is in none; a window may be empty.
    """
    dated = sorted((claim for claim in claims if claim.day), key=lambda claim: (claim.day, claim))
    if not dated:
        return
    start, last = _day(dated[0]), _day(dated[-1])
    while start <= last:
        end = start + timedelta(days=days - 1)
        yield Window(start, end, tuple(claim for claim in dated if start <= _day(claim) <= end))
        start += timedelta(days=step or days)


def _day(claim: Claim) -> date:
    assert claim.day is not None
    return claim.day
