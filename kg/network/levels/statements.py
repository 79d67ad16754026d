"""Statements as nodes, joined to whom and what they speak of and to the articles that they stand in.

So whatever is denied, considered or hedged is to be seen with its state, and no edge says more than the article.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.model.dates import first_day, last_day
from kg.network.levels.paging import all_pages, chosen_pages
from kg.network.levels.points import ARTICLE, ENTITY, articles, entities, present
from kg.network.network import Attributes, Edge, Network, Node, Spell, Type
from kg.ontology import Ontology
from kg.query.headline import headline
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
_STATEMENTS = "UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN properties(s) AS properties"
_ROLES = f"""
UNWIND $ids AS id MATCH (:Statement {{id: id}})-[r:{_ROLE_TYPES}]->(e:Entity)
RETURN id, type(r) AS type, e.id AS entity, e.name AS name"""
_QUOTES = """
UNWIND $ids AS id MATCH (:Statement {id: id})-[q:QUOTES]->(a:Article)
RETURN id, a.id AS article, a.published AS published, q.text AS quote, q.start AS start"""
_ROLE_OF = {type_: role.value for role, type_ in OF_STATEMENT.items()}
_QUOTES_KIND = "quotes"


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
            yield from self._statements(ids)

    def edges(self) -> Iterator[Edge]:
        """From each statement to what it has."""
        for ids in self._statement_pages():
            roles = [_role_edge(row) for row in self._read(_ROLES, ids)]
            quoted = {(row["id"], row["article"]) for row in self._read(_QUOTES, ids)}
            quotes = [Edge(start, end, _QUOTES_KIND, "stands in") for start, end in quoted]
            yield from sorted((*roles, *quotes), key=_order)

    def _statement_pages(self) -> Iterator[list[str]]:
        if self._chosen is None:
            return all_pages(self._store, "Statement", _KEPT.format("n"))
        return chosen_pages(self._chosen)

    def _pages(self, label: str, condition: str, types: str) -> Iterator[list[str]]:
        if self._chosen is None:
            return all_pages(self._store, label, condition)
        reached = _REACHED.format(types=types)
        return chosen_pages({key for ids in chosen_pages(self._chosen) for key in self._ids(reached, ids)})

    def _statements(self, ids: list[str]) -> Iterator[Node]:
        roles, quotes = _grouped(self._read(_ROLES, ids)), _grouped(self._read(_QUOTES, ids))
        found = [row["properties"] for row in self._read(_STATEMENTS, ids)]
        for properties in sorted(found, key=lambda each: str(each["id"])):
            key = properties["id"]
            yield self._statement(properties, roles.get(key, []), quotes.get(key, []))

    def _statement(self, properties: Mapping[str, Any], roles: list[Any], quotes: list[Any]) -> Node:
        action = self._ontology.actions.get(properties["action"])
        names = {_ROLE_OF[row["type"]]: row["name"] for row in roles}
        first = min(quotes, key=lambda row: (row["published"] or "", row["article"], row["start"] or 0))
        stance = action.stance.value if action else "neutral"
        attributes = present({**properties, "stance": stance, "quote": first["quote"]}, STATEMENT)
        label = headline(self._ontology, {**names, "action": properties["action"]})
        return Node(properties["id"], label + _state(properties), "Statement", attributes, _spells(properties, first))

    def _read(self, cypher: str, ids: list[str]) -> list[dict[str, Any]]:
        return self._store.query(cypher, {"ids": ids}).records()

    def _ids(self, cypher: str, ids: list[str]) -> Iterable[str]:
        return (key for (key,) in self._store.query(cypher, {"ids": ids}).rows)


def _state(properties: Mapping[str, Any]) -> str:
    """What must be seen at once: a statement that is no plain fact says so in its label."""
    hedged = ["hedged"] if properties["certainty"] == "hedged" else []
    status = properties["status"].replace("_", " ")
    words = [*([status] if status != "in force" else []), *hedged]
    return f" ({', '.join(words)})" if words else ""


def _spells(properties: Mapping[str, Any], quote: Mapping[str, Any]) -> tuple[Spell, ...]:
    """From `since`, else from when it was reported, until `until`."""
    start = properties.get("since") or (quote["published"] or "")[:10] or None
    end = properties.get("until")
    if not start and not end:
        return ()
    ordered = not start or not end or first_day(start) <= last_day(end)
    return (Spell(start, end if ordered else None),)


def _role_edge(row: Mapping[str, Any]) -> Edge:
    role = _ROLE_OF[row["type"]]
    return Edge(row["id"], row["entity"], role, role)


def _order(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.target, edge.kind


def _grouped(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["id"], []).append(row)
    return groups
