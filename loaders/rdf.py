"""RDF of this project's own vocabulary, as `kg export rdf` writes it: articles with the statements read from them.

The triples go into a store in a folder of their own first, so that a file larger than memory can be read.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from kg.errors import RecordError, SourceError
from loaders.failure import Failure
from loaders.head import Head
from loaders.kinds import Content
from loaders.source import Opened

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat, Store

ENDINGS = (".ttl", ".nt", ".trig", ".jsonld")

_TURTLE = re.compile(r"\s*(#[^\n]*\n\s*)*(@prefix|@base|PREFIX\s+\w*:)\s", re.IGNORECASE)
_TRIPLE = re.compile(r"<[a-z][^<>\s]*> <[a-z][^<>\s]*> [<\"_]")
_JSONLD = re.compile(r'\s*\{\s*"@(context|graph|id)"')


def recognises(head: Head) -> bool:
    """Whether it begins as Turtle, N-Triples or JSON-LD do."""
    return head.text is not None and any(each.match(head.text) for each in (_TURTLE, _TRIPLE, _JSONLD))


def read(document: Opened) -> Iterator[Content]:
    """The readings that it tells. Raises SourceError where it is no RDF, or of another vocabulary."""
    from kg.rdf.incoming import readings

    with tempfile.TemporaryDirectory(prefix="kg-rdf-") as folder:
        store = _filled(document, folder)
        try:
            for told in readings(store):
                yield Failure(document.name, str(told)) if isinstance(told, RecordError) else told
        except RecordError as error:
            raise SourceError(f"{document.name}: {error}") from None


def _filled(document: Opened, folder: str) -> "Store":
    from pyoxigraph import Store

    store = Store(folder)
    try:
        store.bulk_load(input=document.stream, format=_format(document))
    except (SyntaxError, ValueError, OSError) as error:
        said = " ".join(str(error).split())[:200]
        raise SourceError(f"{document.name}: is no RDF that can be read ({said}); export it again") from None
    return store


def _format(document: Opened) -> "RdfFormat":
    """By the name, else by how it begins."""
    from pyoxigraph import RdfFormat

    named = RdfFormat.from_extension(PurePath(document.source.file_name).suffix.removeprefix("."))
    if named is not None:
        return named
    text = document.head.text or ""
    return RdfFormat.JSON_LD if _JSONLD.match(text) else RdfFormat.TRIG
