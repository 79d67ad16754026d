"""GraphML, which nearly every program for networks reads; it has no parallel edges, so each pair has one.

Source: http://graphml.graphdrawing.org/specification.html. Lists are texts with `; ` between their items, since
GraphML has no lists. Colour and size are under the names by which Gephi finds them.
"""

from collections.abc import Mapping
from typing import IO, Any

from lxml import etree

from kg.export.appearance import family
from kg.export.characters import label
from kg.export.counted import Counted, Counter
from kg.export.plaintext import plain_text
from kg.network import Attributes, Edge, Network, Node, Type, Value
from kg.network.pairs import paired

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {
    Type.TEXT: "string",
    Type.INTEGER: "long",
    Type.REAL: "double",
    Type.BOOLEAN: "boolean",
    Type.TEXTS: "string",
}
_OF_EVERY_NODE: Attributes = {
    "label": Type.TEXT,
    "kind": Type.TEXT,
    "r": Type.INTEGER,
    "g": Type.INTEGER,
    "b": Type.INTEGER,
    "size": Type.REAL,
}
_OF_EVERY_EDGE: Attributes = {"label": Type.TEXT, "stance": Type.TEXT, "weight": Type.REAL}


def write_graphml(network: Network, file: IO[bytes]) -> Counted:
    """Writes a network, node by node and edge by edge, parallel edges as one with their `kinds` listed."""
    counter, pairs = Counter(), paired(network)
    of_nodes = {**_OF_EVERY_NODE, **network.node_attributes}
    of_edges = {**_OF_EVERY_EDGE, **pairs.edge_attributes}
    direction = "directed" if network.directed else "undirected"
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    with (
        etree.xmlfile(file, encoding="UTF-8") as xml,
        xml.element(f"{{{_NAMESPACE}}}graphml", nsmap={None: _NAMESPACE}),
    ):
        _write_keys(xml, "node", of_nodes)
        _write_keys(xml, "edge", of_edges)
        with _element(xml, "graph", {"id": "G", "edgedefault": direction}):
            for node in counter.node(network.nodes()):
                _write_node(xml, node, of_nodes)
            for edge in counter.edge(pairs.edges()):
                _write_edge(xml, edge, of_edges)
    return counter.counted


def _element(xml: Any, tag: str, attributes: Mapping[str, str]) -> Any:
    # Elements made whole would declare the namespace again, each of them.
    return xml.element(f"{{{_NAMESPACE}}}{tag}", attributes)


def _write_keys(xml: Any, of: str, attributes: Attributes) -> None:
    for number, (name, type_) in enumerate(attributes.items()):
        values = {"id": f"{of}{number}", "for": of, "attr.name": name, "attr.type": _TYPES[type_]}
        xml.write("\n")
        with _element(xml, "key", values):
            pass


def _write_node(xml: Any, node: Node, attributes: Attributes) -> None:
    look = family(node.kind)
    red, green, blue = look.rgb
    named = {"label": label(node.label, node.id), "kind": node.kind}
    values = {**named, "r": red, "g": green, "b": blue, "size": look.size, **node.attributes}
    xml.write("\n")
    with _element(xml, "node", {"id": node.id}):
        _write_data(xml, values, "node", attributes)


def _write_edge(xml: Any, edge: Edge, attributes: Attributes) -> None:
    values = {"label": label(edge.label, edge.kind), "stance": edge.stance, "weight": edge.weight, **edge.attributes}
    xml.write("\n")
    with _element(xml, "edge", {"id": edge.id, "source": edge.source, "target": edge.target}):
        _write_data(xml, values, "edge", attributes)


def _write_data(xml: Any, values: Mapping[str, Value], of: str, attributes: Attributes) -> None:
    for number, name in enumerate(attributes):
        text = plain_text(values[name]) if name in values else None
        if text is not None:
            with _element(xml, "data", {"key": f"{of}{number}"}):
                xml.write(text)
