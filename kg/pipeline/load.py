"""`kg load`: a stream from files to the store, in constant memory, one transaction a batch.

This is the one place where an article that fails is set aside so that the rest of its batch is stored.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BufferedReader
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from kg.errors import KgError, RecordError, StoreError
from kg.extract.protocol import Extractor
from kg.model import Article, Reading
from kg.model.record import StatementRecord
from kg.ontology import Ontology
from kg.pipeline.placing import article_key, article_of, placed_statements
from kg.pipeline.report import Progress, Report, failure_of
from kg.pipeline.sources import Item, StatementFile, items
from kg.pipeline.statements import records
from kg.store import Store
from loaders import Failure
from loaders.files import opened

BATCH = 20
"""Articles a transaction: enough to make commits cheap, few enough that a failing batch is soon tried one by one."""

_T = TypeVar("_T")
OnProgress = Callable[[Progress], None]

_STORED = """
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.text_hash AS text_hash, a.read_with AS read_with"""


def load(
    store: Store,
    ontology: Ontology,
    extractor: Extractor,
    paths: Sequence[Path],
    *,
    collection: str | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Report:
    """Load all articles and files of statements below the paths; what fails is in the report, the rest is stored.

    Raises StoreError where the store itself gives way.
    """
    total = Report()
    for batch in _batches(items(paths), BATCH):
        found = [item for item in batch if isinstance(item, Item)]
        total += Report(failures=tuple(thing for thing in batch if isinstance(thing, Failure)))
        total += _load_articles(store, extractor, [_collected(item, collection) for item in found])
        for file in batch:
            if isinstance(file, StatementFile):
                total += _load_file(store, ontology, file.path)
        on_progress(Progress(total, _last_source(batch)))
    return total


def load_statements(store: Store, ontology: Ontology, stream: BufferedReader, name: str) -> Report:
    """Load statements as JSON Lines. Neighbouring lines of one article are stored together; `name` is for failures."""
    lines = list(records(stream, name))
    total = Report(failures=tuple(line for line in lines if isinstance(line, Failure)))
    by_article = groupby(sorted(_good(lines), key=article_key), key=article_key)
    for batch in _batches(([*group] for _, group in by_article), BATCH):
        readings: list[Reading] = []
        for group in batch:
            reading, failures = _hand_coded(store, ontology, group, name)
            total += Report(failures=failures)
            readings += [reading] if reading and reading.statements else []
        total += _stored(store, readings)
    return total


def _good(lines: Iterable[StatementRecord | Failure]) -> Iterator[StatementRecord]:
    return (line for line in lines if isinstance(line, StatementRecord))


def _load_file(store: Store, ontology: Ontology, path: Path) -> Report:
    with opened(path) as stream:
        return load_statements(store, ontology, stream, str(path))


def _hand_coded(
    store: Store, ontology: Ontology, group: list[StatementRecord], name: str
) -> tuple[Reading | None, tuple[Failure, ...]]:
    try:
        article = article_of(store, group[0])
    except RecordError as error:
        return None, (failure_of(name, error),)
    statements, failures = placed_statements(ontology, group, article, name)
    return Reading(article=article, statements=statements), failures


def _load_articles(store: Store, extractor: Extractor, batch: Sequence[Item]) -> Report:
    """Read and store the articles of a batch that are new, have changed, or were read by another extractor."""
    known = _known(store, batch)
    changed = [item for item in batch if known.get(item.article.id) != (item.article.text_hash, extractor.fingerprint)]
    readings, failures = [], []
    for item in changed:
        try:
            readings.append(_reading(extractor, item.article))
        except KgError as error:
            failures.append(failure_of(str(item.path), error))
    report = Report(skipped=len(batch) - len(changed), failures=tuple(failures))
    return report + _stored(store, readings)


def _known(store: Store, batch: Sequence[Item]) -> dict[str, tuple[str, str]]:
    stored = store.query(_STORED, {"ids": [item.article.id for item in batch]}).records() if batch else []
    return {row["id"]: (row["text_hash"], row["read_with"]) for row in stored}


def _reading(extractor: Extractor, article: Article) -> Reading:
    return Reading(article=article, statements=extractor.read(article), read_with=extractor.fingerprint)


def _stored(store: Store, readings: Sequence[Reading]) -> Report:
    """Store a batch in one transaction; where that fails, one by one, so that no article costs another."""
    if not readings:
        return Report()
    try:
        added = store.add(readings)
    except StoreError as error:
        return _one_by_one(store, readings, error)
    return Report(articles=added.articles, statements=added.statements, skipped=added.skipped)


def _one_by_one(store: Store, readings: Sequence[Reading], error: StoreError) -> Report:
    if len(readings) == 1:
        return Report(failures=(Failure(_name(readings[0].article), str(error)),))
    reports = [_stored(store, [reading]) for reading in readings]
    if all(report.failures for report in reports):
        raise error  # nothing can be stored any more: that is the store, not the articles
    return sum(reports, Report())


def _name(article: Article) -> str:
    return article.url or article.title or article.id


def _collected(item: Item, collection: str | None) -> Item:
    return Item(item.path, item.article.model_copy(update={"collection": collection})) if collection else item


def _last_source(batch: Sequence[Item | StatementFile | Failure]) -> str:
    last = batch[-1]
    return last.where if isinstance(last, Failure) else str(last.path)


def _batches(stream: Iterable[_T], size: int) -> Iterator[list[_T]]:
    iterator = iter(stream)
    while batch := list(islice(iterator, size)):
        yield batch
