"""GEXF 1.3, as Gephi and Gephi Lite read it; with spells, so that Gephi's timeline shows what held when.

Source: https://gexf.net/schema.html, and what the programs really do: dates as `date` even without spells, numeric ids
of attributes, one block of attributes a class and none of it dynamic, lists with every item in quotes.
"""

import json
from collections.abc import Mapping, Sequence
from typing import IO, Any

from lxml import etree

from kg.export.appearance import family, line
from kg.export.characters import clean, label
from kg.export.counted import Counted, Counter
from kg.export.plaintext import plain_text
from kg.model.dates import first_day, last_day
from kg.network import Attributes, Edge, Network, Node, Spell, Type, Value

_GEXF = "http://gexf.net/1.3"
_VIZ = "http://gexf.net/1.3/viz"
_TYPES = {
    Type.TEXT: "string",
    Type.INTEGER: "long",
    Type.REAL: "double",
    Type.BOOLEAN: "boolean",
    Type.TEXTS: "liststring",
}
_KIND: Attributes = {"kind": Type.TEXT}
_STANCE: Attributes = {"stance": Type.TEXT}


def write_gexf(network: Network, file: IO[bytes]) -> Counted:
    """Writes a network, node by node and edge by edge; parallel edges differ in their `kind`."""
    counter = Counter()
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    root, prefixes = f"{{{_GEXF}}}gexf", {None: _GEXF, "viz": _VIZ}
    with etree.xmlfile(file, encoding="UTF-8") as xml, xml.element(root, {"version": "1.3"}, nsmap=prefixes):
        _write_meta(xml, network)
        with _element(xml, "graph", _graph(network)):
            _write_graph(xml, network, counter)
    return counter.counted


def _element(xml: Any, tag: str, attributes: Mapping[str, str] | None = None, namespace: str = _GEXF) -> Any:
    # Elements made whole would declare the namespaces again, each of them.
    return xml.element(f"{{{namespace}}}{tag}", attributes or {})


def _write_empty(xml: Any, tag: str, attributes: Mapping[str, str], namespace: str = _GEXF) -> None:
    with _element(xml, tag, attributes, namespace):
        pass


def _graph(network: Network) -> dict[str, str]:
    direction = "directed" if network.directed else "undirected"
    mode = "dynamic" if _has_spells(network) else "static"
    return {"defaultedgetype": direction, "mode": mode, "timeformat": "date"}


def _has_spells(network: Network) -> bool:
    return any(node.spells for node in network.nodes()) or any(edge.spells for edge in network.edges())


def _write_meta(xml: Any, network: Network) -> None:
    with _element(xml, "meta"):
        for tag, text in (("creator", "techpolicy-kg"), ("description", network.title)):
            with _element(xml, tag):
                xml.write(clean(text))


def _write_graph(xml: Any, network: Network, counter: Counter) -> None:
    of_nodes, of_edges = {**_KIND, **network.node_attributes}, {**_STANCE, **network.edge_attributes}
    _write_declared(xml, "node", of_nodes)
    _write_declared(xml, "edge", of_edges)
    with _element(xml, "nodes"):
        for node in counter.node(network.nodes()):
            _write_node(xml, node, of_nodes)
    with _element(xml, "edges"):
        for edge in counter.edge(network.edges()):
            _write_edge(xml, edge, of_edges)


def _write_declared(xml: Any, of: str, attributes: Attributes) -> None:
    with _element(xml, "attributes", {"class": of, "mode": "static"}):
        for number, (name, type_) in enumerate(attributes.items()):
            _write_empty(xml, "attribute", {"id": str(number), "title": name, "type": _TYPES[type_]})


def _write_node(xml: Any, node: Node, attributes: Attributes) -> None:
    look = family(node.kind)
    xml.write("\n")
    with _element(xml, "node", {"id": node.id, "label": label(node.label, node.id)}):
        _write_values(xml, {"kind": node.kind, **node.attributes}, attributes)
        _write_colour(xml, look.rgb)
        _write_empty(xml, "size", {"value": f"{look.size:g}"}, _VIZ)
        _write_spells(xml, node.spells)


def _write_edge(xml: Any, edge: Edge, attributes: Attributes) -> None:
    values = {"id": edge.id, "source": edge.source, "target": edge.target, "kind": edge.kind}
    shown = {"label": label(edge.label, edge.kind), "weight": f"{edge.weight:.12g}"}
    xml.write("\n")
    with _element(xml, "edge", {**values, **shown}):
        _write_values(xml, {"stance": edge.stance, **edge.attributes}, attributes)
        _write_colour(xml, line(edge.stance).rgb)
        _write_spells(xml, edge.spells)


def _write_values(xml: Any, values: Mapping[str, Value], attributes: Attributes) -> None:
    with _element(xml, "attvalues"):
        for number, name in enumerate(attributes):
            text = _written(values[name]) if name in values else None
            if text is not None:
                _write_empty(xml, "attvalue", {"for": str(number), "value": text})


def _write_colour(xml: Any, rgb: tuple[int, int, int]) -> None:
    red, green, blue = map(str, rgb)
    _write_empty(xml, "color", {"r": red, "g": green, "b": blue}, _VIZ)


def _write_spells(xml: Any, spells: Sequence[Spell]) -> None:
    if spells:
        with _element(xml, "spells"):
            for spell in spells:
                _write_empty(xml, "spell", _days(spell))


def _days(spell: Spell) -> dict[str, str]:
    """Both ends to the day: Gephi takes a year for its first day, and what holds until 2024 holds all that year."""
    start = {"start": first_day(spell.start).isoformat()} if spell.start else {}
    return {**start, "end": last_day(spell.end).isoformat()} if spell.end else start


def _written(value: Value) -> str | None:
    """A value as text, a list with every item in quotes; None where there is none to tell."""
    if isinstance(value, tuple):
        return json.dumps([clean(text) for text in value], ensure_ascii=False) if value else None
    return plain_text(value)
