"""Statements as reports on positions, actor by actor: what positions and their histories are made of."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.model import Certainty, Entity, Kind, Review, Role, Status
from kg.model.position import Report
from kg.network.levels.paging import all_pages, chosen_pages
from kg.store import Store
from kg.store.shape import OF_POSITION

_ACTORS_AT_ONCE = 20
"""An actor may have thousands of statements, so few are read together."""

_HOLDS = "EXISTS { MATCH (n)-[:HOLDS]->(:PolicyPosition) }"
_ACTING = """
UNWIND $ids AS id MATCH (:Statement {id: id})-[:REPORTS]->(:PolicyPosition)<-[:HOLDS]-(e:Entity) RETURN DISTINCT e.id"""
_REPORTS = """
UNWIND $ids AS actor
MATCH (e:Entity {id: actor})-[:HOLDS]->(p:PolicyPosition)<-[:REPORTS]-(s:Statement)-[:QUOTES]->(a:Article)
OPTIONAL MATCH (a)-[:COPY_OF]->(original:Article)
RETURN DISTINCT actor, e.name AS name, e.kind AS kind, e.collective AS collective, p.id AS position,
  s.id AS statement, a.id AS article, coalesce(original.id, a.id) AS origin,
  coalesce(original.published, a.published) AS published, s.action AS action, s.status AS status,
  s.certainty AS certainty, s.since AS since, s.until AS until, s.condition AS condition, s.exception AS exception,
  s.review AS review"""
_ROLES = f"""
UNWIND $ids AS actor
MATCH (:Entity {{id: actor}})-[:HOLDS]->(p:PolicyPosition)-[r:{"|".join(OF_POSITION.values())}]->(e:Entity)
RETURN p.id AS position, type(r) AS type, e.id AS id, e.name AS name, e.kind AS kind, e.collective AS collective"""
_QUALIFIERS = ("statement", "article", "origin", "published", "action", "since", "until", "condition", "exception")
_ROLE_OF = {type_: role for role, type_ in OF_POSITION.items()}


def reports(store: Store, chosen: frozenset[str] | None) -> Iterator[tuple[Entity, list[Report]]]:
    """Every actor, by id, with all that the chosen statements report of it; all statements where it is None."""
    for ids in _actors(store, chosen):
        yield from _reported(store, ids, chosen)


def _actors(store: Store, chosen: frozenset[str] | None) -> Iterator[list[str]]:
    pages = all_pages(store, "Entity", _HOLDS) if chosen is None else chosen_pages(_acting(store, chosen))
    for ids in pages:
        yield from (ids[at : at + _ACTORS_AT_ONCE] for at in range(0, len(ids), _ACTORS_AT_ONCE))


def _acting(store: Store, chosen: frozenset[str]) -> set[str]:
    return {key for ids in chosen_pages(chosen) for (key,) in store.query(_ACTING, {"ids": ids}).rows}


def _reported(store: Store, ids: list[str], chosen: frozenset[str] | None) -> Iterator[tuple[Entity, list[Report]]]:
    roles = _roles(store, ids)
    rows = store.query(_REPORTS, {"ids": ids}).records()
    wanted = [row for row in rows if chosen is None or row["statement"] in chosen]
    for _, group in groupby(sorted(wanted, key=lambda row: str(row["actor"])), lambda row: row["actor"]):
        of_actor = list(group)
        actor = _entity({**of_actor[0], "id": of_actor[0]["actor"]})
        yield actor, [_report(row, {Role.ACTOR: actor, **roles.get(row["position"], {})}) for row in of_actor]


def _roles(store: Store, ids: list[str]) -> dict[str, dict[Role, Entity]]:
    found: dict[str, dict[Role, Entity]] = {}
    for row in store.query(_ROLES, {"ids": ids}).records():
        found.setdefault(row["position"], {})[_ROLE_OF[row["type"]]] = _entity(row)
    return found


def _entity(row: Mapping[str, Any]) -> Entity:
    return Entity(id=row["id"], name=row["name"], kind=Kind(row["kind"]), collective=bool(row["collective"]))


def _report(row: Mapping[str, Any], entities: Mapping[Role, Entity]) -> Report:
    return Report(
        **{name: row[name] for name in _QUALIFIERS},
        entities=entities,
        status=Status(row["status"]),
        certainty=Certainty(row["certainty"]),
        review=Review(row["review"] or Review.OPEN),
        position=row["position"],
    )
