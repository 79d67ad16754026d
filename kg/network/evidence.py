"""Statements with the quotes that carry them, for whatever shows what an edge stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.ontology import Ontology
from kg.query.headline import headline
from kg.store import Store
from kg.store.shape import OF_STATEMENT

_ROLE_TYPES = "|".join(OF_STATEMENT.values())
_ROLE_OF = {type_: role.value for role, type_ in OF_STATEMENT.items()}
_STATEMENTS = "UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN properties(s) AS properties"
_ROLES = f"""
UNWIND $ids AS id MATCH (:Statement {{id: id}})-[r:{_ROLE_TYPES}]->(e:Entity)
RETURN id, type(r) AS type, e.id AS entity, e.name AS name"""
_QUOTES = """
UNWIND $ids AS id MATCH (:Statement {id: id})-[q:QUOTES]->(a:Article)
RETURN id, q.text AS text, q.start AS start, coalesce(q.verified, false) AS verified, a.id AS article,
  a.title AS title, a.published AS published, a.publisher AS publisher, a.url AS url"""


@dataclass(frozen=True)
class Quoted:
    """A quote with the article that it stands in, of which the ids alone are always known."""

    text: str
    start: int | None
    verified: bool
    article: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Evidence:
    """A statement: its phrase, which says where it is no plain fact, its own properties, who is in it, its quotes.

    `roles` are pairs of a role and an entity's id; quotes come with the first printed first.
    """

    id: str
    label: str
    properties: Mapping[str, Any]
    roles: tuple[tuple[str, str], ...]
    quotes: tuple[Quoted, ...]


def evidence(store: Store, ontology: Ontology, ids: list[str]) -> Iterator[Evidence]:
    """The statements of these ids, in order; ids of none are passed over."""
    found = _by_id(store, _STATEMENTS, ids)
    roles, quotes = _grouped(_by_id(store, _ROLES, ids)), _grouped(_by_id(store, _QUOTES, ids))
    for properties in sorted((row["properties"] for row in found), key=lambda each: str(each["id"])):
        key = properties["id"]
        yield _evidence(ontology, properties, roles.get(key, []), quotes.get(key, []))


def _evidence(
    ontology: Ontology, properties: Mapping[str, Any], roles: list[dict[str, Any]], quotes: list[dict[str, Any]]
) -> Evidence:
    names = {_ROLE_OF[row["type"]]: row["name"] for row in roles}
    return Evidence(
        id=properties["id"],
        label=headline(ontology, {**names, "action": properties["action"]}) + _state(properties),
        properties=properties,
        roles=tuple(sorted((_ROLE_OF[row["type"]], row["entity"]) for row in roles)),
        quotes=tuple(sorted((Quoted(**row) for row in quotes), key=_printed)),
    )


def _printed(quote: Quoted) -> tuple[str, str, int]:
    return quote.published or "", quote.article, quote.start or 0


def _state(properties: Mapping[str, Any]) -> str:
    """What must be seen at once: a statement that is no plain fact says so in its label."""
    hedged = ["hedged"] if properties["certainty"] == "hedged" else []
    status = properties["status"].replace("_", " ")
    words = [*([status] if status != "in force" else []), *hedged]
    return f" ({', '.join(words)})" if words else ""


def _by_id(store: Store, cypher: str, ids: list[str]) -> list[dict[str, Any]]:
    return store.query(cypher, {"ids": ids}).records()


def _grouped(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row.pop("id"), []).append(row)
    return groups
