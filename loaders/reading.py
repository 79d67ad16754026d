"""From a source to what it holds, however deep it lies in archives."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import KgError, SourceError
from kg.model import Article
from loaders.failure import Failure, failure_of
from loaders.head import take
from loaders.kinds import Content, Item, kind_of, known_endings, require
from loaders.source import Opened, Settings, Source

DEEPEST = 4
"""Archives within archives; beyond it one that holds itself would never end."""

ARCHIVES = frozenset({"zip", "tar", "packed"})
"""Kinds that only hold others: where a person says what a source is, that is said of what lies in them."""

LONGEST = 1_000_000
"""Characters of an article; the longest laws and reports have half of it."""

SINGLE = frozenset({"html", "text", "pdf"})
"""Kinds that are one article."""

_DEFAULT = Settings()


def load(source: Source | Path, settings: Settings = _DEFAULT) -> Iterator[Content]:
    """The articles and statements of a source, in order, a Failure in the place of each that is bad.

    Raises SourceError where the source as a whole cannot be read: missing, empty, binary, cut off, of no known kind.
    """
    yield from _within(Source.of_file(source) if isinstance(source, Path) else source, settings, 0)


def _within(source: Source, settings: Settings, depth: int) -> Iterator[Content]:
    if depth > DEEPEST:
        raise SourceError(f"{source.name}: lies in {depth} archives; unpack some of them")
    with source.opener() as raw:
        head, stream = take(raw)
        found = kind_of(head, source.file_name)
        kind = found if found in ARCHIVES else settings.kind or found
        if kind is None and depth:
            return
        loader = require(kind, source)
        items = loader.read(Opened(source, stream, settings, head))
        if kind in ARCHIVES:
            yield from _members(items, source, settings, depth + 1)
        else:
            yield from (_checked(item, source, kind) for item in items if not isinstance(item, Source))


def _checked(item: Content, source: Source, kind: str | None) -> Content:
    """An article that states no address of its own lies where it was got from; not so the articles of a list."""
    if not isinstance(item, Article):
        return item
    if len(item.text) > LONGEST:
        where = f"{source.name}: {item.title[:60]}" if kind not in SINGLE else source.name
        return Failure(where, f"has {len(item.text):,} characters, more than {LONGEST:,}: a book, no article; split it")
    return item.at(source.address) if source.address and item.url is None and kind in SINGLE else item


def _members(items: Iterable[Item], archive: Source, settings: Settings, depth: int) -> Iterator[Content]:
    """What the members of an archive hold. Raises SourceError where none holds anything."""
    empty = True
    for item in items:
        for content in _member(item, settings, depth) if isinstance(item, Source) else [item]:
            empty = False
            yield content
    if empty:
        raise SourceError(f"{archive.name}: holds no article; read are {known_endings()}")


def _member(source: Source, settings: Settings, depth: int) -> Iterator[Content]:
    """What a member holds; a bad one does not lose its neighbours."""
    try:
        yield from _within(source, settings, depth)
    except KgError as error:
        yield failure_of(source.name, error)
