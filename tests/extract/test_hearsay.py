"""Claims, worries and nameless sources: what makes a clause uncertain from outside its own words."""

import pytest

from kg.extract import hearsay
from kg.ontology import Ontology
from tests.extract.sentences import Reader


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> Reader:
    return Reader(ontology)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The lawsuit alleges that police used facial recognition.", "used", True),
        ("Officials said that police used facial recognition.", "used", True),
        ("Police used facial recognition, according to people familiar with the matter.", "used", True),
        ("Reportedly police used facial recognition.", "used", True),
        ("Brad Smith said that police used facial recognition.", "used", False),
        ("Police used facial recognition, according to Brad Smith.", "used", False),
        ("Police used facial recognition.", "used", False),
    ],
)
def test_claims_and_nameless_sources_hedge(reader: Reader, text: str, word: str, expected: bool) -> None:
    reading = reader.sentence(text)
    assert hearsay.is_hedged(reading.clause(word), reading.sentence, reading.signals) is expected
