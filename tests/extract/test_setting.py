"""Where an article plays, and which of its statements hold there."""

import pytest

from kg.extract import setting
from kg.model import Entity, Filler, Kind, Quote, Span, Statement
from kg.ontology import Ontology

STATES = Filler(entity=Entity(id="united-states", name="United States", kind=Kind.COUNTRY), written="Congress")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FBI told Congress about its cameras. The Senate listened.", "United States"),
        (
            "The Metropolitan Police use cameras, and the FBI and Congress watch from the United States.",
            "United States",
        ),
        ("Congress listened.", None),
        ("Canada, France, Japan and Brazil listened.", None),
        ("A lens was sharper than before.", None),
    ],
)
def test_an_article_plays_where_half_of_its_public_bodies_are(
    ontology: Ontology, text: str, expected: str | None
) -> None:
    place = setting.find(text, ontology)
    assert (place.entity.name if place else None) == expected


def statement(action: str, kind: Kind, **others: object) -> Statement:
    """A statement of an actor of some kind, with no jurisdiction."""
    actor = Filler(entity=Entity(id="x", name="X", kind=kind), written="X")
    quote = Quote(text="words", span=Span(start=0, end=5))
    made = Statement(article="a1", action=action, actor=actor, technology=actor, quotes=(quote,))
    return made.model_copy(update=others)


@pytest.mark.parametrize(
    ("told", "placed"),
    [
        (statement("supports", Kind.COMPANY), True),
        (statement("uses", Kind.LAW_ENFORCEMENT), True),
        (statement("proposes", Kind.PERSON), True),
        (statement("bans", Kind.COMPANY), True),
        (statement("sells", Kind.COMPANY), False),
        (statement("uses", Kind.COMPANY), False),
        (statement("investigates", Kind.INSTITUTION), False),
    ],
)
def test_politics_are_local_and_business_is_not(ontology: Ontology, told: Statement, placed: bool) -> None:
    assert setting.settled(told, STATES, ontology).jurisdiction == (STATES if placed else None)


def test_a_jurisdiction_that_is_told_stays(ontology: Ontology) -> None:
    china = Filler(entity=Entity(id="china", name="China", kind=Kind.COUNTRY), written="China")
    told = statement("supports", Kind.COMPANY, jurisdiction=china)
    assert setting.settled(told, STATES, ontology).jurisdiction == china


def test_without_a_setting_nothing_is_placed(ontology: Ontology) -> None:
    assert setting.settled(statement("supports", Kind.COMPANY), None, ontology).jurisdiction is None
