"""The day that an article reports: what it tells as news, without a date of its own, happened then."""

from datetime import date

from spacy.tokens import Span

from kg.extract import timing
from kg.model import Statement, Status
from kg.model.dates import first_day, last_day
from kg.ontology.frames import Signals

_FRESH_DAYS = 7
_LASTING = frozenset({"uses", "collects_data", "develops", "sells"})
_COLLECTED = frozenset({"supports", "opposes", "proposes"})


def day(sentence: Span, signals: Signals, today: date | None) -> str | None:
    """The day on which a sentence says that its main event was, if it lies in the week up to the article's own."""
    for when in timing.named_in(sentence, signals, today) if today else ():
        told = timing.value(when, signals, today)
        if told and today and not when.ends and when.head == sentence.root and _is_fresh(told, today):
            return told
    return None


def _is_fresh(told: str, today: date) -> bool:
    exact = first_day(told) == last_day(told)
    return exact and 0 <= (today - first_day(told)).days <= _FRESH_DAYS


def dated(statement: Statement, day: str | None, title: str) -> Statement:
    """A statement that is news and has no date of its own, dated to the day that its article reports.

    News are the acts of a headline, and the positions and proposals that a report of the day collects.
    """
    told = statement.action in _COLLECTED or _heads(statement, title)
    done = statement.status in (Status.IN_FORCE, Status.PROPOSED)
    if day is None or statement.since is not None or not (told and done):
        return statement
    over = statement.until is not None and last_day(statement.until) < first_day(day)
    return statement if over else statement.model_copy(update={"since": day})


def _heads(statement: Statement, title: str) -> bool:
    """Whether a statement is the act of a headline, and no state of affairs that it mentions."""
    span = statement.quotes[0].span
    return statement.action not in _LASTING and span is not None and span.start < len(title)
