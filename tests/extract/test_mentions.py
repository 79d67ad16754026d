"""Who is named: the ontology's names, other proper names with their kinds, local bodies, and described groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import mentions
from kg.extract.mentions import Mentions
from kg.extract.parser import DEFAULT_MODEL, Parser
from kg.model import Kind
from kg.ontology import Ontology

PARSER = Parser(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def named(ontology: Ontology) -> "Finder":
    return Finder(ontology)


class Finder:
    """The mentions of a text."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def all(self, text: str) -> Mentions:
        (doc,) = PARSER.parse([text])
        return mentions.find(doc, self._ontology, self._ontology.frames.signals)

    def names(self, text: str) -> set[str]:
        return {mention.entity.name for mention in self.all(text).all}

    def kind(self, text: str, name: str) -> Kind:
        return next(mention.entity.kind for mention in self.all(text).all if mention.entity.name == name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lumbervale Police Department bought drones.", "Lumbervale Police Department", Kind.LAW_ENFORCEMENT),
        ("The startup Quandrex sells drones to Germany.", "Quandrex", Kind.COMPANY),
        ("A letter from Brenton University calls for rules.", "Brenton University", Kind.INSTITUTION),
    ],
)
def test_what_a_name_names_is_told_by_its_ending_and_its_neighbours(
    named: Finder, text: str, name: str, kind: Kind
) -> None:
    assert named.kind(text, name) is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tucson police will buy drones.", "Tucson Police", Kind.LAW_ENFORCEMENT),
        ("Tucson's police department will buy drones.", "Tucson Police Department", Kind.LAW_ENFORCEMENT),
        ("The Tulsa City Council voted on drones.", "Tulsa City Council", Kind.LEGISLATURE),
    ],
)
def test_a_public_body_may_be_called_by_its_place(named: Finder, text: str, name: str, kind: Kind) -> None:
    assert named.kind(text, name) is kind


def test_a_place_inside_a_longer_name_is_not_meant(named: Finder) -> None:
    assert "Kansas" not in named.names("Researchers at the University of Kansas built a robot.")


def test_letters_in_brackets_abbreviate_the_name_before_them(named: Finder) -> None:
    found = named.all("The Drone Safety Commission (DSC) met. The DSC adopted rules.")
    assert found.all[1].entity.name == "Drone Safety Commission"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Amazon employees protested.", "Amazon employees"),
        ("Chinese hackers stole it.", "Chinese hackers"),
        ("Several other companies left.", "companies"),
        ("Privacy advocates protested.", "privacy advocates"),
    ],
)
def test_described_groups_are_named_in_the_words_of_the_text(named: Finder, text: str, name: str) -> None:
    assert name in named.names(text)


def test_a_group_of_senators_is_senators(named: Finder) -> None:
    (group,) = named.all("A group of senators met.").all
    assert (group.entity.name, group.start) == ("senators", 1)


def test_the_customers_of_a_vendor_are_told_by_the_group_before_them(named: Finder) -> None:
    assert "police" in named.names("It lost its police customers.")


def test_the_place_of_a_group_is_still_mentioned(named: Finder) -> None:
    found = named.all("Chinese hackers stole it.")
    assert [mention.entity.name for mention in found.all] == ["China", "Chinese hackers"]


def test_a_dateline_names_nobody(named: Finder) -> None:
    assert not {name for name in named.names("QUARNDON (AP) — Axon sells drones.") if name.isupper()}


@given(st.text(st.sampled_from("Aa bPolice(U.S.) “’-ofand\n"), max_size=60))
def test_mentions_lie_inside_the_text_and_name_somebody(ontology: Ontology, text: str) -> None:
    for doc in PARSER.parse([text] if text.strip() else []):
        for mention in mentions.find(doc, ontology, ontology.frames.signals).all:
            assert 0 <= mention.start < mention.end <= len(doc)
            assert mention.entity.name.strip()
