"""Counts what is in the graph, with no time and no path in it, so that two stores can be compared."""

from dataclasses import asdict, dataclass

from kg.extract import Extractor
from kg.ontology import Ontology
from kg.query.collections import check_collection
from kg.store import Store, Table
from loaders.coded import READ_WITH

_COUNTS = {
    "articles": "MATCH (a:Article) RETURN count(a) AS n",
    "copies": "MATCH (a:Article) WHERE EXISTS { (a)-[:COPY_OF]->(:Article) } RETURN count(a) AS n",
    "without_text": "MATCH (a:Article) WHERE a.text IS NULL OR a.text = '' RETURN count(a) AS n",
    "other_languages": """
MATCH (a:Article) WHERE a.language IS NOT NULL AND NOT a.language IN $languages AND NOT a.read_with STARTS WITH $tables
RETURN count(a) AS n""",
    "statements": "MATCH (s:Statement) RETURN count(s) AS n",
    "quotes": "MATCH (:Statement)-[q:QUOTES]->(:Article) RETURN count(q) AS n",
    "verified_quotes": "MATCH (:Statement)-[q:QUOTES]->(:Article) WHERE q.verified = true RETURN count(q) AS n",
    "entities": "MATCH (e:Entity) RETURN count(e) AS n",
    "positions": "MATCH (p:PolicyPosition) RETURN count(p) AS n",
    "triples": "MATCH (:Entity)-[r]->(:Entity) WHERE type(r) IN $actions RETURN count(r) AS n",
    "read_otherwise": """
MATCH (a:Article)
WHERE a.text <> '' AND coalesce(a.read_with, '') <> $read_with AND NOT a.read_with STARTS WITH $tables
RETURN count(a) AS n""",
}
_WITHIN = {
    "statements": "RETURN count(DISTINCT s) AS n",
    "quotes": "RETURN count(q) AS n",
    "verified_quotes": "WHERE q.verified = true RETURN count(q) AS n",
    "entities": "MATCH (s)-->(e:Entity) RETURN count(DISTINCT e) AS n",
    "positions": "MATCH (s)-[:REPORTS]->(p:PolicyPosition) RETURN count(DISTINCT p) AS n",
    "triples": """
MATCH (s)-[:REPORTS]->(p:PolicyPosition)<-[:HOLDS]-(actor:Entity)
WITH DISTINCT p, actor
MATCH (actor)-[r]->(:Entity) WHERE r.id = p.id RETURN count(DISTINCT p) AS n""",
}
"""What hangs on the articles of a collection."""

_OF_COLLECTION = "(a:Article {collection: $collection})"
_SAID_IN = "<-[q:QUOTES]-(s:Statement)"


@dataclass(frozen=True)
class GraphStatus:
    """Counts; `other_languages` are articles that the extractor does not read for their language, `read_otherwise`
    those whose statements another ontology, model or extractor read.
    """

    articles: int
    copies: int
    without_text: int
    other_languages: int
    statements: int
    quotes: int
    verified_quotes: int
    entities: int
    positions: int
    triples: int
    ontology: str
    read_otherwise: int

    @property
    def table(self) -> Table:
        """One row."""
        values = asdict(self)
        return Table(columns=tuple(values), rows=(tuple(values.values()),))


def status(store: Store, ontology: Ontology, extractor: Extractor, collection: str | None = None) -> GraphStatus:
    """Count, in the whole graph or in what the articles of a collection say; `extractor` is who would read now.

    Raises QuestionError for a collection that there is not.
    """
    check_collection(store, collection)
    values = {
        "collection": collection,
        "languages": sorted(extractor.languages),
        "actions": sorted(action.relationship for action in ontology.actions.values()),
        "read_with": extractor.fingerprint,
        "tables": READ_WITH,
    }
    counts = {name: int(store.query(cypher, values).rows[0][0]) for name, cypher in _texts(collection).items()}
    return GraphStatus(**counts, ontology=ontology.fingerprint)


def _texts(collection: str | None) -> dict[str, str]:
    if collection is None:
        return _COUNTS
    of_articles = {name: cypher.replace("(a:Article)", _OF_COLLECTION) for name, cypher in _COUNTS.items()}
    within = {name: f"MATCH {_OF_COLLECTION}{_SAID_IN} {cypher}" for name, cypher in _WITHIN.items()}
    return {**of_articles, **within}
