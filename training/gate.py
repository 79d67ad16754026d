"""The gate, fitted: which sentences hold what the ungated reader or a coder finds there (see kg/extract/gate.py)."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import loaders
from kg.evaluate import Line
from kg.extract import topic
from kg.extract.gate import DEFAULT_FILE, FORMAT, Looks, within
from kg.extract.learned.extractor import LearnedExtractor
from kg.extract.parser import Paragraph, paragraphs
from kg.extract.sentences import split
from kg.model import Article
from kg.ontology import Ontology
from training.examples import place
from training.fitting import RAREST, narrow
from training.sets import CORPUS, sets

THRESHOLD = -2.5
"""Log odds from which a sentence is parsed; drawn by cross-validation (see docs/decisions)."""

_STRENGTH = 0.1
_WEIGHT_OF_AGREED = 3.0
_SCALE = 100
_SHORTEST_OVERLAP = 10


@dataclass(frozen=True)
class Shown:
    """A sentence by its features, whether it holds a statement, and how much it counts."""

    features: frozenset[str]
    holds: bool
    weight: float


def train(ontology: Ontology, path: Path = DEFAULT_FILE) -> None:
    """Fit the gate to the texts at hand, coded or not, and write its file; the same texts give the same bytes."""
    reader = LearnedExtractor(ontology, gate_file=None)
    shown = [each for article, coded in texts(ontology) for each in sentences(article, coded, reader)]
    write(path, shown)


def texts(ontology: Ontology) -> Iterator[tuple[Article, tuple[Line, ...]]]:
    """The articles to learn from with what is coded of them; of the corpus those that nobody coded too, never gold."""
    coded_ids = set()
    for gold in sets(ontology):
        for item in gold.items:
            article = (gold.articles or {})[item]
            coded_ids.add(article.id)
            yield article, tuple(line for line in gold.coded if line.id == item)
    for kind in ("ledes", "articles"):
        yield from ((article, ()) for article in _uncoded(kind) if article.id not in coded_ids)


def _uncoded(kind: str) -> Iterator[Article]:
    source, gold = CORPUS / f"{kind}.jsonl", CORPUS / f"{kind}_gold_ids.txt"
    if source.is_file() and gold.is_file():
        withheld = frozenset(gold.read_text("utf-8").split())
        articles = (item for item in loaders.load(source) if isinstance(item, Article))
        yield from (article for article in articles if article.source_id not in withheld)


def sentences(article: Article, coded: Iterable[Line], reader: LearnedExtractor) -> Iterator[Shown]:
    """The sentences of an article as the gate sees them, with what the reader and the coder found there."""
    if topic.find(article.title, article.text, reader.ontology) is None:
        return
    read = [(s.quotes[0].span.start, s.quotes[0].span.end) for s in reader.read(article) if s.quotes[0].span]
    told = [found for line in coded if (found := place(line, article.text))]
    looks, matches = Looks(article.title, reader.ontology), reader.ontology.gazetteer.find(article.text)
    for number, part in enumerate(paragraphs(article.text)):
        for sentence in split(part):
            features = looks.of(sentence, number, within(sentence, matches))
            is_read, is_told = _overlaps(sentence, read), _overlaps(sentence, told)
            weight = _WEIGHT_OF_AGREED if is_read and is_told else 1.0
            yield Shown(frozenset(features), is_read or is_told, weight)


def _overlaps(sentence: Paragraph, places: Iterable[tuple[int, int]]) -> bool:
    end = sentence.start + len(sentence.text)
    return any(min(end, last) - max(sentence.start, first) > _SHORTEST_OVERLAP for first, last in places)


def write(path: Path, shown: list[Shown]) -> None:
    """Fit a logistic regression and write its weights as whole numbers of hundredths."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([dict.fromkeys(sorted(each.features), 1.0) for each in shown])
    counts = np.asarray((table != 0).sum(0)).ravel()
    vectorizer.restrict(counts >= RAREST)
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=300, random_state=0)
    holds, weights = [each.holds for each in shown], [each.weight for each in shown]
    model.fit(narrow(table[:, np.flatnonzero(counts >= RAREST)]), holds, sample_weight=weights)
    named = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    _write(path, named, float(model.intercept_[0]))


def _write(path: Path, named: Mapping[str, float], bias: float) -> None:
    whole = {name: round(weight * _SCALE) for name, weight in named.items()}
    data = {
        "format": FORMAT,
        "threshold": THRESHOLD,
        "scale": _SCALE,
        "bias": round(bias, 4),
        "weights": {name: weight for name, weight in whole.items() if weight},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
