"""Coded articles as examples to learn from: every candidate of every sentence, and what is right to say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.evaluate import Gold, Line
from kg.evaluate.matching import accepts
from kg.extract.analysis import Analysis, Analyst
from kg.extract.candidates import Candidate
from kg.extract.learned.features import Features, describe
from kg.extract.statements import quote
from kg.model import Article

QUOTED, ELSEWHERE = 2, 1
"""A candidate says what is coded: in the sentence that the coder quoted, or in another of the article."""

_SHORTEST_OVERLAP = 10


@dataclass(frozen=True)
class Seen:
    """A candidate of an example with its features, and for each action NONE (0), ELSEWHERE or QUOTED.

    `quoted` are the statements of its actor that the coder quoted from its sentence.
    """

    analysis: Analysis
    candidate: Candidate
    features: Features
    labels: npt.NDArray[np.int8]
    quoted: tuple[Line, ...]


@dataclass(frozen=True)
class Example:
    """One coded article of a set."""

    set: str
    article: str
    coded: tuple[Line, ...]
    seen: tuple[Seen, ...]


def examples(gold: Gold, analyst: Analyst, actions: Sequence[str]) -> Iterator[Example]:
    """The articles of a gold set, analysed and labelled."""
    for item in gold.items:
        article = (gold.articles or {})[item]
        coded = tuple(line for line in gold.coded if line.id == item)
        yield Example(gold.name, item, coded, tuple(_seen(article, coded, analyst, actions)))


def _seen(article: Article, coded: Sequence[Line], analyst: Analyst, actions: Sequence[str]) -> Iterator[Seen]:
    places = [place(line, article.text) for line in coded]
    for analysis in analyst.read(article):
        here = [_overlaps(place, analysis) for place in places]
        for candidate in analysis.candidates:
            labels = [_label(candidate, action, coded, here) for action in actions]
            own = tuple(line for line, quoted in zip(coded, here, strict=True) if quoted and _is_by(line, candidate))
            yield Seen(analysis, candidate, describe(candidate, analysis), np.array(labels, np.int8), own)


def _label(candidate: Candidate, action: str, coded: Sequence[Line], here: Sequence[bool]) -> int:
    label = 0
    for line, quoted in zip(coded, here, strict=True):
        same = action == line.action or action in line.alt.get("action", ())
        if same and _is_by(line, candidate):
            label = max(label, QUOTED if quoted else ELSEWHERE)
    return label


def _is_by(line: Line, candidate: Candidate) -> bool:
    return accepts(line, "actor", candidate.actor.filler.entity.name)


def place(line: Line, text: str) -> tuple[int, int] | None:
    """Where a quote stands in its text, as the line says, else as its words do; of one with gaps the first part."""
    if line.start is not None and line.end is not None:
        return line.start, line.end
    words = line.quote or ""
    for part in (words, *words.replace("…", "...").split("...")):
        start = text.find(part.strip()) if len(part.strip()) > _SHORTEST_OVERLAP else -1
        if start >= 0:
            return start, start + len(part.strip())
    return None


def _overlaps(place: tuple[int, int] | None, analysis: Analysis) -> bool:
    if place is None:
        return False
    span = quote(analysis).span
    if span is None:
        return False
    shared = min(place[1], span.end) - max(place[0], span.start)
    return shared > min(_SHORTEST_OVERLAP, (place[1] - place[0]) / 2)
