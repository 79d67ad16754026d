"""Bare words of Cypher, and nothing that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.tokens import words


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("load csv", ["LOAD", "CSV"]),
        ("LOAD/**/CSV", ["LOAD", "CSV"]),
        ("LOAD // x\nCSV", ["LOAD", "CSV"]),
        ("LO\\u0041D", ["LOAD"]),
        ("'LOAD CSV'", ["'"]),
        ("'it\\'s LOAD'", ["'"]),
        ('"a" + "b"', ["'", "+", "'"]),
        ("`LOAD``CSV`", ["`"]),
        ("$load", ["`"]),
        ("m.show", ["M", ".", "`"]),
        ("'never closed LOAD CSV", ["'"]),
        ("/* never closed LOAD", []),
    ],
)
def test_words(cypher: str, expected: list[str]) -> None:
    assert list(words(cypher)) == expected


@given(st.text(alphabet="LOADCSV '\"`/*\\\n", max_size=40))
def test_any_text_has_words(text: str) -> None:
    assert all(words(text))
