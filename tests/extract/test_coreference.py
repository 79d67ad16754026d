"""Whom pronouns, definite nouns, surnames and abbreviations stand for."""

import pytest

from kg.ontology import Ontology
from tests.extract.sentences import Reader


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> Reader:
    return Reader(ontology)


def meant(reader: Reader, text: str, word: str) -> str | None:
    """Whom a word of the last sentence names as an actor."""
    *_, last = reader.sentences(text)
    token = next(token for token in last.sentence if token.text == word)
    actor = last.scene.actor(token)
    return actor.filler.entity.name if actor else None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Axon sells drones to Congress. The company will stop.", "company", "Axon"),
        ("Axon sued the FCC. The agency lost.", "agency", "Federal Communications Commission"),
        ("Axon sells drones. It will stop.", "It", "Axon"),
        ("Privacy advocates met. They protested.", "They", "privacy advocates"),
        ("Ron Wyden met Axon. He protested.", "He", "Ron Wyden"),
        ("Axon sells drones. We will stop.", "We", "Axon"),
    ],
)
def test_the_most_salient_that_agrees_is_meant(reader: Reader, text: str, word: str, expected: str) -> None:
    assert meant(reader, text, word) == expected


def test_a_subject_is_more_salient_than_an_object(reader: Reader) -> None:
    assert meant(reader, "Axon sued Palantir. The company won.", "company") == "Axon"


def test_what_was_named_long_ago_fades(reader: Reader) -> None:
    text = "Axon sells drones. Palantir bought a tank. Palantir sold it. The company won."
    assert meant(reader, text, "company") == "Palantir"


def test_a_noun_without_an_article_stands_for_nobody(reader: Reader) -> None:
    assert meant(reader, "Axon sells drones. Every company won.", "company") != "Axon"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Jane Quarndon leads it. Quarndon protested.", "Quarndon", "Jane Quarndon"),
        ("The Drone Safety Commission (DSC) met. The DSC adopted rules.", "DSC", "Drone Safety Commission"),
        ("Google Cloud met Google. Google left.", "Google", "Google"),
    ],
)
def test_a_short_name_means_the_full_one_unless_it_is_one_itself(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert meant(reader, text, word) == expected


def test_a_bill_stands_for_those_who_want_it(reader: Reader) -> None:
    assert meant(reader, "Ed Markey introduced a bill. The bill would ban drones.", "bill") == "Ed Markey"


def test_nobody_is_meant_where_nobody_was_named(reader: Reader) -> None:
    assert meant(reader, "It rained.", "It") is None
