"""The most important part of a network that is too large to be seen whole."""

from collections import defaultdict
from dataclasses import replace

from kg.network.network import Network


def important(network: Network, limit: int) -> Network:
    """At most `limit` nodes with the edges between them: those with the most weight on their edges.

    In a network that is not too large every node stays. Of a larger one those that are left without an edge go too.
    Ties are broken by id.
    """
    if sum(1 for _ in network.nodes()) <= limit:
        return network
    chosen = _strongest(network, limit)
    joined = {end for edge in network.edges() if edge.source in chosen and edge.target in chosen for end in edge.ends}
    return replace(
        network,
        nodes=lambda: (node for node in network.nodes() if node.id in joined),
        edges=lambda: (edge for edge in network.edges() if edge.source in joined and edge.target in joined),
    )


def _strongest(network: Network, limit: int) -> set[str]:
    strength: dict[str, float] = defaultdict(float)
    for edge in network.edges():
        for end in edge.ends:
            strength[end] += edge.weight
    ranked = sorted(strength, key=lambda key: (-strength[key], key))
    return set(ranked[:limit])
