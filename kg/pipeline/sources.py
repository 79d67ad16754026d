"""Reads what is below some paths, and says what could not be read instead of stopping at it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

import loaders
from kg.errors import KgError
from kg.model import Article
from kg.model.record import StatementRecord
from kg.pipeline.report import failure_of
from loaders import Failure


@dataclass(frozen=True)
class Sourced:
    """An article or a statement, and the file or stream that it came from."""

    where: str
    content: Article | StatementRecord

    @property
    def id(self) -> str:
        """The source's own id, else the file's stem: the `id` of the lines that `kg extract` prints."""
        own = self.content.source_id if isinstance(self.content, Article) else self.content.id
        return own or Path(self.where).stem


def below(paths: Sequence[Path]) -> Iterator[Sourced | Failure]:
    """The articles and statements below the paths, in their order, and a Failure for whatever could not be read."""
    for found in loaders.discover(paths):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, loaders.Source):
            yield from _sourced(str(found.path), loaders.load(found.path))


def in_stream(stream: BufferedReader, name: str) -> Iterator[Sourced | Failure]:
    """The articles and statements of an open stream of JSON Lines; `name` says in failures where they come from."""
    yield from _sourced(name, loaders.read_stream(stream, name))


def _sourced(where: str, contents: Iterable[loaders.Item]) -> Iterator[Sourced | Failure]:
    try:
        for content in contents:
            yield content if isinstance(content, Failure) else Sourced(where, content)
    except KgError as error:
        yield failure_of(where, error)
