"""Names that articles use often and no entry of the ontology covers: what to add next."""

from kg.store import Store, Table

_MISSING = """
MATCH (e:Entity)<-[r]-(s:Statement)-[:QUOTES]->(a:Article)
WHERE e.id STARTS WITH 'e-' AND coalesce(s.review, 'open') <> 'rejected'
  AND ($collection IS NULL OR a.collection = $collection)
WITH e, count(DISTINCT s) AS statements, count(DISTINCT a) AS articles
RETURN e.name AS name, e.kind AS kind, statements, articles
ORDER BY articles DESC, statements DESC, name LIMIT $limit"""


def missing(store: Store, limit: int, collection: str | None = None) -> Table:
    """The entities that have no entry, those of most articles first, with how many statements and articles."""
    return store.query(_MISSING, {"limit": limit, "collection": collection})
