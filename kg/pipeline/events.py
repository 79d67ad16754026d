"""What a load comes across, as one stream, and how it is cut into batches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedReader
from pathlib import PurePath

from kg.model import Article, Reading
from kg.model.record import StatementRecord
from kg.pipeline.journal import Version
from kg.pipeline.report import Failed, Report
from kg.pipeline.sources import Sourced, held
from loaders import Coded, Failure, Found, PassedOver, Settings, Source

BATCH = 500
"""Statements a transaction, where they are loaded as such."""

_WEIGHT_OF_ARTICLE = 25
"""So 20 articles a transaction: commits are cheap, and a batch that fails is soon tried one by one."""


@dataclass(frozen=True)
class Ended:
    """A source was told to its end. `articles` are the ids of its articles, none where there is anything else in it."""

    source: Source
    version: Version | None
    articles: tuple[str, ...]


Event = Sourced | Ended | Report


class Meter:
    """How many bytes of the files have been read."""

    def __init__(self) -> None:
        self._ended = 0
        self._stream: BufferedReader | None = None

    @property
    def position(self) -> int:
        """Bytes so far, of files that are through and of the one that is open."""
        return self._ended + (self._stream.tell() if self._stream and not self._stream.closed else 0)

    def metered(self, source: Source) -> Source:
        """The source, counted as it is read; only files are."""
        return replace(source, opener=partial(self._opened, source)) if source.path else source

    @contextmanager
    def _opened(self, source: Source) -> Iterator[BufferedReader]:
        with source.opener() as stream:
            self._stream = stream
            try:
                yield stream
            finally:
                self._ended, self._stream = self._ended + source.size, None


def events(found: Iterable[Found], settings: Settings, done: Callable[[Source], int | None]) -> Iterator[Event]:
    """What lies in the sources. `done` gives the number of articles of a source that need not be read again."""
    for each in found:
        if isinstance(each, Failure):
            yield Sourced(None, each)
        elif isinstance(each, PassedOver):
            yield Report(passed_over={PurePath(each.path).suffix.lower() or "no ending": 1})
        elif skipped := done(each):
            yield Report(skipped=skipped)
        else:
            yield from _of(each, settings)


def _of(source: Source, settings: Settings) -> Iterator[Event]:
    version, ids, plain = Version.of(source), list[str](), True
    for sourced in held(source, settings):
        plain = plain and isinstance(sourced.content, Article)
        if isinstance(sourced.content, Article) and plain:
            ids.append(sourced.content.id)
        yield sourced
    yield Ended(source, version, tuple(ids) if plain else ())


@dataclass(frozen=True)
class Batch:
    """Neighbours of the same sort: articles, or statements that people coded."""

    events: Sequence[Event]

    @property
    def report(self) -> Report:
        """What is known of it before anything is read or stored."""
        failed = tuple(
            Failed(each.content.where, each.content.reason, each.path)
            for each in self.sourced
            if isinstance(each.content, Failure)
        )
        return sum((each for each in self.events if isinstance(each, Report)), Report(failures=failed))

    @property
    def sourced(self) -> list[Sourced]:
        """What sources hold."""
        return [each for each in self.events if isinstance(each, Sourced)]

    @property
    def ended(self) -> list[Ended]:
        """The sources that end in it."""
        return [each for each in self.events if isinstance(each, Ended)]


def batches(stream: Iterable[Event]) -> Iterator[Batch]:
    """The events in batches that are neither too large nor of two sorts."""
    batch, weight = list[Event](), 0
    for event in stream:
        if batch and (weight + _weight(event) > BATCH or _differ(batch, event)):
            yield Batch(tuple(batch))
            batch, weight = [], 0
        batch.append(event)
        weight += _weight(event)
    if batch:
        yield Batch(tuple(batch))


def _weight(event: Event) -> int:
    is_article = isinstance(event, Sourced) and isinstance(event.content, Article | Coded | Reading)
    return _WEIGHT_OF_ARTICLE if is_article else 1


def _differ(batch: Sequence[Event], event: Event) -> bool:
    sort = _sort(event)
    return sort is not None and any(other not in (None, sort) for other in map(_sort, batch))


def _sort(event: Event) -> str | None:
    if not isinstance(event, Sourced) or isinstance(event.content, Failure):
        return None
    return "statement" if isinstance(event.content, StatementRecord) else "article"
