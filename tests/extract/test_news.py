"""The day of the news, and what is dated to it."""

import pytest

from kg.extract import news
from kg.model import Entity, Filler, Kind, Quote, Span, Statement, Status
from kg.ontology import Ontology
from tests.extract.sentences import FRIDAY, Reader

TITLE = "Oakland bans facial recognition"


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> Reader:
    return Reader(ontology)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Senators questioned the agency on Thursday.", "2020-06-11"),
        ("Senators questioned the agency in May.", None),
        ("Senators questioned the agency on March 3.", None),
        ("The agency, which was founded on Thursday, is small.", None),
    ],
)
def test_the_day_of_the_news_is_that_of_a_main_verb_in_the_last_week(
    reader: Reader, text: str, day: str | None
) -> None:
    reading = reader.sentence(text)
    assert news.day(reading.sentence, reading.signals, FRIDAY) == day


def statement(action: str, start: int, **others: object) -> Statement:
    """A statement whose quote starts at a character of its article."""
    oakland = Filler(entity=Entity(id="oakland", name="Oakland", kind=Kind.GOVERNMENT), written="Oakland")
    quote = Quote(text="words", span=Span(start=start, end=start + 5))
    made = Statement(article="a1", action=action, actor=oakland, technology=oakland, quotes=(quote,))
    return made.model_copy(update=others)


@pytest.mark.parametrize(
    ("told", "since"),
    [
        (statement("supports", 200), "2020-06-11"),
        (statement("bans", 0), "2020-06-11"),
        (statement("bans", 200), None),
        (statement("uses", 0), None),
        (statement("supports", 200, status=Status.ANNOUNCED), None),
        (statement("supports", 200, since="2018"), "2018"),
        (statement("supports", 200, until="2019"), None),
    ],
)
def test_positions_and_headlines_without_a_date_are_of_the_day_of_the_news(told: Statement, since: str | None) -> None:
    assert news.dated(told, "2020-06-11", TITLE).since == since


def test_without_a_day_of_the_news_nothing_is_dated() -> None:
    assert news.dated(statement("supports", 0), None, TITLE).since is None
