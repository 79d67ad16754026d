"""Congruence and conflict networks: actors joined by the concepts on which they are on one side, or on two.

Source: P. Leifeld and S. Haunss, "Political discourse networks and the conflict over software patents in Europe",
European Journal of Political Research 51 (2012), and Leifeld (2017), as in `duplicates`. With x⁺ and x⁻ the numbers of
claims for and against, of actors i and k over all concepts j:

    congruence  Σ x⁺(i,j)·x⁺(k,j) + x⁻(i,j)·x⁻(k,j)
    conflict    Σ x⁺(i,j)·x⁻(k,j) + x⁻(i,j)·x⁺(k,j)
    subtract    congruence − conflict
    ignore      Σ x(i,j)·x(k,j), with x = x⁺ + x⁻

Concepts are joined by actors in the same way. A norm divides by how much the two had to say:

    average     half of the claims of both together
    jaccard     claims on a side of a concept that only one of both has, and those products that congruence adds up
    cosine      √Σx² of the one times √Σx² of the other, over all sides of all concepts (Salton and McGill 1983)

Discourse Network Analyzer 3 divides by the product of the two actors' claims for what it calls cosine; ours is the
published one, which equals it where an actor has but one claim.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.network.discourse.affiliation import Cell, Sides

NORMS = ("none", "average", "jaccard", "cosine")
TIES: Mapping[str, Callable[[Sides, Sides], float]] = {
    "congruence": lambda one, other: one.pro * other.pro + one.contra * other.contra,
    "conflict": lambda one, other: one.pro * other.contra + one.contra * other.pro,
    "subtract": lambda one, other: (one.pro - one.contra) * (other.pro - other.contra),
    "ignore": lambda one, other: one.total * other.total,
}
"""What joins two that spoke of the same, of one concept."""


@dataclass(frozen=True)
class _Tie:
    weight: float
    statements: frozenset[str]
    shared: int


def one_mode(cells: Mapping[Cell, Sides], tie: str, norm: str = "none") -> "nx.Graph[str]":
    """A graph of the first of each cell, joined by the second: actors, or concepts where these were put first.

    Edges have a `weight`, which is not 0, how many concepts are `shared`, and the `statements` they stand for. All
    who made a claim are nodes.
    """
    graph: nx.Graph[str] = nx.Graph()
    rows = _rows(cells)
    graph.add_nodes_from(sorted(rows))
    for (one, other), found in sorted(_ties(cells, TIES[tie]).items()):
        by = _NORMS[norm](rows[one], rows[other])
        if found.weight and by:
            said = {"shared": found.shared, "statements": tuple(sorted(found.statements))}
            graph.add_edge(one, other, kind=tie, weight=found.weight / by, **said)
    return graph


Row = Mapping[str, Sides]


def _rows(cells: Mapping[Cell, Sides]) -> Mapping[str, Row]:
    rows: dict[str, dict[str, Sides]] = defaultdict(dict)
    for (first, second), sides in cells.items():
        rows[first][second] = sides
    return rows


def _ties(cells: Mapping[Cell, Sides], joined: Callable[[Sides, Sides], float]) -> Mapping[Cell, _Tie]:
    columns: dict[str, dict[str, Sides]] = defaultdict(dict)
    for (first, second), sides in cells.items():
        columns[second][first] = sides
    ties: dict[Cell, _Tie] = {}
    for _, column in sorted(columns.items()):
        for one, other in combinations(sorted(column), 2):
            if weight := joined(column[one], column[other]):
                said = frozenset(column[one].statements | column[other].statements)
                before = ties.get((one, other), _Tie(0.0, frozenset(), 0))
                ties[one, other] = _Tie(before.weight + weight, before.statements | said, before.shared + 1)
    return ties


def _average(one: Row, other: Row) -> float:
    return (sum(sides.total for sides in one.values()) + sum(sides.total for sides in other.values())) / 2


def _jaccard(one: Row, other: Row) -> float:
    return sum(_union(a, b) for a, b in _both(one, other))


def _union(one: float, other: float) -> float:
    """What two counts of one side of one concept add to the whole."""
    return one * other if one and other else one + other


def _both(one: Row, other: Row) -> list[tuple[float, float]]:
    """The counts of both, side by side."""
    nothing = Sides()
    pairs = [(one.get(key, nothing), other.get(key, nothing)) for key in sorted(one.keys() | other.keys())]
    return [counts for a, b in pairs for counts in ((a.pro, b.pro), (a.contra, b.contra))]


def _cosine(one: Row, other: Row) -> float:
    return _length(one) * _length(other)


def _length(row: Row) -> float:
    return math.sqrt(sum(sides.pro**2 + sides.contra**2 for sides in row.values()))


_NORMS: Mapping[str, Callable[[Row, Row], float]] = {
    "none": lambda one, other: 1.0,
    "average": _average,
    "jaccard": _jaccard,
    "cosine": _cosine,
}
