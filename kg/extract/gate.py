"""Which sentences can hold a statement: only those are parsed, since parsing takes most of the time of a reading.

A linear model weighs the words of a sentence, their classes, the kinds of what the ontology knows in it, and the words
of the headline. It is trained to let pass what the judge made statements of (see training/gate.py).
"""

import gzip
import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from math import fsum
from pathlib import Path

from kg.errors import KgError
from kg.extract.parser import Paragraph, paragraphs
from kg.extract.sentences import split
from kg.model import Article
from kg.ontology import Ontology
from kg.ontology.gazetteer import Match

DEFAULT_FILE = Path(__file__).parent / "learned" / "gate.json.gz"
FORMAT = 1

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "n")
_LATE = 4
_MANY = 4
_WORDS_A_STEP = 8


class GateError(KgError):
    """The file of the gate is missing, damaged, or of another format."""


@dataclass(frozen=True)
class Piece:
    """Neighbouring sentences of a line that are read together; those that cannot hold a statement are only heard."""

    part: Paragraph
    is_read: bool
    names: tuple[Match, ...] = ()
    """What the ontology knows in a piece that is only heard."""


@dataclass(frozen=True)
class Gate:
    """Weights of what a sentence looks like, in log odds; open from `threshold` on. `fingerprint` hashes the file."""

    weights: Mapping[str, float]
    bias: float
    threshold: float
    fingerprint: str

    def pieces(self, article: Article, ontology: Ontology) -> Iterator[Piece]:
        """The lines of an article, cut where reading begins or ends."""
        looks, matches = Looks(article.title, ontology), ontology.gazetteer.find(article.text)
        for number, part in enumerate(paragraphs(article.text)):
            yield from _joined([self._piece(s, looks, number, within(s, matches)) for s in split(part)])

    def _piece(self, sentence: Paragraph, looks: "Looks", line: int, names: tuple[Match, ...]) -> Piece:
        is_read = self.score(looks.of(sentence, line, names)) >= self.threshold
        return Piece(sentence, is_read, names)

    def score(self, features: Iterable[str]) -> float:
        """The log odds that a sentence of these features holds a statement."""
        return self.bias + fsum(self.weights.get(name, 0.0) for name in features)


def within(sentence: Paragraph, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Those of the names of an article, in order, that begin in a sentence."""
    first = bisect_left(matches, sentence.start, key=_start)
    last = bisect_left(matches, sentence.start + len(sentence.text), key=_start)
    return tuple(matches[first:last])


def _start(match: Match) -> int:
    return match.span.start


def _joined(sentences: Iterable[Piece]) -> Iterator[Piece]:
    """Sentences that are read in a row as one piece, the others each alone."""
    for is_read, run in groupby(sentences, key=lambda piece: piece.is_read):
        pieces = list(run)
        if is_read:
            yield Piece(Paragraph("".join(piece.part.text for piece in pieces), pieces[0].part.start), True)
        else:
            yield from pieces


class Looks:
    """What the sentences of one article look like."""

    def __init__(self, title: str, ontology: Ontology) -> None:
        self._title, self._classes = title, ontology.frames.classes
        self._of_title = frozenset(f"title:{word}" for word in self._worded(_words(title)))

    def of(self, sentence: Paragraph, line: int, matches: Sequence[Match]) -> set[str]:
        """The features of a sentence in a line of the article, with the names that the ontology knows in it."""
        words = _words(sentence.text)
        features = set(self._worded(words))
        features.update(f"{one} {other}" for one, other in pairwise(words))
        kinds = [str(match.concept.kind) for match in matches]
        features.update(f"kind:{kind}" for kind in kinds)
        features.update(f"slug:{match.concept.slug}" for match in matches)
        features.add(f"names:{min(len(kinds), _MANY)}")
        features.add(f"line:{min(line, _LATE)}")
        features.add(f"length:{min(len(words) // _WORDS_A_STEP, _MANY)}")
        if sentence.start >= len(self._title):
            features |= self._of_title
        return features

    def _worded(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            yield word
            yield from (f"#{each}" for each in self._classes_of(word))

    def _classes_of(self, word: str) -> tuple[str, ...]:
        """The classes of a word by its lemma, which is guessed from its ending."""
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        lemmas = (lemma for stem in stems for lemma in (stem, f"{stem}e"))
        return next((self._classes[lemma] for lemma in lemmas if lemma in self._classes), ())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@cache
def load(path: Path = DEFAULT_FILE) -> Gate:
    """The gate of a file. Raises GateError where it cannot be read."""
    try:
        packed = path.read_bytes()
        data = json.loads(gzip.decompress(packed))
    except (OSError, EOFError, ValueError) as error:
        raise GateError(f"{path}: not a gate ({error}); make it again with `make train`") from error
    if data.get("format") != FORMAT:
        raise GateError(f"{path}: format {data.get('format')}, but this version reads {FORMAT}; run `make train`")
    scale = data["scale"]
    weights = {name: whole / scale for name, whole in data["weights"].items()}
    return Gate(weights, data["bias"], data["threshold"], hashlib.sha256(packed).hexdigest()[:16])
