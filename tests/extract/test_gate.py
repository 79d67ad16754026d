"""The gate lets pass what can hold a statement, and loses no character of what it passes."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.gate import Gate, GateError, load
from kg.model import Article
from kg.ontology import Ontology

TOLD = "Amazon banned police from using its facial recognition software."
IDLE = "It rained for most of the afternoon."


def test_it_tells_an_act_from_an_idle_remark(ontology: Ontology) -> None:
    pieces = load().pieces(Article.read(f"{IDLE} {TOLD} {IDLE}"), ontology)
    told = [(piece.part.text.strip(), piece.is_read) for piece in pieces]
    assert told == [(IDLE, False), (TOLD, True), (IDLE, False)]


@given(st.lists(st.sampled_from([TOLD, IDLE, "\n", "“Quite so.”"]), min_size=1, max_size=12))
def test_every_piece_stands_at_its_place(ontology: Ontology, told: list[str]) -> None:
    article = Article.read(" ".join([IDLE, *told]))
    for piece in load().pieces(article, ontology):
        start = piece.part.start
        assert article.text[start : start + len(piece.part.text)] == piece.part.text


def test_what_is_not_read_is_still_heard(ontology: Ontology) -> None:
    closed = replace(load(), threshold=float("inf"))
    (piece,) = closed.pieces(Article.read(TOLD), ontology)
    assert not piece.is_read
    assert "amazon" in {match.concept.slug for match in piece.names}


def test_neighbours_that_are_read_are_read_together(ontology: Ontology) -> None:
    opened = Gate({}, bias=0.0, threshold=-1.0, fingerprint="")
    (piece,) = opened.pieces(Article.read(f"{TOLD} {IDLE}"), ontology)
    assert piece.part.text == f"{TOLD} {IDLE}"


@pytest.mark.parametrize("contents", [b"", b"no gzip", gzip.compress(b"{"), gzip.compress(json.dumps({}).encode())])
def test_a_damaged_file_is_told_with_its_cure(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "gate.json.gz"
    path.write_bytes(contents)
    with pytest.raises(GateError, match="make train"):
        load(path)
