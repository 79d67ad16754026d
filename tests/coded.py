"""The demo articles with statements coded by hand, for tests that must not depend on how well texts are read."""

import json
from collections.abc import Iterator

from kg.model import Article, Reading, Statement
from kg.model.record import StatementRecord
from kg.ontology import Ontology
from kg.pipeline.placing import placed
from kg.pipeline.sources import Sourced, below
from kg.resolve.entities import statement_from
from kg.resources import demo_folder

CODED = demo_folder().parent / "expected.jsonl"


def coded_lines() -> Iterator[StatementRecord]:
    """The hand-coded statements of the demo articles."""
    for line in CODED.read_text(encoding="utf-8").splitlines():
        yield StatementRecord.parse(json.loads(line), CODED.name)


def demo_articles() -> dict[str, Article]:
    """The demo articles by the id that the hand-coded lines use."""
    sourced = [item for item in below([demo_folder()]) if isinstance(item, Sourced)]
    return {item.id: item.content for item in sourced if isinstance(item.content, Article)}


def coded_readings(ontology: Ontology) -> list[Reading]:
    """The demo articles as if an extractor had read them as the coder did."""
    lines = list(coded_lines())
    return [
        Reading(
            article=article,
            statements=tuple(
                {s.id: s for s in (_statement(ontology, line, article) for line in lines if line.id == item)}.values()
            ),
            read_with="coded",
        )
        for item, article in demo_articles().items()
    ]


def _statement(ontology: Ontology, line: StatementRecord, article: Article) -> Statement:
    return placed(statement_from(ontology, line, article.id), article)
