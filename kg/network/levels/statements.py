"""Statements as nodes, joined to whom and what they speak of and to the articles that they stand in.

So whatever is denied, considered or hedged is to be seen with its state, and no edge says more than the article.
"""

from collections.abc import Iterable, Iterator

from kg.model.dates import first_day, last_day
from kg.network.evidence import Evidence, evidence
from kg.network.levels.paging import all_pages, chosen_pages
from kg.network.levels.points import ARTICLE, ENTITY, articles, entities, present
from kg.network.network import Attributes, Edge, Network, Node, Spell, Type
from kg.ontology import Ontology
from kg.store import Store
from kg.store.shape import OF_STATEMENT

STATEMENT: Attributes = {
    **dict.fromkeys(("action", "stance", "status", "certainty", "since", "until", "duration"), Type.TEXT),
    **dict.fromkeys(("condition", "exception", "scope"), Type.TEXT),
    "confidence": Type.REAL,
    "extractor": Type.TEXT,
    "review": Type.TEXT,
    "quote": Type.TEXT,
}

_KEPT = "coalesce({0}.review, 'open') <> 'rejected'"
_ROLE_TYPES = "|".join(OF_STATEMENT.values())
_SPOKEN_OF = f"EXISTS {{ MATCH (n)<-[:{_ROLE_TYPES}]-(s:Statement) WHERE {_KEPT.format('s')} }}"
_QUOTED = f"EXISTS {{ MATCH (n)<-[:QUOTES]-(s:Statement) WHERE {_KEPT.format('s')} }}"
_REACHED = "UNWIND $ids AS id MATCH (:Statement {{id: id}})-[:{types}]->(n) RETURN DISTINCT n.id"
_QUOTES = "quotes"


def statements(store: Store, ontology: Ontology, chosen: frozenset[str] | None, title: str) -> Network:
    """The network of all statements, or of those chosen; whoever and whatever no statement has is not in it."""
    view = _View(store, ontology, chosen)
    return Network(
        title=title,
        directed=True,
        node_attributes={**ENTITY, **ARTICLE, **STATEMENT},
        edge_attributes={},
        nodes=view.nodes,
        edges=view.edges,
    )


class _View:
    """What the chosen statements make, read anew at each call."""

    def __init__(self, store: Store, ontology: Ontology, chosen: frozenset[str] | None) -> None:
        self._store = store
        self._ontology = ontology
        self._chosen = chosen

    def nodes(self) -> Iterator[Node]:
        """Articles, entities, statements."""
        yield from articles(self._store, self._pages("Article", _QUOTED, "QUOTES"))
        yield from entities(self._store, self._pages("Entity", _SPOKEN_OF, _ROLE_TYPES))
        for ids in self._statement_pages():
            yield from map(self._statement, evidence(self._store, self._ontology, ids))

    def edges(self) -> Iterator[Edge]:
        """From each statement to what it has."""
        for ids in self._statement_pages():
            for each in evidence(self._store, self._ontology, ids):
                roles = [Edge(each.id, entity, role, role) for role, entity in each.roles]
                quoted = [Edge(each.id, article, _QUOTES, "stands in") for article in _articles(each)]
                yield from sorted((*roles, *quoted), key=_order)

    def _statement_pages(self) -> Iterator[list[str]]:
        if self._chosen is None:
            return all_pages(self._store, "Statement", _KEPT.format("n"))
        return chosen_pages(self._chosen)

    def _pages(self, label: str, condition: str, types: str) -> Iterator[list[str]]:
        if self._chosen is None:
            return all_pages(self._store, label, condition)
        reached = _REACHED.format(types=types)
        return chosen_pages({key for ids in chosen_pages(self._chosen) for key in self._ids(reached, ids)})

    def _statement(self, told: Evidence) -> Node:
        action = self._ontology.actions.get(told.properties["action"])
        stance = action.stance.value if action else "neutral"
        attributes = present({**told.properties, "stance": stance, "quote": told.quotes[0].text}, STATEMENT)
        return Node(told.id, told.label, "Statement", attributes, _spells(told))

    def _ids(self, cypher: str, ids: list[str]) -> Iterable[str]:
        return (key for (key,) in self._store.query(cypher, {"ids": ids}).rows)


def _spells(told: Evidence) -> tuple[Spell, ...]:
    """From `since`, else from when it was reported, until `until`."""
    start = told.properties.get("since") or (told.quotes[0].published or "")[:10] or None
    end = told.properties.get("until")
    if not start and not end:
        return ()
    ordered = not start or not end or first_day(start) <= last_day(end)
    return (Spell(start, end if ordered else None),)


def _articles(told: Evidence) -> set[str]:
    return {quote.article for quote in told.quotes}


def _order(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.target, edge.kind
