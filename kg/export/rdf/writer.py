"""The formats of RDF, told by the end of the file's name."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.errors import ExportError
from kg.export.rdf.graph import triples
from kg.export.rdf.jsonld import write_jsonld
from kg.export.whole import whole_file
from kg.rdf.names import PREFIXES
from kg.store import Store

Write = Callable[[Iterable[Triple], IO[bytes]], None]


def _turtle(told: Iterable[Triple], file: IO[bytes]) -> None:
    serialize(told, file, format=RdfFormat.TURTLE, prefixes=PREFIXES)


def _ntriples(told: Iterable[Triple], file: IO[bytes]) -> None:
    serialize(told, file, format=RdfFormat.N_TRIPLES)


def _trig(told: Iterable[Triple], file: IO[bytes]) -> None:
    quads = (Quad(each.subject, each.predicate, each.object) for each in told)
    serialize(quads, file, format=RdfFormat.TRIG, prefixes=PREFIXES)


FORMATS: Mapping[str, Write] = {".ttl": _turtle, ".nt": _ntriples, ".trig": _trig, ".jsonld": write_jsonld}
"""By the end of a file's name."""


def write_rdf(store: Store, path: Path, without_text: bool = False) -> int:
    """Writes all of a store and gives the number of triples; needs the same memory however many there are.

    Raises ExportError where the name tells no format.
    """
    if path.suffix not in FORMATS:
        raise ExportError(f"no RDF is known by {path.name!r}; name a file that ends in {', '.join(FORMATS)}")
    counted = _Counted(triples(store, without_text))
    with whole_file(path) as file:
        FORMATS[path.suffix](counted, file)
    return counted.number


class _Counted:
    """Counts what goes through it."""

    def __init__(self, told: Iterable[Triple]) -> None:
        self._told = iter(told)
        self.number = 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> Triple:
        triple = next(self._told)
        self.number += 1
        return triple
