"""Partial ISO dates: what 2020 or 2020-06 can mean."""

import re
from calendar import monthrange
from datetime import date

PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z"
"""The form of a year, a month or a day, ISO 8601."""

_PARTIAL = re.compile(PARTIAL_DATE)


def first_day(partial: str) -> date:
    """The first day that a partial ISO date can mean. Raises ValueError where it is none."""
    year, month, day = _parts(partial)
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"there is no day {partial!r}; look the date up again") from None


def last_day(partial: str) -> date:
    """The last day that a partial ISO date can mean. Raises ValueError where it is none."""
    first, (_, month, day) = first_day(partial), _parts(partial)
    if day:
        return first
    last_month = first.replace(month=month or 12)
    return last_month.replace(day=monthrange(last_month.year, last_month.month)[1])


def partial_date(text: str) -> str:
    """The text itself where it is a partial ISO date of a real day. Raises ValueError where it is none."""
    first_day(text)
    return text


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    if not _PARTIAL.match(partial):
        raise ValueError(f"{partial!r} is no ISO date; write 2020, 2020-06 or 2020-06-11")
    numbers = [int(part) for part in partial.split("-")] + [None, None]
    year, month, day = numbers[:3]
    assert year is not None
    return year, month, day
