"""Reads the articles below some paths, and says which could not be read instead of stopping at them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import loaders
from kg.errors import KgError
from kg.model import Article
from kg.pipeline.report import failure_of
from kg.pipeline.statements import holds_statements
from loaders import Failure


@dataclass(frozen=True)
class Item:
    """An article and the file that it came from."""

    path: Path
    article: Article

    @property
    def id(self) -> str:
        """The source's own id, else the file's stem: the `id` of the lines that `kg extract` prints."""
        return self.article.source_id or self.path.stem


@dataclass(frozen=True)
class StatementFile:
    """A file of statements among the articles, to be loaded as such."""

    path: Path


def items(paths: Sequence[Path]) -> Iterator[Item | StatementFile | Failure]:
    """What is below the paths, in their order: articles, files of statements, and what could not be read."""
    for found in loaders.discover(paths):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, loaders.Source):
            yield from [StatementFile(found.path)] if holds_statements(found.path) else _articles(found.path)


def _articles(path: Path) -> Iterator[Item | Failure]:
    """The articles of one file; a bad record is set aside by the loader, and a bad file is a failure as a whole."""
    try:
        for loaded in loaders.load(path):
            yield loaded if isinstance(loaded, Failure) else Item(path, loaded)
    except KgError as error:
        yield failure_of(str(path), error)
