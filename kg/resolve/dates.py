"""Dates as news writes them, resolved against the day of the article to partial ISO dates.

A relative date of an article without a date stays unknown. A bare weekday means the latest such day up to the article's
own (news reports look back), or the next one where the event is still to come.
"""

import re
from datetime import date, timedelta

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<month>" + "|".join(f"{m[:3]}(?:{m[3:]})?\\.?" if m != "may" else "may" for m in _MONTHS) + ")"
_DAY_OF = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?: (?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE
)
_MONTH_OF = re.compile(rf"\b{_MONTH},? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_RELATIVE = re.compile(r"\b(?P<which>last|next|this) (?P<unit>day|week|month|year)\b", re.IGNORECASE)
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WORD_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_DURATION = re.compile(
    r"\b(?:\w+[- ]to[- ])?(?P<number>\d+|an?|one|two|three|four|five|six|ten)[- ](?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)


def resolve(words: str, today: date | None) -> str | None:
    """The partial ISO date that the words mean, or None. `today` is the day of the article, where it is known."""
    return _absolute(words, today) or (_relative(words, today) if today else None)


def duration(words: str) -> str | None:
    """The ISO duration that the words state ("a one-year pause" is P1Y); of a range the upper bound."""
    match = _DURATION.search(words)
    if not match:
        return None
    number = _WORD_NUMBERS.get(match["number"].lower()) or int(match["number"])
    return f"P{number}{match['unit'][0].upper()}"


def _absolute(words: str, today: date | None) -> str | None:
    for pattern in (_DAY_OF, _DAY_BEFORE):
        if match := pattern.search(words):
            year = match["year"] or (str(today.year) if today else None)
            return _day(year, _month(match), int(match["day"])) if year else None
    if match := _MONTH_OF.search(words):
        return f"{match['year']}-{_month(match):02}"
    match = _YEAR.search(words)
    return match["year"] if match else None


def _month(match: re.Match[str]) -> int:
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower().rstrip(".")[:3]))


def _day(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _relative(words: str, today: date) -> str | None:
    lower = words.lower()
    for word, days in _DAYS.items():
        if word in lower:
            return (today + timedelta(days)).isoformat()
    for index, weekday in enumerate(_WEEKDAYS):
        if weekday in lower:
            return (today - timedelta((today.weekday() - index) % 7)).isoformat()
    match = _RELATIVE.search(words)
    return _shifted(today, match["which"].lower(), match["unit"].lower()) if match else _month_alone(lower, today)


def _shifted(today: date, which: str, unit: str) -> str | None:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return str(today.year + step)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    return None


def _month_alone(lower: str, today: date) -> str | None:
    for index, month in enumerate(_MONTHS, 1):
        if re.search(rf"\b(in|since|until|from) {month}\b", lower):
            return f"{today.year if index <= today.month else today.year - 1}-{index:02}"
    return None
