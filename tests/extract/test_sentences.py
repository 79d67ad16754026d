"""Sentences cut before parsing: together they are the line, each at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.parser import Paragraph
from kg.extract.sentences import split

LINES = st.text(alphabet=st.sampled_from('aB1.!?…"”’) \tMrU.S'), max_size=60)


@given(LINES, st.integers(0, 1000))
def test_the_sentences_of_a_line_are_the_line(text: str, start: int) -> None:
    sentences = list(split(Paragraph(text, start)))
    assert "".join(sentence.text for sentence in sentences) == text
    assert all(text[s.start - start : s.start - start + len(s.text)] == s.text for s in sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ann Lee met Dr. Who in St. Louis.",
        "The U.S. Senate and Acme Inc. agree.",
        "J. Smith of Acme Corp. said no.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in split(Paragraph(text, 0))] == [text]


def test_a_closing_quotation_mark_belongs_to_the_sentence_that_it_ends() -> None:
    texts = [sentence.text.strip() for sentence in split(Paragraph("“We stop.” She left. It rained.", 0))]
    assert texts == ["“We stop.”", "She left.", "It rained."]
