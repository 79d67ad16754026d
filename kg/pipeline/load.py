"""`kg load`: a stream from files to the store, in constant memory, one transaction a batch.

This is the one place where an article that fails is set aside so that the rest of its batch is stored.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BufferedReader
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from kg.errors import KgError, StoreError, StoreUnavailableError
from kg.extract.protocol import Extractor
from kg.model import Article, Reading, Statement
from kg.model.record import StatementRecord
from kg.ontology import Ontology
from kg.pipeline.placing import hand_coded
from kg.pipeline.report import LoadStoppedError, Progress, Report
from kg.pipeline.sources import Sourced, below, in_stream
from kg.store import Store
from loaders import Failure, failure_of

ARTICLES_A_BATCH = 20
"""Articles a transaction: enough to make commits cheap, few enough that a failing batch is soon tried one by one."""

LINES_A_BATCH = 500
"""Statements a transaction, where they are loaded as such."""

_T = TypeVar("_T")
OnProgress = Callable[[Progress], None]


def load(
    store: Store,
    ontology: Ontology,
    extractor: Extractor,
    paths: Sequence[Path],
    *,
    collection: str | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Report:
    """Load the articles and statements below the paths; what fails is in the report, the rest is stored.

    `collection` is a name that the articles get. Raises LoadStoppedError where the store itself gives way.
    """
    run = _Run(store, ontology, extractor, collection)
    return run.load(below(paths), on_progress)


def load_stream(
    store: Store,
    ontology: Ontology,
    extractor: Extractor,
    stream: BufferedReader,
    name: str,
    *,
    collection: str | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Report:
    """Load the articles and statements of an open stream of JSON Lines, as `load` does; `name` is for failures."""
    run = _Run(store, ontology, extractor, collection)
    return run.load(in_stream(stream, name), on_progress)


class _Run:
    """One load: where to, and how articles are read."""

    def __init__(self, store: Store, ontology: Ontology, extractor: Extractor, collection: str | None) -> None:
        self.store = store
        self.ontology = ontology
        self.extractor = extractor
        self.collection = collection

    def load(self, items: Iterable[Sourced | Failure], on_progress: OnProgress) -> Report:
        """Everything, in batches of neighbours of the same sort."""
        total = Report()
        for are_statements, run in groupby(items, key=_is_statement):
            for batch in _batches(run, LINES_A_BATCH if are_statements else ARTICLES_A_BATCH):
                try:
                    total += self._batch(batch)
                except StoreUnavailableError as error:
                    raise LoadStoppedError(total, error) from error
                for where in dict.fromkeys(item.where for item in batch):
                    on_progress(Progress(total, where))
        return total

    def _batch(self, batch: Sequence[Sourced | Failure]) -> Report:
        failures = tuple(item for item in batch if isinstance(item, Failure))
        sourced = [item for item in batch if isinstance(item, Sourced)]
        return Report(failures=failures) + self._articles(sourced) + self._statements(sourced)

    def _articles(self, sourced: Sequence[Sourced]) -> Report:
        """Read and store the articles that are new, have changed, or were read by another extractor."""
        articles = [
            (item.where, self._collected(item.content)) for item in sourced if isinstance(item.content, Article)
        ]
        lacking = self.store.lacks([article for _, article in articles], self.extractor.fingerprint)
        changed = [(where, article) for where, article in articles if article.id in lacking]
        readings, failures = self._readings(changed)
        report = Report(skipped=len(articles) - len(changed), failures=tuple(failures))
        return report + self._stored(readings)

    def _readings(self, articles: Sequence[tuple[str, Article]]) -> tuple[list[Reading], list[Failure]]:
        """The articles read together; where that fails, one by one, so that no article costs another."""
        try:
            return [self._reading(*read) for read in self.extractor.read_all(article for _, article in articles)], []
        except KgError as error:
            if len(articles) == 1:
                return [], [failure_of(articles[0][0], error)]
        alone = [self._readings([each]) for each in articles]
        return [one for read, _ in alone for one in read], [one for _, failed in alone for one in failed]

    def _statements(self, sourced: Sequence[Sourced]) -> Report:
        """Put hand-coded statements to their articles and store them."""
        lines = [(item.where, item.content) for item in sourced if isinstance(item.content, StatementRecord)]
        readings, failures = hand_coded(self.store, self.ontology, lines)
        return Report(failures=failures) + self._stored(readings)

    def _reading(self, article: Article, statements: tuple[Statement, ...]) -> Reading:
        return Reading(article=article, statements=statements, read_with=self.extractor.fingerprint)

    def _collected(self, article: Article) -> Article:
        return article.model_copy(update={"collection": self.collection}) if self.collection else article

    def _stored(self, readings: Sequence[Reading]) -> Report:
        """Store a batch in one transaction; where that fails, one by one, so that no article costs another."""
        if not readings:
            return Report()
        try:
            added = self.store.add(readings)
        except StoreUnavailableError:
            raise
        except StoreError as error:
            return self._one_by_one(readings, error)
        return Report(articles=added.articles, statements=added.statements, skipped=added.skipped)

    def _one_by_one(self, readings: Sequence[Reading], error: StoreError) -> Report:
        if len(readings) == 1:
            article = readings[0].article
            return Report(failures=(failure_of(article.url or article.title or article.id, error),))
        reports = [self._stored([reading]) for reading in readings]
        if all(report.failures for report in reports):
            raise error  # nothing can be stored any more: that is the store, not the articles
        return sum(reports, Report())


def _is_statement(item: Sourced | Failure) -> bool:
    return isinstance(item, Sourced) and isinstance(item.content, StatementRecord)


def _batches(stream: Iterable[_T], size: int) -> Iterator[list[_T]]:
    iterator = iter(stream)
    while batch := list(islice(iterator, size)):
        yield batch
