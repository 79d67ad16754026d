"""SPARQL over the graph as RDF, held in memory for one query; read only, and nobody else is asked."""

import re
from typing import Any

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store, serialize

from kg.errors import QuestionError
from kg.export.rdf.graph import triples
from kg.rdf.names import PREFIXES
from kg.store import Store as Graph
from kg.store import Table

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""'
    r"|'''(?:\\.|[^\\])*?'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n]*"
    r"|(?P<service>(?<![\w?$:-])SERVICE(?![\w:-]))",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = sorted(((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: -len(pair[0]))

Answer = Table | bool | str
"""Rows of SELECT, the answer to ASK, or the Turtle of CONSTRUCT and DESCRIBE."""


def in_memory(graph: Graph) -> Store:
    """The graph as RDF in memory, for any number of queries; about a kilobyte a statement and role."""
    held = Store()
    held.bulk_extend(_quads(graph))
    return held


def _quads(graph: Graph) -> Any:
    from pyoxigraph import Quad

    return (Quad(each.subject, each.predicate, each.object) for each in triples(graph))


def ask(held: Store, query: str) -> Answer:
    """The answer to a query, in which the prefixes of the vocabulary need no declaration.

    Raises QuestionError where it is no query, writes, or asks another server (SERVICE).
    """
    if any(token["service"] for token in _TOKEN.finditer(query)):
        raise QuestionError("SERVICE would ask another server, which is off; leave it out")
    try:
        return _answer(held.query(query, prefixes=PREFIXES))
    except SyntaxError as error:
        raise QuestionError(f"the query is no SPARQL: {' '.join(str(error).split())}") from None
    except (ValueError, OSError) as error:
        raise QuestionError(f"the query cannot be run: {' '.join(str(error).split())}") from None


def _answer(found: Any) -> Answer:
    if isinstance(found, QueryBoolean):
        return bool(found)
    if isinstance(found, QueryTriples):
        return (serialize(found, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    assert isinstance(found, QuerySolutions)
    columns = tuple(variable.value for variable in found.variables)
    return Table(columns, tuple(tuple(_shown(value) for value in solution) for solution in found))


def _shown(term: Any) -> str | None:
    """A literal as its text, an IRI by its prefix where it has one."""
    if isinstance(term, Literal):
        return term.value
    if not isinstance(term, NamedNode):
        return None if term is None else str(term)
    short = ((iri, prefix) for iri, prefix in _NAMES if term.value.startswith(iri))
    return next((f"{prefix}:{term.value.removeprefix(iri)}" for iri, prefix in short), f"<{term.value}>")
