"""Communities and centralities, as networkx computes them.

Ties by which two stand against each other bring nobody together, so communities and paths see positive weights only.
"""

from collections.abc import Callable, Mapping

import networkx as nx

from kg.network.discourse.backbone import strength, weights

_SEED = 1
"""Louvain goes through the nodes in an order drawn by chance; always the same one here."""

Scores = Mapping[str, float]


def communities(graph: "nx.Graph[str]") -> Mapping[str, int]:
    """The community of every node, the largest one being 1.

    Source: V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. P10008 (2008).
    """
    found = nx.community.louvain_communities(_friendly(graph), weight="weight", seed=_SEED)
    ranked = sorted(found, key=lambda members: (-len(members), min(members)))
    return {node: number for number, members in enumerate(ranked, 1) for node in members}


def _friendly(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    friendly: nx.Graph[str] = nx.Graph()
    friendly.add_nodes_from(sorted(graph))
    for one, other, weight in sorted(weights(graph)):
        if weight > 0:
            friendly.add_edge(one, other, weight=weight, distance=1 / weight)
    return friendly


def _degree(graph: "nx.Graph[str]") -> Scores:
    return {node: float(degree) for node, degree in graph.degree()}


def _strength(graph: "nx.Graph[str]") -> Scores:
    return {node: strength(graph, node) for node in graph}


def _betweenness(graph: "nx.Graph[str]") -> Scores:
    """Over paths that are shorter the stronger their ties are."""
    found: Scores = nx.betweenness_centrality(_friendly(graph), weight="distance")
    return found


def _closeness(graph: "nx.Graph[str]") -> Scores:
    found: Scores = nx.closeness_centrality(_friendly(graph), distance="distance")
    return found


CENTRALITIES: Mapping[str, Callable[["nx.Graph[str]"], Scores]] = {
    "degree": _degree,
    "strength": _strength,
    "betweenness": _betweenness,
    "closeness": _closeness,
}
"""By name; degree counts ties, strength adds up their weights without their signs."""
