"""Finding names in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ontology import Ontology


def found(ontology: Ontology, text: str) -> list[tuple[str, str]]:
    """The words found, each with its concept's slug."""
    return [(match.span.of(text), match.concept.slug) for match in ontology.gazetteer.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme sells face recognition.", ["Acme", "face recognition"]),
        ("Acme's facial-recognition software", ["Acme", "facial-recognition"]),
        ("live facial recognition", ["live facial recognition"]),
        ("Facial Recognition at work", ["Facial Recognition"]),
        ("facial\nrecognition", ["facial\nrecognition"]),
        ("facial\n\nrecognition", []),
        ("facial, recognition", []),
        ("Police departments' and police department's cars", ["Police departments", "police department"]),
        ("policed, Acmes, acme", []),
        ("Acme, Inc. has Acme Inc. sued", ["Acme, Inc.", "Acme"]),
        ("an ACM-made thing", ["ACM"]),
        ("acm", []),
        ("the F.R. and the FR-based f.r.", ["F.R.", "FR"]),
        ("Freedonian and Freedonians'", ["Freedonian", "Freedonians"]),
        ("the Republic, the republic", ["the Republic"]),
    ],
)
def test_names_are_found_by_their_words(small: Ontology, text: str, words: list[str]) -> None:
    assert [said for said, _ in found(small, text)] == words


def test_the_longest_name_wins(small: Ontology) -> None:
    assert found(small, "Springfield Police Department in Springfield") == [
        ("Springfield Police Department", "springfield-police"),
        ("Springfield", "springfield"),
    ]


def test_in_a_line_of_capitals_capitals_tell_nothing(small: Ontology) -> None:
    assert found(small, "ACM TO SELL FACIAL RECOGNITION\n\nACM said so.") == [
        ("FACIAL RECOGNITION", "facial-recognition"),
        ("ACM", "acme"),
    ]


def test_a_short_line_of_capitals_may_be_a_name(small: Ontology) -> None:
    assert found(small, "ACM") == [("ACM", "acme")]


@given(st.lists(st.sampled_from(["Acme", "facial", "live", "recognition", "F.R.", "police", "\n\n", ",", "’s", "x"])))
def test_matches_stand_in_order_without_overlap_and_on_word_bounds(shipped: Ontology, parts: list[str]) -> None:
    text = " ".join(parts)
    spans = [match.span for match in shipped.gazetteer.find(text)]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(not text[span.start - 1 : span.start].isalnum() for span in spans)
    assert all(not text[span.end : span.end + 1].isalnum() for span in spans)


@given(st.text())
def test_any_text_can_be_searched(shipped: Ontology, text: str) -> None:
    assert all(match.span.of(text) for match in shipped.gazetteer.find(text))
