"""Every property of the graph with its type, and what each relationship joins: the columns of the files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ontology import Ontology
from kg.ontology.links import TYPES
from kg.store.marker import LABEL as MARKER
from kg.store.shape import BAND_NAMES, OF_POSITION, OF_STATEMENT

Columns = Mapping[str, str]
"""Names of properties with their types, by the names that `neo4j-admin` has for them."""


def _texts(*names: str) -> Columns:
    return dict.fromkeys(names, "string")


NODES: Mapping[str, Columns] = {
    MARKER: {"schema": "long", **_texts("written_by", "ontology")},
    "Article": _texts(
        "source_id",
        "url",
        "title",
        "published",
        "publisher",
        "language",
        "text",
        "text_hash",
        "collection",
        "read_with",
    ),
    "Signature": _texts("text", "published", "elder", *BAND_NAMES),
    "Statement": {
        **_texts("action", "status", "certainty", "since", "until", "duration"),
        **{"since_from": "date", "until_to": "date"},
        **_texts("condition", "exception", "scope"),
        "confidence": "double",
        **_texts("extractor", "review"),
    },
    "Entity": {**_texts("name", "kind"), "collective": "boolean", **_texts("wikidata", "level")},
    "PolicyPosition": {
        **_texts("topic", "action", "status", "certainty", "since", "until", "condition", "exception"),
        **_texts("first_reported", "last_reported"),
        "articles": "long",
        **_texts("deal"),
    },
}
"""What nodes hold beside their id, by the label that every one of a kind has.

The marker goes without `definitions` and `shared`: they tell of the database that is left, and in the new one nobody
has made the constraints yet.
"""


@dataclass(frozen=True)
class Joining:
    """A type of relationship: the labels at its ends, and what it holds."""

    start: str
    end: str
    columns: Columns = field(default_factory=dict)


def relationships(ontology: Ontology) -> Mapping[str, Joining]:
    """All types of relationships by name; those of direct triples come from the ontology's actions."""
    return {
        **{kind: Joining("Statement", "Entity", _CLAIM) for kind in OF_STATEMENT.values()},
        "QUOTES": Joining("Statement", "Article", _QUOTE),
        "REPORTS": Joining("Statement", "PolicyPosition"),
        "HOLDS": Joining("Entity", "PolicyPosition"),
        **{kind: Joining("PolicyPosition", "Entity") for kind in OF_POSITION.values()},
        "INVERSE_OF": Joining("PolicyPosition", "PolicyPosition"),
        "COPY_OF": Joining("Article", "Article"),
        **{kind: Joining("Entity", "Entity", _LINK) for kind in TYPES},
        **{action.relationship: Joining("Entity", "Entity", _TRIPLE) for action in ontology.actions.values()},
    }


_CLAIM = {**_texts("written", "name", "kind"), "collective": "boolean"}
_QUOTE = {"start": "long", "end": "long", **_texts("text"), "verified": "boolean"}
_LINK = _texts("since", "until")
_TRIPLE = {**_texts("id", "technology", "measure", "status"), "conditional": "boolean", **_texts("since", "until")}
