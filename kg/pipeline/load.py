"""`kg load`: a stream from sources to the store, in constant memory, one transaction a batch, one writer."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import loaders
from kg.errors import StoreError, StoreUnavailableError
from kg.extract.protocol import Extractor
from kg.model import Article, Reading
from kg.model.record import StatementRecord
from kg.ontology import Ontology
from kg.pipeline.events import Batch, Meter, batches, events
from kg.pipeline.journal import Journal
from kg.pipeline.placing import hand_coded, in_columns
from kg.pipeline.readers import Pending, Readers, open_readers
from kg.pipeline.reading import Broken, is_known
from kg.pipeline.report import Failed, LoadStoppedError, Progress, Report, Stage
from kg.pipeline.sources import Place, Sourced
from kg.store import Store
from loaders import Coded, Found, Settings, Source

OnProgress = Callable[[Progress], None]

_DEFAULT = Settings()
_STORED = """
UNWIND $ids AS id MATCH (a:Article {id: id}) WHERE a.read_with IS NOT NULL RETURN count(a) AS n"""


def load(
    store: Store,
    ontology: Ontology,
    extractor: Extractor,
    places: Sequence[Place],
    *,
    collection: str | None = None,
    settings: Settings = _DEFAULT,
    jobs: int = 1,
    journal: Journal | None = None,
    omit: Path | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Report:
    """Load the articles and statements below the places; what fails is in the report, the rest is stored.

    `collection` is a name that the articles get, `jobs` the number of processes that read, `journal` knows which files
    an earlier load was through with, `omit` is a file in the folders that is no source. Raises LoadStoppedError where
    the store itself gives way.
    """
    with open_readers(extractor, jobs) as readers:
        run = _Run(store, ontology, extractor, collection, readers, journal or Journal(None))
        found = (each for each in loaders.discover(places, settings) if not _is_file(each, omit and omit.resolve()))
        return run.load(found, settings, on_progress)


@dataclass(frozen=True)
class _Wanted:
    """A batch of which some articles must be read: `pending` gives them. `skipped` are stored as they are."""

    batch: Batch
    pending: Pending
    skipped: int


class _Run:
    """One load: where to, and how articles are read."""

    def __init__(
        self,
        store: Store,
        ontology: Ontology,
        extractor: Extractor,
        collection: str | None,
        readers: Readers,
        journal: Journal,
    ) -> None:
        self.store = store
        self.ontology = ontology
        self.extractor = extractor
        self.collection = collection
        self.readers = readers
        self.journal = journal

    def load(self, found: Iterable[Found], settings: Settings, on_progress: OnProgress) -> Report:
        """Everything, a batch at a time; while one is written others are read."""
        total, meter = Report(), Meter()
        metered = (meter.metered(each) if isinstance(each, Source) else each for each in found)
        for wanted in self._ahead(batches(events(metered, settings, self._done))):
            try:
                total += self._finished(wanted)
            except StoreUnavailableError as error:
                raise LoadStoppedError(total, error) from error
            for ended in wanted.batch.ended:
                self.journal.note(ended.version, ended.articles)
            for where, path in dict.fromkeys((each.where, each.path) for each in wanted.batch.sourced):
                on_progress(Progress(total, where, path, meter.position))
        return total

    def _done(self, source: Source) -> int:
        """How many articles of a source need not be read again: all that it holds, or none."""
        ids = self.journal.articles(source)
        return len(ids) if ids and self.store.query(_STORED, {"ids": list(ids)}).rows[0][0] == len(set(ids)) else 0

    def _ahead(self, stream: Iterable[Batch]) -> Iterator[_Wanted]:
        """The batches in order, as many under way as the readers can use."""
        under_way = deque[_Wanted]()
        for batch in stream:
            under_way.append(self._wanted(batch))
            if len(under_way) >= self.readers.window:
                yield under_way.popleft()
        yield from under_way

    def _wanted(self, batch: Batch) -> _Wanted:
        """Have those articles read that are new, have changed, or were read by another extractor."""
        articles = [self._collected(each.content) for each in batch.sourced if isinstance(each.content, Article)]
        lacking = self.store.lacks(articles, self.extractor.fingerprint)
        changed = [article for article in articles if article.id in lacking]
        return _Wanted(batch, self.readers.submit(changed), len(articles) - len(changed))

    def _finished(self, wanted: _Wanted) -> Report:
        """Wait for what is read of a batch and store it."""
        paths = _paths(wanted.batch)
        read = wanted.pending()
        readings = [each for each in read if isinstance(each, Reading)]
        broken = tuple(_broken(each, paths) for each in read if isinstance(each, Broken))
        unread = sum(not is_known(self.extractor, each.article) for each in readings)
        report = wanted.batch.report + Report(skipped=wanted.skipped, unread=unread, failures=broken)
        stored = self._stored(readings, paths) + self._told(wanted.batch)
        return report + stored + self._tables(wanted.batch) + self._statements(wanted.batch)

    def _told(self, batch: Batch) -> Report:
        """Store articles that come with what was read in them, as from another graph."""
        told = [each.content for each in batch.sourced if isinstance(each.content, Reading)]
        return self._stored([each.model_copy(update={"article": self._collected(each.article)}) for each in told], {})

    def _tables(self, batch: Batch) -> Report:
        """Store articles whose source states their statements in columns."""
        coded = [(each, each.content) for each in batch.sourced if isinstance(each.content, Coded)]
        return sum((self._rows(list(rows)) for _, rows in groupby(coded, lambda each: each[1].read_with)), Report())

    def _rows(self, rows: Sequence[tuple[Sourced, Coded]]) -> Report:
        """Rows that one mapping told."""
        told = [(each, replace(content, article=self._collected(content.article))) for each, content in rows]
        lacking = self.store.lacks([content.article for _, content in told], told[0][1].read_with)
        changed = [(each, content) for each, content in told if content.article.id in lacking]
        readings, failures = in_columns(self.ontology, changed)
        report = Report(skipped=len(told) - len(changed), failures=failures)
        return report + self._stored(readings, {content.article.id: each for each, content in changed})

    def _statements(self, batch: Batch) -> Report:
        """Put hand-coded statements to their articles and store them."""
        lines = [(each, each.content) for each in batch.sourced if isinstance(each.content, StatementRecord)]
        readings, failures = hand_coded(self.store, self.ontology, lines)
        return Report(failures=failures) + self._stored(readings, {})

    def _collected(self, article: Article) -> Article:
        return article.model_copy(update={"collection": self.collection}) if self.collection else article

    def _stored(self, readings: Sequence[Reading], paths: Mapping[str, Sourced]) -> Report:
        """Store a batch in one transaction; where that fails, one by one, so that no article costs another."""
        if not readings:
            return Report()
        try:
            added = self.store.add(readings)
        except StoreUnavailableError:
            raise
        except StoreError as error:
            return self._one_by_one(readings, paths, error)
        return Report(articles=added.articles, statements=added.statements, skipped=added.skipped)

    def _one_by_one(self, readings: Sequence[Reading], paths: Mapping[str, Sourced], error: StoreError) -> Report:
        if len(readings) == 1:
            article = readings[0].article
            where = article.url or article.title or article.id
            return Report(failures=(Failed(where, str(error), _path(article.id, paths), Stage.STORE),))
        reports = [self._stored([reading], paths) for reading in readings]
        if all(report.failures for report in reports):
            raise error  # nothing can be stored any more: that is the store, not the articles
        return sum(reports, Report())


def _is_file(found: Found, path: Path | None) -> bool:
    return isinstance(found, Source) and path is not None and found.path is not None and found.path.resolve() == path


def _paths(batch: Batch) -> dict[str, Sourced]:
    """Where the articles of a batch came from, by id."""
    return {each.content.id: each for each in batch.sourced if isinstance(each.content, Article)}


def _path(article: str, paths: Mapping[str, Sourced]) -> str:
    return paths[article].path if article in paths else ""


def _broken(broken: Broken, paths: Mapping[str, Sourced]) -> Failed:
    sourced = paths[broken.article.id]
    return Failed(sourced.where, broken.reason.removeprefix(f"{sourced.where}: "), sourced.path, Stage.EXTRACT)
