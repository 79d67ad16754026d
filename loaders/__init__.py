"""Readers of what researchers have on disk, one module a kind of source: articles, statements, or failures come out."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from loaders.discover import PassedOver, Source, discover
from loaders.failure import Failure
from loaders.html import read_page
from loaders.jsonlines import Item, read_json_lines, read_stream
from loaders.sniff import Kind, require
from loaders.text import read_text

__all__ = ["Failure", "Item", "PassedOver", "Source", "discover", "load", "read_stream"]

_READERS: Mapping[Kind, Callable[[Path], Iterator[Item]]] = {
    Kind.TEXT: read_text,
    Kind.HTML: read_page,
    Kind.JSON_LINES: read_json_lines,
}


def load(path: Path) -> Iterator[Item]:
    """The articles and statements of a file, in order, a Failure in the place of each record that is bad.

    Raises SourceError where the file as a whole cannot be read: missing, empty, binary, cut off, of no known kind.
    """
    yield from _READERS[require(path)](path)
