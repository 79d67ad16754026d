"""Dates as sources write them, in the form that articles keep: ISO 8601, the zone as stated."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from kg.model.dates import PARTIAL_DATE, first_day

Order = Literal["month first", "day first"]

_PARTIAL = re.compile(PARTIAL_DATE)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]|(?:[a-z]{3,9},?\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{2,4}\s+\d", re.IGNORECASE)
_TIME = re.compile(r"[\s,]+(?:at\s+)?\d{1,2}:\d{2}.*$", re.IGNORECASE)
_DAYS = ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%d %m %Y", "%Y/%m/%d", "%Y%m%d")
_NO_WORDS = re.compile(r"[,.\s]+|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_SEPTEMBER = re.compile(r"\bsept\b", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12


def iso_date(value: str, order: Order | None = None) -> str:
    """The ISO form of a date: ISO, as in mail (RFC 2822), in words (June 11, 2020), or with slashes where that is one
    day only. Raises ValueError, with the cure, where it is none.

    `order` is that of day and month between slashes, where it is known. A date without a time stays one, a time
    without a zone gets none.
    """
    text = value.strip()
    try:
        if _PARTIAL.match(text):
            first_day(text)
            return text
        return (None if _MOMENT.match(text) else _day(text, order)) or _moment(text).isoformat()
    except (ValueError, OverflowError, TypeError):
        raise ValueError(f"{value[:60]!r} is no date; write 2020-06-11 or 2020-06-11T09:30:00+00:00") from None


def _moment(text: str) -> datetime:
    if not _MOMENT.match(text):
        raise ValueError(text)
    if text[:4].isdigit():
        return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d|Z)", "", text))
    return parsedate_to_datetime(text)


def _day(text: str, order: Order | None) -> str | None:
    """The day that a table or a page writes in words or with slashes; None where it could be another one."""
    plain = _SEPTEMBER.sub("Sep", _NO_WORDS.sub(" ", _TIME.sub("", text))).strip()
    for form in _DAYS:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    return _slashed(plain, order)


def _slashed(text: str, order: Order | None) -> str | None:
    """31/12/2020 or 12/31/2020; 1/2/2020, which is two days, only where the order is known."""
    found = _SLASHED.fullmatch(text)
    if not found:
        return None
    first, second, year = (int(part) for part in found.groups())
    if order is None and first != second and max(first, second) <= _MONTHS:
        return None
    month_first = second > _MONTHS or (order == "month first" and first <= _MONTHS)
    month, day = (first, second) if month_first else (second, first)
    return date(year, month, day).isoformat()
