"""Reads what is below some paths, and says what could not be read instead of stopping at it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

import loaders
from kg.errors import KgError
from kg.model import Article
from kg.model.record import StatementRecord
from loaders import Coded, Failure, failure_of


@dataclass(frozen=True)
class Sourced:
    """An article or a statement, and the file or stream that it came from."""

    where: str
    content: Article | StatementRecord | Coded

    @property
    def id(self) -> str:
        """The source's own id, else the file's stem: the `id` of the lines that `kg extract` prints."""
        content = self.content.article if isinstance(self.content, Coded) else self.content
        own = content.source_id if isinstance(content, Article) else content.id
        return own or Path(self.where).stem


def below(paths: Sequence[Path]) -> Iterator[Sourced | Failure]:
    """The articles and statements below the paths, in their order, and a Failure for whatever could not be read."""
    for found in loaders.discover(paths):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, loaders.Source):
            yield from _in(found)


def in_stream(stream: BufferedReader, name: str) -> Iterator[Sourced | Failure]:
    """The articles and statements of an open stream; `name` says in failures where they come from."""
    yield from _in(loaders.Source.of_stream(stream, name))


def _in(source: loaders.Source) -> Iterator[Sourced | Failure]:
    try:
        for content in loaders.load(source):
            yield content if isinstance(content, Failure) else Sourced(source.name, content)
    except KgError as error:
        yield failure_of(source.name, error)
