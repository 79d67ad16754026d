"""Partial ISO dates: what 2020 or 2020-06 can mean."""

import re
from calendar import monthrange
from datetime import date

PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A year, a month or a day, ISO 8601."""

_PARTIAL = re.compile(PARTIAL_DATE)


def first_day(partial: str) -> date:
    """The first day that a partial ISO date can mean. Raises ValueError where it is none."""
    year, month, day = _parts(partial)
    return date(year, month or 1, day or 1)


def last_day(partial: str) -> date:
    """The last day that a partial ISO date can mean. Raises ValueError where it is none."""
    year, month, day = _parts(partial)
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    if not _PARTIAL.match(partial):
        raise ValueError(f"{partial!r} is no ISO date; write 2020, 2020-06 or 2020-06-11")
    numbers = [int(part) for part in partial.split("-")] + [None, None]
    year, month, day = numbers[:3]
    assert year is not None
    return year, month, day
