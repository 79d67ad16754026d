"""What of a weighted network is left when weak ties go: above a threshold, or above what chance would give.

Source: M. Á. Serrano, M. Boguñá and A. Vespignani, "Extracting the multiscale backbone of complex weighted networks",
PNAS 106 (2009): a tie with the share p of a node's strength, one of its k ties, is kept where (1 − p)^(k−1) < α at
either end.
"""

import networkx as nx


def above(graph: "nx.Graph[str]", threshold: float) -> "nx.Graph[str]":
    """The graph without edges whose weight, its sign left out, is below the threshold; nodes stay."""
    return _kept(graph, [(one, other) for one, other, weight in weights(graph) if abs(weight) >= threshold])


def backbone(graph: "nx.Graph[str]", alpha: float) -> "nx.Graph[str]":
    """The graph with those edges that the disparity filter keeps at the level `alpha`, 0 to 1; nodes stay.

    The share of an edge is that of its weight without its sign. At a node with one tie no tie can be tested, so it
    is left to its other end.
    """
    strengths = {node: strength(graph, node) for node in graph}
    return _kept(
        graph,
        [
            (one, other)
            for one, other, weight in weights(graph)
            if any(_significance(abs(weight), strengths[end], int(graph.degree[end])) < alpha for end in (one, other))
        ],
    )


def _significance(weight: float, of: float, degree: int) -> float:
    return float((1 - weight / of) ** (degree - 1)) if of and degree > 1 else 1.0


def weights(graph: "nx.Graph[str]") -> list[tuple[str, str, float]]:
    """Every edge with its weight."""
    return [(one, other, float(values["weight"])) for one, other, values in graph.edges(data=True)]


def strength(graph: "nx.Graph[str]", node: str) -> float:
    """The weights of a node's edges added up, their signs left out."""
    return float(sum(abs(values["weight"]) for _, _, values in graph.edges(node, data=True)))


def _kept(graph: "nx.Graph[str]", edges: list[tuple[str, str]]) -> "nx.Graph[str]":
    kept: nx.Graph[str] = nx.Graph()
    kept.add_nodes_from(graph.nodes(data=True))
    kept.add_edges_from((one, other, graph.edges[one, other]) for one, other in edges)
    return kept
