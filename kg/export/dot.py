"""DOT, for Graphviz; and so written that Gephi's simple reader takes it too.

Source: https://graphviz.org/doc/info/lang.html. One statement a line, every text in quotes, spaces around the arrow, no
`node [..]` lines, no comments, no subgraphs: these are what Gephi stumbles over.
"""

import re
from collections.abc import Iterator, Mapping
from typing import IO

from kg.export.appearance import family, line
from kg.export.characters import clean, label
from kg.export.counted import Counted, Counter
from kg.export.plaintext import plain_text
from kg.network import Edge, Network, Node, Value

_WORDS = frozenset({"node", "edge", "graph", "digraph", "subgraph", "strict"})
STYLES = {(): "solid", (6, 3): "dashed", (2, 2): "dotted"}
"""What Graphviz calls the dashes of a line."""


def write_dot(network: Network, file: IO[bytes]) -> Counted:
    """Writes a network, node by node and edge by edge."""
    counter = Counter()
    graph, arrow = ("digraph", "->") if network.directed else ("graph", "--")
    file.write(f"{graph} {quoted(network.title)} {{\n".encode())
    for node in counter.node(network.nodes()):
        file.write(f"  {_id(node.id)} [{_listed(_node(node))}];\n".encode())
    for edge in counter.edge(network.edges()):
        file.write(f"  {_id(edge.source)} {arrow} {_id(edge.target)} [{_listed(_edge(edge))}];\n".encode())
    file.write(b"}\n")
    return counter.counted


def _node(node: Node) -> dict[str, Value]:
    colour = family(node.kind).colour
    return {"label": label(node.label, node.id), "kind": node.kind, "color": colour, **node.attributes}


def _edge(edge: Edge) -> dict[str, Value]:
    look = line(edge.stance)
    shown = {"label": label(edge.label, edge.kind), "kind": edge.kind, "stance": edge.stance}
    drawn = {"color": look.colour, "style": STYLES.get(look.dashes, "solid")}
    return {**shown, **drawn, "weight": edge.weight, **edge.attributes}


def _listed(values: Mapping[str, Value]) -> str:
    return ", ".join(_pairs(values))


def _pairs(values: Mapping[str, Value]) -> Iterator[str]:
    for name, value in values.items():
        text = plain_text(value)
        if text is not None:
            yield f"{name}={quoted(text)}"


def _id(key: str) -> str:
    # In quotes these words are names like any other, but Gephi takes them for what they are without.
    return quoted(f"{key}_" if key.casefold() in _WORDS else key)


def quoted(text: str) -> str:
    r"""A text in quotes; Graphviz shows `\\` as one backslash and breaks a line at `\n`."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"\r\n|\r|\n", r"\\n", escaped) + '"'
