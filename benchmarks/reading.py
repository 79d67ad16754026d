"""How fast articles are read, as a ratio to spaCy parsing the same texts with the same pipeline in the same run."""

import time
from collections.abc import Callable
from pathlib import Path

from kg.extract.grammar import GrammarExtractor
from kg.extract.parser import DEFAULT_MODEL
from kg.model import Article
from kg.ontology import load
from kg.resources import demo_folder
from loaders import load as read

REPEATS = 5


def report() -> str:
    """One line: articles a second of the extractor and of the bare parse."""
    import spacy

    articles = _articles(demo_folder())
    extractor, pipeline = GrammarExtractor(load()), spacy.load(DEFAULT_MODEL)
    extractor.read(articles[0])
    parse = _rate(lambda: list(pipeline.pipe(article.text for article in articles)), len(articles))
    grammar = _rate(lambda: [extractor.read(article) for article in articles], len(articles))
    ratio = f"{grammar / parse:4.1f} × the bare parse ({parse:.1f} articles/s)"
    return f"reading, demo texts  {grammar:6.1f} articles/s   {ratio}"


def _articles(folder: Path) -> list[Article]:
    items = (item for path in sorted(folder.iterdir()) for item in read(path))
    return [item for item in items if isinstance(item, Article)]


def _rate(work: Callable[[], object], articles: int) -> float:
    start = time.perf_counter()
    for _ in range(REPEATS):
        work()
    return REPEATS * articles / (time.perf_counter() - start)
