"""`kg load --dry-run`: goes through everything as a load does, and reads no article and writes nothing."""

from collections.abc import Callable, Sequence

import loaders
from kg.extract.protocol import Extractor
from kg.model import Article, Reading
from kg.model.record import StatementRecord
from kg.pipeline.events import Batch, Ended, batches, events
from kg.pipeline.report import Report, counted
from kg.pipeline.sources import Place, Sourced
from kg.store import Store
from loaders import Coded, Settings


def preview(
    store: Store | None,
    extractor: Extractor,
    places: Sequence[Place],
    settings: Settings,
    say: Callable[[str], None],
) -> Report:
    """What a load would do: `articles` and `statements` are those that it would read or write.

    `store` is None where there is none yet. `say` gets a line for each source when it has been gone through.
    """
    total = Report()
    of_source = Report()
    for batch in batches(events(loaders.discover(places, settings), settings, lambda source: None)):
        lacking = _lacking(store, extractor, batch)
        total += batch.report
        for event in batch.events:
            if isinstance(event, Sourced):
                of_source += _counted(event, lacking)
            elif isinstance(event, Ended):
                say(f"{event.source.name}: {_said(of_source)}")
                total, of_source = total + of_source, Report()
    return total


def _said(report: Report) -> str:
    return f"{report.counts}" + (f"; {counted(report.skipped, 'article')} stored already" if report.skipped else "")


def _counted(sourced: Sourced, lacking: frozenset[str]) -> Report:
    content = sourced.content
    if isinstance(content, StatementRecord):
        return Report(statements=1)
    if not isinstance(content, Article | Coded | Reading):
        return Report()
    article, statements = _told(content)
    return Report(articles=1, statements=statements) if article.id in lacking else Report(skipped=1)


def _told(content: Article | Coded | Reading) -> tuple[Article, int]:
    """The article, and how many statements it comes with."""
    if isinstance(content, Article):
        return content, 0
    return content.article, len(content.records if isinstance(content, Coded) else content.statements)


def _lacking(store: Store | None, extractor: Extractor, batch: Batch) -> frozenset[str]:
    """The ids of those articles of a batch that a load would write."""
    by_reader = _by_reader(batch, extractor.fingerprint)
    if store is None:
        return frozenset(article.id for articles in by_reader.values() for article in articles)
    return frozenset[str]().union(*(store.lacks(articles, reader) for reader, articles in by_reader.items()))


def _by_reader(batch: Batch, extractor: str) -> dict[str, list[Article]]:
    """The articles of a batch by the fingerprint of who tells their statements."""
    articles: dict[str, list[Article]] = {}
    for each in batch.sourced:
        if isinstance(each.content, Article):
            articles.setdefault(extractor, []).append(each.content)
        elif isinstance(each.content, Coded | Reading):
            articles.setdefault(each.content.read_with, []).append(each.content.article)
    return articles
