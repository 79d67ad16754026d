"""Entities joined to all that their positions are about, and to each other as the ontology has it."""

from collections.abc import Iterator
from functools import cache
from heapq import merge
from typing import Any

from kg.model import Entity, Role
from kg.model.position import Position
from kg.network.levels.facts import FACT, Targets, fact_edges
from kg.network.levels.holdings import holdings
from kg.network.levels.paging import chosen_pages
from kg.network.levels.points import ENTITY, entities
from kg.network.network import Edge, Network, Node
from kg.ontology import Ontology
from kg.ontology.links import TYPES
from kg.store import Store

_LINKS = f"""
UNWIND $ids AS id MATCH (:Entity {{id: id}})-[r:{"|".join(TYPES)}]->(e:Entity)
RETURN id, type(r) AS type, e.id AS target"""


def entities_and_links(store: Store, ontology: Ontology, chosen: frozenset[str] | None, title: str) -> Network:
    """The network of all entities in plain positions, each actor joined to every one that it truly does a thing to.

    The ontology's own links (`broader`, `made_by`, …) stand for no statement and have none.
    """
    targets = _targets(ontology)

    def facts() -> Iterator[Edge]:
        for holding in holdings(store, chosen):
            yield from fact_edges(ontology, holding, targets)

    @cache
    def known() -> frozenset[str]:
        return frozenset(end for edge in facts() for end in edge.ends)

    def nodes() -> Iterator[Node]:
        return entities(store, chosen_pages(known()))

    def edges() -> Iterator[Edge]:
        return merge(facts(), _links(store, known()), key=_order)

    return Network(title, True, ENTITY, FACT, nodes, edges)


def _targets(ontology: Ontology) -> Targets:
    """Whom an action is towards, and what it is done to.

    Who opposes a ban on a technology does not oppose the technology, and who is sued over one is what is sued: so a
    measure, or a party that the action is towards, is drawn instead of the theme.
    """
    towards = {action.slug for action in ontology.actions.values() if action.towards}

    def targets(position: Position) -> list[Entity]:
        themeless = Role.MEASURE in position.entities or (
            position.action in towards and Role.COUNTERPARTY in position.entities
        )
        roles = (Role.MEASURE, Role.COUNTERPARTY) if themeless else (Role.COUNTERPARTY, Role.PRODUCT, Role.TECHNOLOGY)
        found = {position.entities[role].id: position.entities[role] for role in roles if role in position.entities}
        return [found[key] for key in sorted(found)]

    return targets


def _links(store: Store, known: frozenset[str]) -> Iterator[Edge]:
    for ids in chosen_pages(known):
        rows = store.query(_LINKS, {"ids": ids}).records()
        inside = (row for row in rows if row["target"] in known and row["target"] != row["id"])
        yield from sorted(map(_link, inside), key=_order)


def _link(row: dict[str, Any]) -> Edge:
    kind = str(row["type"]).lower()
    return Edge(row["id"], row["target"], kind, kind.replace("_", " "))


def _order(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.target, edge.kind
