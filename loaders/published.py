"""Dates as sources write them, in the form that articles keep: ISO 8601, the zone as stated."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from kg.model.dates import PARTIAL_DATE, first_day

_PARTIAL = re.compile(PARTIAL_DATE)


def iso_date(value: str) -> str:
    """The ISO form of an ISO or mail (RFC 2822) date. Raises ValueError, with the cure, where it is neither.

    A date without a time stays one, a time without a zone gets none.
    """
    text = value.strip()
    try:
        if _PARTIAL.match(text):
            first_day(text)
            return text
        return _moment(text).isoformat()
    except (ValueError, OverflowError):
        raise ValueError(f"{value[:60]!r} is no date; write 2020-06-11 or 2020-06-11T09:30:00+00:00") from None


def _moment(text: str) -> datetime:
    if re.match(r"\d{4}-\d{2}-\d{2}[T ]", text):
        return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d|Z)", "", text))
    return parsedate_to_datetime(text)
