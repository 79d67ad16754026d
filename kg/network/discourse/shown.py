"""A discourse network as one that every writer of ours writes."""

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.network.discourse.measures import CENTRALITIES, communities
from kg.network.levels.points import ENTITY
from kg.network.network import Attributes, Edge, Network, Node, Type, Value, held

_OF_EDGES: Attributes = {
    "signed_weight": Type.REAL,
    "pro": Type.REAL,
    "contra": Type.REAL,
    "shared": Type.INTEGER,
    "statements": Type.TEXTS,
}
COMMUNITY = "community"
_AGREE, _DISAGREE = ("supports", "agree"), ("opposes", "disagree")
_SIDES = {
    "affiliation": (("supports", "for"), ("opposes", "against")),
    "congruence": (_AGREE, _DISAGREE),
    "conflict": (_DISAGREE, _AGREE),
    "subtract": (_AGREE, _DISAGREE),
    "ignore": (("neutral", "speak of the same"), ("neutral", "speak of the same")),
}
"""Stance and label of an edge above 0 and below, by its kind."""


def shown(
    graph: "nx.Graph[str]",
    known: Mapping[str, Node],
    title: str,
    source: str = "",
    centralities: Iterable[str] = (),
    with_communities: bool = False,
) -> Network:
    """The graph with the names and kinds of `known` nodes, and with what is measured of each.

    A weight is without its sign, since programs that lay networks out know no other; the sign is that of
    `signed_weight`. An edge of weight 0, where pro and contra are even, is left out.
    """
    scores: dict[str, Mapping[str, float]] = {name: CENTRALITIES[name](graph) for name in centralities}
    if with_communities:
        scores[COMMUNITY] = communities(graph)
    types = {name: Type.INTEGER if name == COMMUNITY else Type.REAL for name in scores}
    nodes = (_node(key, values, known[key], scores) for key, values in graph.nodes(data=True))
    edges = (
        _edge(*_ends(graph, one, other), values) for one, other, values in graph.edges(data=True) if values["weight"]
    )
    attributes = {**ENTITY, "mode": Type.TEXT, **types}
    return held(title, nodes, edges, attributes, _OF_EDGES, directed=False, source=source)


def _node(key: str, values: Mapping[str, Any], known: Node, scores: Mapping[str, Mapping[str, float]]) -> Node:
    measured = {name: of[key] for name, of in scores.items()}
    return Node(key, known.label, known.kind, {**known.attributes, **values, **measured})


def _ends(graph: "nx.Graph[str]", one: str, other: str) -> tuple[str, str]:
    """The actor before the concept, and otherwise by id."""
    first, second = sorted((one, other), key=lambda node: (graph.nodes[node].get("mode", ""), node))
    return first, second


def _edge(one: str, other: str, values: Mapping[str, Any]) -> Edge:
    weight = float(values["weight"])
    told: dict[str, Value] = {"signed_weight": weight, **{name: values[name] for name in _OF_EDGES if name in values}}
    stance, label = _SIDES[values["kind"]][weight < 0]
    return Edge(one, other, values["kind"], label, abs(weight), stance, told)
