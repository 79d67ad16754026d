"""Constraints and indexes: what makes ids unique and look-ups fast."""

_COMMON = (
    "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT policyposition_id IF NOT EXISTS FOR (n:PolicyPosition) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX article_text_hash IF NOT EXISTS FOR (n:Article) ON (n.text_hash)",
    "CREATE INDEX article_source_id IF NOT EXISTS FOR (n:Article) ON (n.source_id)",
    "CREATE INDEX policyposition_deal IF NOT EXISTS FOR (n:PolicyPosition) ON (n.deal)",
    "CREATE INDEX policyposition_topic IF NOT EXISTS FOR (n:PolicyPosition) ON (n.topic)",
    "CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
)

SERVER = (*_COMMON, "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE")
"""For a Neo4j server."""

EMBEDDED = (*_COMMON, "CREATE INDEX entity_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id)")
"""For the embedded store. A new label moves an entity's record there, which a unique index takes for a second entity
until the transaction ends; MERGE by its only writer keeps the ids unique."""
