"""The affiliation network: actors joined to the concepts on which they take a side.

Source: Leifeld (2017), as in `duplicates`. A weight is the claims for less the claims against; `activity` divides by
all claims of the actor, `prominence` by all claims on the concept, as Discourse Network Analyzer has it.
"""

from collections import defaultdict
from collections.abc import Mapping

import networkx as nx

from kg.network.discourse.affiliation import Cell, Sides

NORMS = ("none", "activity", "prominence")


def two_mode(cells: Mapping[Cell, Sides], norm: str = "none") -> "nx.Graph[str]":
    """A graph with signed `weight`, the counts `pro` and `contra`, and `statements`; nodes have `mode`.

    An actor as often for a concept as against it is joined to it with weight 0.
    """
    graph: nx.Graph[str] = nx.Graph()
    totals = _totals(cells)
    for (actor, concept), sides in sorted(cells.items()):
        by = {"none": 1.0, "activity": totals["actor", actor], "prominence": totals["concept", concept]}[norm]
        graph.add_node(actor, mode="actor")
        graph.add_node(concept, mode="concept")
        said = {"pro": sides.pro, "contra": sides.contra, "statements": tuple(sorted(sides.statements))}
        graph.add_edge(actor, concept, kind="affiliation", weight=(sides.pro - sides.contra) / by, **said)
    return graph


def _totals(cells: Mapping[Cell, Sides]) -> Mapping[tuple[str, str], float]:
    totals: dict[tuple[str, str], float] = defaultdict(float)
    for (actor, concept), sides in cells.items():
        totals["actor", actor] += sides.total
        totals["concept", concept] += sides.total
    return totals
