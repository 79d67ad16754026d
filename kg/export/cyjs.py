"""Cytoscape JSON, for Cytoscape and cytoscape.js.

Source: https://js.cytoscape.org/#notation/elements-json, with the names that Cytoscape's own files have (`name`,
`shared_name`, `interaction`).
"""

from typing import IO, Any

from kg.export.appearance import family, line
from kg.export.characters import clean, label
from kg.export.counted import Counted, Counter
from kg.export.jsontext import as_json, plain, write_items
from kg.network import Edge, Network, Node, Spell


def write_cyjs(network: Network, file: IO[bytes]) -> Counted:
    """Writes a network, node by node and edge by edge."""
    counter = Counter()
    title = as_json({"name": clean(network.title), "shared_name": clean(network.title)})
    head = '{"format_version": "1.0", "generated_by": "techpolicy-kg", "target_cytoscapejs_version": "~3.34",\n'
    file.write(f'{head}"data": {title},\n"elements": {{"nodes": ['.encode())
    write_items(file, map(_node, counter.node(network.nodes())))
    file.write(b'\n],\n"edges": [')
    write_items(file, map(_edge, counter.edge(network.edges())))
    file.write(b"\n]}}\n")
    return counter.counted


def _node(node: Node) -> dict[str, Any]:
    name, look = label(node.label, node.id), family(node.kind)
    shown = {"id": node.id, "name": name, "shared_name": name, "label": name, "kind": node.kind}
    return {
        "data": {**shown, "color": look.colour, "size": look.size, **plain(node.attributes), **_spells(node.spells)}
    }


def _edge(edge: Edge) -> dict[str, Any]:
    name = label(edge.label, edge.kind)
    shown = {"id": edge.id, "source": edge.source, "target": edge.target, "name": name, "label": name}
    kind = {"interaction": edge.kind, "kind": edge.kind, "weight": edge.weight, "stance": edge.stance}
    look = {"color": line(edge.stance).colour}
    return {"data": {**shown, **kind, **look, **plain(edge.attributes), **_spells(edge.spells)}}


def _spells(spells: tuple[Spell, ...]) -> dict[str, Any]:
    return {"spells": [[spell.start, spell.end] for spell in spells]} if spells else {}
