"""JSON-LD 1.1 with its context in the file, so that nobody has to fetch one."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.jsontext import as_json
from kg.rdf.names import PREFIXES, term

_TYPE = term("rdf:type")
_STRING = term("xsd:string")
_NAMES = sorted(((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: -len(pair[0]))


def write_jsonld(triples: Iterable[Triple], file: IO[bytes]) -> None:
    """Writes a node for each run of triples of one subject."""
    file.write(f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": ['.encode())
    before = "\n"
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        file.write(f"{before}{as_json(_node(subject, list(group)))}".encode())
        before = ",\n"
    file.write(b"\n]}\n")


def _node(subject: Any, group: list[Triple]) -> dict[str, Any]:
    types = [_short(triple.object) for triple in group if triple.predicate == _TYPE]
    node: dict[str, Any] = {"@id": _short(subject), **({"@type": types} if types else {})}
    for name, value in _values(group):
        node.setdefault(name, []).append(value)
    return node


def _values(group: list[Triple]) -> Iterator[tuple[str, Any]]:
    for triple in group:
        if triple.predicate != _TYPE:
            yield _short(triple.predicate), _value(triple.object)


def _value(value: Any) -> dict[str, str]:
    if not isinstance(value, Literal):
        return {"@id": _short(value)}
    if value.datatype == _STRING:
        return {"@value": value.value}
    return {"@type": _short(value.datatype), "@value": value.value}


def _short(node: Any) -> str:
    """An IRI by its prefix where it has one."""
    assert isinstance(node, NamedNode)
    for iri, prefix in _NAMES:
        if node.value.startswith(iri):
            return f"{prefix}:{node.value.removeprefix(iri)}"
    return node.value
