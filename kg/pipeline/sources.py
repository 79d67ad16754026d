"""Reads what lies below some paths, and says what could not be read instead of stopping at it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import loaders
from kg.errors import KgError
from kg.model import Article, Reading
from loaders import Coded, Content, Failure, Settings, Source, failure_of

_DEFAULT = Settings()

Place = str | Path | Source
"""What a person names to have it loaded: a path, a pattern of paths, an address, or a source that is open."""


@dataclass(frozen=True)
class Sourced:
    """What a source holds, or a Failure in the place of what could not be read of it.

    `source` is the file as a whole where it lies in an archive; None where a folder could not be read.
    """

    source: Source | None
    content: Content

    @property
    def where(self) -> str:
        """The source, or the folder, as messages name it."""
        if self.source:
            return self.source.name
        return self.content.where if isinstance(self.content, Failure) else ""

    @property
    def path(self) -> str:
        """What a person would name to have it loaded again."""
        return self.source.place if self.source else self.where

    @property
    def id(self) -> str:
        """The source's own id, else the file's stem: the `id` of the lines that `kg extract` prints."""
        content = self.content.article if isinstance(self.content, Coded | Reading) else self.content
        own = content.source_id if isinstance(content, Article) else getattr(content, "id", None)
        return own or Path(self.where).stem


def below(places: Sequence[Place], settings: Settings = _DEFAULT) -> Iterator[Sourced]:
    """The articles and statements below the paths, in their order, and a Failure for whatever could not be read."""
    for found in loaders.discover(places, settings):
        if isinstance(found, Failure):
            yield Sourced(None, found)
        elif isinstance(found, Source):
            yield from held(found, settings)


def held(source: Source, settings: Settings) -> Iterator[Sourced]:
    """What one source holds, a Failure last where it cannot be read to its end."""
    try:
        yield from _sourced(source, loaders.load(source, settings))
    except KgError as error:
        yield Sourced(source, failure_of(source.name, error))


def _sourced(source: Source, contents: Iterable[Content]) -> Iterator[Sourced]:
    return (Sourced(source, content) for content in contents)
