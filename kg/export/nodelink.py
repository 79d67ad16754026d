"""Node-link JSON, as networkx and D3 read it.

Source: `networkx.node_link_graph`, whose keys these are: `nodes` with `id`, `edges` with `source`, `target` and `key`.
"""

from typing import IO, Any

from kg.export.characters import clean, label
from kg.export.counted import Counted, Counter
from kg.export.jsontext import as_json, plain, write_items
from kg.network import Edge, Network, Node, Spell


def write_nodelink(network: Network, file: IO[bytes]) -> Counted:
    """Writes a network, node by node and edge by edge; parallel edges differ in their key, which is their kind."""
    counter = Counter()
    graph = as_json({"title": clean(network.title), "source": clean(network.source())})
    file.write(f'{{"directed": {as_json(network.directed)}, "multigraph": true, "graph": {graph},\n"nodes": ['.encode())
    write_items(file, map(_node, counter.node(network.nodes())))
    file.write(b'\n],\n"edges": [')
    write_items(file, map(_edge, counter.edge(network.edges())))
    file.write(b"\n]}\n")
    return counter.counted


def _node(node: Node) -> dict[str, Any]:
    shown = {"id": node.id, "label": label(node.label, node.id), "kind": node.kind}
    return {**shown, **plain(node.attributes), **_spells(node.spells)}


def _edge(edge: Edge) -> dict[str, Any]:
    ends = {"source": edge.source, "target": edge.target, "key": edge.kind, "id": edge.id}
    shown = {"label": label(edge.label, edge.kind), "kind": edge.kind, "weight": edge.weight, "stance": edge.stance}
    return {**ends, **shown, **plain(edge.attributes), **_spells(edge.spells)}


def _spells(spells: tuple[Spell, ...]) -> dict[str, Any]:
    return {"spells": [{"start": spell.start, "end": spell.end} for spell in spells]} if spells else {}
