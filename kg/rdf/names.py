"""The IRIs of the vocabulary, all below one base; terms of others are used where there are fitting ones.

Reused: PROV-O (where a statement is from), Dublin Core terms, schema.org (articles), SKOS (entities and values), Web
Annotation (quotes).
"""

from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

BASE = "https://w3id.org/techpolicy-kg/"
VOCABULARY = f"{BASE}ns#"

PREFIXES = {
    "kg": VOCABULARY,
    "article": f"{BASE}article/",
    "statement": f"{BASE}statement/",
    "entity": f"{BASE}entity/",
    "position": f"{BASE}position/",
    "action": f"{BASE}action/",
    "value": f"{BASE}value/",
    "reading": f"{BASE}reading/",
    "extractor": f"{BASE}extractor/",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Short names of the namespaces."""


def term(name: str) -> NamedNode:
    """The IRI of a name with a prefix, such as `prov:wasQuotedFrom`."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def thing(prefix: str, key: str, part: str | None = None) -> NamedNode:
    """The IRI of a thing by its key, or of a part of it; whatever the key holds, the IRI is one."""
    suffix = "" if part is None else f".{part}"
    return NamedNode(f"{PREFIXES[prefix]}{quote(key, safe='')}{suffix}")


def key_of(iri: NamedNode, prefix: str) -> str | None:
    """The key of a thing; None where the IRI is not of that sort."""
    whole = PREFIXES[prefix]
    return unquote(iri.value.removeprefix(whole)) if iri.value.startswith(whole) else None
