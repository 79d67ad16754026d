"""Constraints and indexes: what makes ids unique and look-ups fast, made from the ontology and versioned.

`VERSION` goes up with every change that a graph of before needs a migration for. Version 1 had no marker node and no
constraints on direct triples, version 2 no signatures of texts.
"""

from kg.model.identity import digest
from kg.ontology import Ontology
from kg.store.shape import BAND_NAMES, KIND_LABELS

VERSION = 3

_COMMON = (
    "CREATE CONSTRAINT kgstore_id IF NOT EXISTS FOR (n:KgStore) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT policyposition_id IF NOT EXISTS FOR (n:PolicyPosition) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT signature_id IF NOT EXISTS FOR (n:Signature) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX signature_elder IF NOT EXISTS FOR (n:Signature) ON (n.elder)",
    "CREATE INDEX signature_text IF NOT EXISTS FOR (n:Signature) ON (n.text)",
    *(f"CREATE INDEX signature_{name} IF NOT EXISTS FOR (n:Signature) ON (n.{name})" for name in BAND_NAMES),
    "CREATE INDEX article_source_id IF NOT EXISTS FOR (n:Article) ON (n.source_id)",
    "CREATE INDEX article_collection IF NOT EXISTS FOR (n:Article) ON (n.collection)",
    "CREATE INDEX policyposition_deal IF NOT EXISTS FOR (n:PolicyPosition) ON (n.deal)",
    "CREATE INDEX policyposition_topic IF NOT EXISTS FOR (n:PolicyPosition) ON (n.topic)",
    "CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
)


def on_server(ontology: Ontology) -> tuple[str, ...]:
    """For a Neo4j server: also one triple a position, and names found by the label of their kind."""
    return (
        *_COMMON,
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
        *(_kind_name(label) for label in KIND_LABELS),
        *(_triple_id(ontology.actions[slug].relationship) for slug in sorted(ontology.actions)),
    )


def embedded() -> tuple[str, ...]:
    """For the embedded store, which has one writer and needs no more.

    A new label moves an entity's record there, which a unique index takes for a second entity until the transaction
    ends; MERGE by the only writer keeps the ids unique.
    """
    return (*_COMMON, "CREATE INDEX entity_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id)")


def name(statement: str) -> str:
    """The name that a statement gives to its constraint or index."""
    return statement.split()[2]


def fingerprint(statements: tuple[str, ...]) -> str:
    """Changes with the statements, so that an ontology with a new action gets its constraint at the next load."""
    return digest("d", *statements)


def _kind_name(label: str) -> str:
    return f"CREATE INDEX {label.lower()}_name IF NOT EXISTS FOR (n:{label}) ON (n.name)"


def _triple_id(kind: str) -> str:
    return f"CREATE CONSTRAINT {kind.lower()}_id IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"
