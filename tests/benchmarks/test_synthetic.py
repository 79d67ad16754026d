"""Readings made up for benchmarks are like those of extraction, and the same in every run."""

from collections import Counter

import pytest

from benchmarks.synthetic import Newsroom
from kg.model import Reading
from kg.ontology import Ontology

STATEMENTS = 2_000


@pytest.fixture(scope="module")
def readings(ontology: Ontology) -> list[Reading]:
    return list(Newsroom(ontology).readings(STATEMENTS))


def test_there_are_as_many_statements_as_asked_for(readings: list[Reading]) -> None:
    assert len({statement.id for reading in readings for statement in reading.statements}) == STATEMENTS


def test_every_quote_stands_in_its_article(readings: list[Reading]) -> None:
    for reading in readings:
        for statement in reading.statements:
            assert all(quote.stands_in(reading.article.text) for quote in statement.quotes)


def test_another_run_makes_the_same(readings: list[Reading], ontology: Ontology) -> None:
    assert list(Newsroom(ontology).readings(STATEMENTS)) == readings


def test_some_articles_are_copies(readings: list[Reading]) -> None:
    texts = Counter(reading.article.text_hash for reading in readings)
    assert max(texts.values()) == 2


def test_a_few_actors_do_much_and_most_do_little(readings: list[Reading]) -> None:
    told = (statement.actor for reading in readings for statement in reading.statements)
    times = sorted(Counter(actor.entity.id for actor in told if actor).values())
    assert times[-1] > 100
    assert times[len(times) // 2] <= 2
