"""Dates as news writes them, resolved against the day of the article to partial ISO dates.

A relative date of an article without a date stays unknown. News looks back: a bare weekday or month means the latest
one up to the article's own day, or the next one where the event is still to come (`Outlook.AHEAD`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outlook(StrEnum):
    """Where a date that may be past or future lies: what happened is looked back to, what is planned ahead to."""

    BACK = "back"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Dated:
    """Characters `start` to `end` of a text name the day, month or year `value` (partial ISO date)."""

    start: int
    end: int
    value: str


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASON_ENDS = {"spring": 5, "summer": 8, "fall": 11, "autumn": 11, "winter": 12}
_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORDS = {word: number for number, word in enumerate(_NUMBERS)} | {"a": 1, "an": 1, "fifteen": 15}
_NUMBER_WORDS |= {"eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_WHICH = r"(?P<which>last|past|previous|this|next|coming)"
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})"
_BEFORE_MONTH = r"(?:in|since|until|till|through|from|by|of|during|late|early|mid|this|next|between|and|to|come)[ -]"


_OPENING_LINES = 12
_WORDS = re.compile(r"[^\W\d_]{3}")
_AROUND_A_DATELINE = re.compile(r"\b(?:(?i:last|first|updated|published|posted|date|on|\w{2,6}day)|[A-Z]{2,4})\b")


def resolve(words: str, today: date | None, outlook: Outlook = Outlook.BACK) -> str | None:
    """The first partial ISO date that the words name, or None. `today` is the day of the article, where it is known."""
    return next((dated.value for dated in find(words, today, outlook)), None)


def find(text: str, today: date | None, outlook: Outlook = Outlook.BACK) -> Iterator[Dated]:
    """All dates that a text names, in its order; of two that overlap the more exact one."""
    found: list[Dated] = []
    for pattern, meaning in _FORMS:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                value = meaning(match, today, outlook)
                found.append(Dated(match.start(), match.end(), value or ""))
    yield from (dated for dated in sorted(found, key=lambda d: d.start) if dated.value)


def dateline(text: str) -> date | None:
    """The day of a text that one of its first lines gives and nothing else ("Updated April 20, 2024"), or None."""
    for line in text.splitlines()[:_OPENING_LINES]:
        for dated in find(line, None):
            rest = f"{line[: dated.start]} {line[dated.end :]}"
            if len(dated.value) == len("2020-06-11") and not _WORDS.search(_AROUND_A_DATELINE.sub("", rest)):
                return date.fromisoformat(dated.value)
    return None


_DURATION = re.compile(
    rf"\b(?:[\w.]+(?:[- ]to[- ]|[-–]))?{_NUMBER}[- ](?:full |consecutive )?(?P<unit>day|week|month|year|decade)s?\b"
    r"(?![\s-]+(?:ago|old|earlier|later|before|after))",
    re.IGNORECASE,
)


def duration(words: str) -> str | None:
    """The ISO duration that the words state ("a one-year pause" is P1Y); of a range the upper bound."""
    match = _DURATION.search(words)
    if not match:
        return None
    number, unit = _number(match), match["unit"].lower()
    return f"P{number * 10}Y" if unit == "decade" else f"P{number}{unit[0].upper()}"


def _number(match: re.Match[str]) -> int:
    word = match["number"].lower()
    return int(word) if word.isdigit() else _NUMBER_WORDS[word]


def _iso(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


def _day_of_month(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    """A day with its month; without a year the one nearest to the article."""
    month, day = _month(match), int(match["day"])
    if match["year"]:
        return _valid(int(match["year"]), month, day)
    if today is None:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    days = [date.fromisoformat(iso) for year in years if (iso := _valid(year, month, day))]
    return min(days, key=lambda d: abs(d - today)).isoformat() if days else None


def _month_of_year(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    return f"{match['year']}-{_month(match):02}"


def _month_of_relative_year(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    return f"{_year(today, _step(match))}-{_month(match):02}" if today else None


def _month_alone(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    if today is None:
        return None
    month, before = _month(match), match.group().lower()
    if outlook is Outlook.AHEAD or before.startswith("next"):
        shift = int(month < today.month)
    else:
        shift = -int(month > today.month or (before.startswith("last") and month == today.month))
    return f"{_year(today, shift)}-{month:02}"


def _season(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    """The year of a season: no finer date can be told from its name."""
    if today is None:
        return None
    over = today.month > _SEASON_ENDS[match["season"].lower()]
    shift = {"last": 0 if over else -1, "next": 1 if over else 0}.get(match["which"].lower(), 0)
    return _year(today, shift)


def _ago(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    if today is None:
        return None
    number, unit = _number(match), match["unit"].lower()
    if unit in ("year", "decade"):
        return _year(today, -number * (10 if unit == "decade" else 1))
    if unit == "month":
        return _shifted_month(today, -number)
    day = _moved(today, -number * _UNIT_DAYS[unit])
    return day if unit in ("day", "night") else day[:7]


def _relative_unit(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    """ "Last month", "this year", "next week": as fine as its unit, a week as its month."""
    if today is None:
        return None
    unit, step = match["unit"].lower(), _step(match)
    if unit == "year":
        return _year(today, step)
    if unit == "month":
        return _shifted_month(today, step)
    return _moved(today, 7 * step)[:7]


def _near_day(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    if today is None:
        return None
    word = match.group().lower()
    return _moved(today, {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0))


def _weekday(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    if today is None:
        return None
    index = _WEEKDAYS.index(match["weekday"].lower()[:3])
    which = (match["which"] or "").lower()
    if (outlook is Outlook.AHEAD and which != "last") or which in ("next", "coming"):
        return _moved(today, (index - today.weekday()) % 7)
    back = (today.weekday() - index) % 7
    return _moved(today, -(back or (7 if which == "last" else 0)))


def _year_alone(match: re.Match[str], today: date | None, outlook: Outlook) -> str | None:
    return match["year"]


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"].lower()[:3]) + 1


def _step(match: re.Match[str]) -> int:
    return _STEPS[match["which"].lower()]


def _moved(today: date, days: int) -> str:
    """Another day; the calendar's first or last day where it would fall off its end."""
    ordinal = min(max(today.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal).isoformat()


def _year(today: date, years: int) -> str:
    return f"{min(max(today.year + years, 1), 9999):04}"


def _shifted_month(today: date, months: int) -> str:
    month = min(max(today.year * 12 + today.month - 1 + months, 12), 9999 * 12 + 11)
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


Meaning = Callable[[re.Match[str], date | None, Outlook], str | None]


def _forms(*forms: tuple[str, Meaning]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    """Compiled, the letter case of months and weekdays kept: "may" and "sun" are words."""
    return tuple((re.compile(pattern), meaning) for pattern, meaning in forms)


_FORMS = _forms(
    (rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso),
    (rf"\b{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?\b", _day_of_month),
    (rf"\b{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?\b", _day_of_month),
    (rf"\b{_MONTH},?(?: of)? {_YEAR}\b", _month_of_year),
    (rf"\b{_MONTH} (?:of )?(?P<which>last|this|next) year\b", _month_of_relative_year),
    (rf"\b(?i:last )?(?i:{_BEFORE_MONTH}|last ){_MONTH}(?!\w| [A-Z])", _month_alone),
    (rf"\b(?i:{_WHICH}) (?P<season>spring|summer|fall|autumn|winter)\b", _season),
    (rf"\b(?i:{_NUMBER}) (?P<unit>day|night|week|fortnight|month|year|decade)s? (?:ago|earlier)\b", _ago),
    (r"\b(?i:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b", _near_day),
    (rf"\b(?i:{_WHICH}) (?P<unit>week|month|year)\b(?!['’]s)", _relative_unit),
    (rf"\b(?:(?i:{_WHICH}) )?{_WEEKDAY}\b", _weekday),
    (rf"(?<![\w$£€.,-]){_YEAR}(?![\w%-]|[.,]\d)", _year_alone),
)
