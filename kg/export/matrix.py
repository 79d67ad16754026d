"""A discourse network as a matrix in CSV, as statistics programs take it.

Actors are rows and concepts columns in a two-mode network; in a one-mode network both are the same, and the diagonal
is 0. Weights have their signs.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import IO

from kg.csvline import csv_line
from kg.export.characters import clean, label
from kg.export.counted import Counted
from kg.network import Network, Node


def write_matrix(network: Network, file: IO[bytes]) -> Counted:
    """Writes a network that fits into memory; its `signed_weight`, else its `weight`, is in the cells."""
    nodes, weights = list(network.nodes()), _weights(network)
    rows = [node for node in nodes if node.attributes.get("mode") != "concept"]
    columns = [node for node in nodes if node.attributes.get("mode") == "concept"] or rows
    names = _names(nodes)
    file.write(csv_line(["", *(names[column.id] for column in columns)]).encode())
    for row in rows:
        cells = (weights.get((row.id, column.id), 0.0) for column in columns)
        file.write(csv_line([names[row.id], *(f"{cell:.12g}" for cell in cells)]).encode())
    return Counted(len(nodes), len(weights) // 2)


def _weights(network: Network) -> Mapping[tuple[str, str], float]:
    weights: dict[tuple[str, str], float] = {}
    for edge in network.edges():
        signed = edge.attributes.get("signed_weight", edge.weight)
        assert isinstance(signed, float)
        weights[edge.source, edge.target] = weights[edge.target, edge.source] = signed
    return weights


def _names(nodes: Iterable[Node]) -> Mapping[str, str]:
    """What to call each node; those of one name have their ids beside it."""
    labels = {node.id: clean(label(node.label, node.id)) for node in nodes}
    often = Counter(labels.values())
    return {key: name if often[name] == 1 else f"{name} ({key})" for key, name in labels.items()}
