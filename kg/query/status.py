"""Counts what is in the graph, with no time and no path in it, so that two stores can be compared."""

from dataclasses import asdict, dataclass

from kg.ontology import Ontology
from kg.store import Store, Table

_COUNTS = {
    "articles": "MATCH (a:Article) RETURN count(a) AS n",
    "copies": "MATCH (a:Article) WHERE EXISTS { (a)-[:COPY_OF]->(:Article) } RETURN count(a) AS n",
    "without_text": "MATCH (a:Article) WHERE a.text IS NULL OR a.text = '' RETURN count(a) AS n",
    "statements": "MATCH (s:Statement) RETURN count(s) AS n",
    "quotes": "MATCH (:Statement)-[q:QUOTES]->(:Article) RETURN count(q) AS n",
    "verified_quotes": "MATCH (:Statement)-[q:QUOTES]->(:Article) WHERE q.verified = true RETURN count(q) AS n",
    "entities": "MATCH (e:Entity) RETURN count(e) AS n",
    "positions": "MATCH (p:PolicyPosition) RETURN count(p) AS n",
}
_TRIPLES = "MATCH (:Entity)-[r]->(:Entity) WHERE type(r) IN $actions RETURN count(r) AS n"
_READ_OTHERWISE = """
MATCH (a:Article) WHERE a.text <> '' AND coalesce(a.read_with, '') <> $read_with RETURN count(a) AS n"""


@dataclass(frozen=True)
class GraphStatus:
    """Counts; `read_otherwise` are the articles whose statements another ontology, model or extractor read."""

    articles: int
    copies: int
    without_text: int
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


def status(store: Store, ontology: Ontology, read_with: str) -> GraphStatus:
    """Count; `read_with` is the fingerprint of the extractor that would read articles now."""
    counts = {name: int(store.query(cypher).rows[0][0]) for name, cypher in _COUNTS.items()}
    actions = sorted(action.relationship for action in ontology.actions.values())
    return GraphStatus(
        **counts,
        triples=int(store.query(_TRIPLES, {"actions": actions}).rows[0][0]),
        ontology=ontology.fingerprint,
        read_otherwise=int(store.query(_READ_OTHERWISE, {"read_with": read_with}).rows[0][0]),
    )
