"""Positions as edges from actor to object: the direct triples of the graph, those of one action together."""

from collections.abc import Iterator
from functools import cache

from kg.model import Entity
from kg.model.position import Position
from kg.network.levels.facts import FACT, fact_edges
from kg.network.levels.holdings import holdings
from kg.network.levels.paging import chosen_pages
from kg.network.levels.points import ENTITY, entities
from kg.network.network import Edge, Network, Node
from kg.ontology import Ontology
from kg.store import Store


def positions(store: Store, ontology: Ontology, chosen: frozenset[str] | None, title: str) -> Network:
    """The network of those who do something and of what or whom they do it to."""

    def edges() -> Iterator[Edge]:
        for holding in holdings(store, chosen):
            yield from fact_edges(ontology, holding, _object)

    @cache
    def known() -> frozenset[str]:
        return frozenset(end for edge in edges() for end in edge.ends)

    def nodes() -> Iterator[Node]:
        return entities(store, chosen_pages(known()))

    return Network(title, True, ENTITY, FACT, nodes, edges)


def _object(position: Position) -> list[Entity]:
    return [position.object] if position.object is not None else []
