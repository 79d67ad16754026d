"""CSV of nodes and of edges, with the headers that Gephi knows; for spreadsheets and statistics programs too.

Text is written as RFC 4180 has it, so it may hold line breaks. Lists have `; ` between their items.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.csvline import csv_line
from kg.export.characters import clean, label
from kg.export.counted import Counted, Counter
from kg.export.folder import new_folder
from kg.export.plaintext import plain_text
from kg.network import Attributes, Edge, Network, Node, Value

NODES, EDGES = "nodes.csv", "edges.csv"
_NODE_COLUMNS = ("Id", "Label", "kind")
_EDGE_COLUMNS = ("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "stance")


def write_tables(network: Network, folder: Path) -> Counted:
    """Writes a network as two files into a new folder. Raises ExportError where there is something at its place."""
    counter = Counter()
    with new_folder(folder) as place:
        nodes = (_node(node, network.node_attributes) for node in counter.node(network.nodes()))
        _write(place / NODES, (*_NODE_COLUMNS, *network.node_attributes), nodes)
        direction = "Directed" if network.directed else "Undirected"
        edges = (_edge(edge, direction, network.edge_attributes) for edge in counter.edge(network.edges()))
        _write(place / EDGES, (*_EDGE_COLUMNS, *network.edge_attributes), edges)
    return counter.counted


def _write(path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_line(columns))
        for row in rows:
            file.write(csv_line(row))


def _node(node: Node, attributes: Attributes) -> list[str]:
    return [node.id, label(node.label, node.id), node.kind, *_cells(node.attributes, attributes)]


def _edge(edge: Edge, direction: str, attributes: Attributes) -> list[str]:
    ends = [edge.source, edge.target, direction, edge.kind, edge.id]
    weight = plain_text(edge.weight) or "1"
    return [*ends, clean(label(edge.label, edge.kind)), weight, edge.stance, *_cells(edge.attributes, attributes)]


def _cells(values: Mapping[str, Value], attributes: Attributes) -> list[str]:
    return [(plain_text(values[name]) or "") if name in values else "" for name in attributes]
