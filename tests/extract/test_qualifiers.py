"""What a clause hangs on, what it leaves out, how far it goes, and where it holds."""

import pytest

from kg.extract import qualifiers
from kg.model import Entity, Filler, Kind
from kg.ontology import Ontology
from tests.extract.sentences import FRIDAY, Reader


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> Reader:
    return Reader(ontology)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Axon will not sell facial recognition until a law is in place.", "until a law is in place"),
        ("Axon will not sell drones unless Congress agrees, and it said so.", "unless Congress agrees"),
        ("Axon sells drones as long as police ask for them.", "as long as police ask for them"),
        ("Axon will not sell facial recognition until June 2021.", None),
        ("Axon sells few drones, if any.", None),
        ("Axon sells facial recognition.", None),
    ],
)
def test_a_condition_is_in_the_words_of_the_article(reader: Reader, text: str, expected: str | None) -> None:
    reading = reader.sentence(text)
    found = qualifiers.read(reading.clauses[0], reading.sentence, reading.signals, FRIDAY)
    assert found.condition == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oakland banned facial recognition except for federal agencies.", "federal agencies"),
        ("Axon stopped selling facial recognition to everybody other than hospitals.", "hospitals"),
        ("Oakland banned facial recognition.", None),
    ],
)
def test_an_exception_is_whom_it_does_not_cover(reader: Reader, text: str, expected: str | None) -> None:
    reading = reader.sentence(text)
    found = qualifiers.read(reading.clauses[0], reading.sentence, reading.signals, FRIDAY)
    assert found.exception == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oakland banned facial recognition in public spaces.", "in public spaces"),
        ("Police use facial recognition to find missing children.", "to find missing children"),
        ("Police use facial recognition at work.", None),
        ("Police use facial recognition.", None),
    ],
)
def test_a_scope_is_the_setting_or_the_purpose_that_limits_it(reader: Reader, text: str, expected: str | None) -> None:
    reading = reader.sentence(text)
    found = qualifiers.read(reading.clauses[0], reading.sentence, reading.signals, FRIDAY)
    assert found.scope == expected


@pytest.mark.parametrize(
    ("text", "actor", "counterparty", "expected"),
    [
        ("Axon sells facial recognition to police in Illinois.", "axon", None, "Illinois"),
        ("The FBI uses facial recognition.", "federal-bureau-of-investigation", None, "United States"),
        (
            "The New York Police Department bought Axon's facial recognition.",
            "axon",
            "new-york-police-department",
            "New York",
        ),
        ("Microsoft urged Congress to regulate facial recognition.", "microsoft", "us-congress", "United States"),
        ("The Israeli vendor sells facial recognition.", "axon", None, None),
        ("Axon, based in Illinois, sells facial recognition.", "axon", None, None),
        ("Axon sells facial recognition.", "axon", None, None),
    ],
)
def test_it_holds_where_the_text_says_or_where_a_public_body_governs(
    reader: Reader, ontology: Ontology, text: str, actor: str, counterparty: str | None, expected: str | None
) -> None:
    reading = reader.sentence(text)
    party = Filler(entity=ontology.concept(counterparty).entity, written=counterparty) if counterparty else None
    place = qualifiers.jurisdiction(ontology.concept(actor).entity, party, reading.clauses[0], reading.scene)
    found = place.entity.name if place else None
    assert (found or "").startswith(expected or "") and bool(found) == bool(expected)


def test_a_public_body_that_the_ontology_lacks_governs_the_place_in_its_name(reader: Reader) -> None:
    body = Entity(id="x", name="British police", kind=Kind.LAW_ENFORCEMENT, collective=True)
    reading = reader.sentence("British police use facial recognition.")
    place = qualifiers.jurisdiction(body, None, reading.clauses[0], reading.scene)
    assert place is not None
    assert place.entity.name == "United Kingdom"
