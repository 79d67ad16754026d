"""Who reads the articles of a load: this process, or several beside it with this one as the only writer."""

import multiprocessing
import pickle
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Protocol, Self

from kg.errors import KgError
from kg.extract.protocol import Extractor
from kg.model import Article
from kg.pipeline.reading import Broken, Read, read

Pending = Callable[[], tuple[Read, ...]]
"""Gives what was read, waiting for it where need be."""

_AHEAD = 2


class Readers(Protocol):
    """Reads batches of articles. `window` batches may be under way at once; a context, which ends the processes."""

    @property
    def window(self) -> int: ...

    def submit(self, articles: Sequence[Article]) -> Pending: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Here:
    """Reads in this process, a batch when it is asked for."""

    window = 1

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def submit(self, articles: Sequence[Article]) -> Pending:
        """The batch, to be read when the caller wants it."""
        return lambda: read(self._extractor, articles)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class Beside:
    """Reads in `jobs` processes, each with an extractor of its own. One that dies is replaced, and only the article
    that it died of is lost.
    """

    def __init__(self, extractor: Extractor, jobs: int) -> None:
        self._jobs = jobs
        self._extractor = _pickled(extractor)
        self._pool = self._started()

    @property
    def window(self) -> int:
        """Enough that no process waits while the writer writes."""
        return _AHEAD * self._jobs

    def submit(self, articles: Sequence[Article]) -> Pending:
        """The batch, which is read from now on."""
        future = self._future(articles)
        return lambda: self._result(future, articles)

    def _future(self, articles: Sequence[Article]) -> "Future[tuple[Read, ...]]":
        try:
            return self._pool.submit(_read, articles)
        except BrokenProcessPool:
            self._pool = self._started()
            return self._pool.submit(_read, articles)

    def _result(self, future: "Future[tuple[Read, ...]]", articles: Sequence[Article]) -> tuple[Read, ...]:
        try:
            return future.result()
        except BrokenProcessPool:
            return tuple(self._alone(article) for article in articles)

    def _alone(self, article: Article) -> Read:
        """One article in fresh processes, since it may be the one that the last ones died of."""
        try:
            (one,) = self._future([article]).result()
        except BrokenProcessPool:
            return Broken(article, "the process that read it died, perhaps for lack of memory; try it with --jobs 1")
        return one

    def _started(self) -> ProcessPoolExecutor:
        fresh = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, fresh, initializer=_prepare, initargs=(self._extractor,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=error is None, cancel_futures=True)


def open_readers(extractor: Extractor, jobs: int) -> Readers:
    """This process for one job, others for more. Raises KgError for an extractor that cannot be sent to them."""
    return Here(extractor) if jobs == 1 else Beside(extractor, jobs)


def _pickled(extractor: Extractor) -> bytes:
    try:
        return pickle.dumps(extractor)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise KgError(f"this extractor cannot work in several processes ({error}); load with --jobs 1") from None


_extractor: Extractor
"""The extractor of a process that reads."""


def _prepare(extractor: bytes) -> None:
    """Runs once in each process. Ctrl-C is for the writer, which ends the readers."""
    global _extractor
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _extractor = pickle.loads(extractor)


def _read(articles: Sequence[Article]) -> tuple[Read, ...]:
    return read(_extractor, articles)
