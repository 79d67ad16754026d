"""The graph as RDF against the shapes of `ontology/shapes.ttl` (SHACL), an article at a time, in flat memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import RdfFormat, Triple, serialize

from kg.errors import ExportError
from kg.export.rdf.graph import article_triples
from kg.rdf.names import PREFIXES
from kg.resources import ontology_folder
from kg.store import Store

_VALIDATION_RESULT = "http://www.w3.org/ns/shacl#ValidationResult"


@dataclass(frozen=True)
class Breached:
    """A node that breaks a shape: what the shape says, what was found, and the cure."""

    says: str
    node: str
    found: str
    cure: str


def against_shapes(store: Store) -> Iterator[Breached]:
    """The breaches, article by article. Raises ExportError where pySHACL is not installed."""
    for triples in article_triples(store):
        yield from breached(ntriples(triples))


def breached(turtle: bytes) -> list[Breached]:
    """What breaks the shapes in a piece of Turtle, by node. Raises ExportError where pySHACL is not installed."""
    try:
        from pyshacl import validate
    except ImportError:
        raise ExportError(
            "shapes are checked by pySHACL, which is missing; pip install 'techpolicy-kg[shacl]'"
        ) from None
    conforms, report, _ = validate(_graph(turtle), shacl_graph=_shapes(), inference="none", advanced=False)
    return [] if conforms else sorted(_breached(report), key=lambda each: (each.node, each.says))


@cache
def _shapes() -> Any:
    return _graph((ontology_folder() / "shapes.ttl").read_bytes())


def ntriples(triples: list[Triple]) -> bytes:
    """Triples as text, which is Turtle too."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _graph(turtle: bytes) -> Any:
    from rdflib import Graph

    return Graph().parse(data=turtle, format="turtle")


def _breached(report: Any) -> Iterator[Breached]:
    from rdflib import RDF, SH, URIRef

    for result in report.subjects(RDF.type, URIRef(_VALIDATION_RESULT)):
        message = str(report.value(result, SH.resultMessage) or "a shape is broken; load the article again")
        says, _, cure = message.partition("; ")
        found = report.value(result, SH.value)
        yield Breached(says, _short(report.value(result, SH.focusNode)), _short(found) if found else "", cure)


def _short(term: Any) -> str:
    text = str(term)
    names = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))
    return next((f"{prefix}:{text.removeprefix(iri)}" for prefix, iri in names if text.startswith(iri)), text)
