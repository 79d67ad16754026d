"""What Graphviz is to draw: nodes by what they are, lines by stance, and below them legend, title, date and source.

Unlike the DOT export, which keeps all that is known for other programs, this holds what is seen and no more.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from textwrap import wrap

from kg.export.appearance import family, ink, line
from kg.export.characters import label
from kg.export.dot import quoted
from kg.export.picture.legend import caption, style
from kg.network import Edge, Network, Node

_FONT = "Helvetica,Arial,sans-serif"
_GRAPH = {
    "fontname": _FONT,
    "fontsize": "13",
    "labelloc": "b",
    "bgcolor": "white",
    "overlap": "prism",
    "splines": "true",
    "outputorder": "edgesfirst",
    "pad": "0.3",
    "charset": "UTF-8",
}
_NODE = {"fontname": _FONT, "shape": "box", "style": "rounded,filled", "penwidth": "0", "margin": "0.08,0.04"}
_EDGE = {"fontname": _FONT, "fontsize": "9", "arrowsize": "0.6"}
_SMALLEST, _LARGEST = 10.0, 22.0
_LINES_AT_MOST, _SIGNS_A_LINE = 3, 20
_LABELLED = 60
"""With more edges than this their labels would cover each other; colour and dashes tell the stance all the same."""


def sheet(network: Network) -> str:
    """A network in the language of Graphviz, ready to be drawn. It is held in memory: see `kg.network.part`."""
    nodes, edges = list(network.nodes()), list(network.edges())
    graph, arrow = ("digraph", "->") if network.directed else ("graph", "--")
    return "\n".join(
        (
            f"{graph} {quoted(network.title)} {{",
            f"  graph [{_listed({**_GRAPH, **_room(edges)})}, label=<{caption(network, nodes, edges)}>];",
            f"  node [{_listed(_NODE)}];",
            f"  edge [{_listed(_EDGE)}];",
            *_nodes(nodes, edges),
            *_edges(edges, arrow),
            "}\n",
        )
    )


def _room(edges: list[Edge]) -> Mapping[str, str]:
    """Edges with labels want longer springs, and more room between nodes."""
    return {"K": "1.5", "sep": "+30,20"} if len(edges) <= _LABELLED else {"K": "0.6", "sep": "+8"}


def _nodes(nodes: list[Node], edges: list[Edge]) -> Iterator[str]:
    strength: dict[str, float] = defaultdict(float)
    for edge in edges:
        for end in edge.ends:
            strength[end] += edge.weight
    most = max(strength.values(), default=1.0)
    for node in nodes:
        colour = family(node.kind).colour
        size = _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(strength[node.id] / most)
        look = {"fillcolor": colour, "fontcolor": ink(colour), "fontsize": f"{size:.1f}"}
        name = label(node.label, node.id)
        yield f"  {quoted(node.id)} [{_listed({'label': _short(name), 'tooltip': name, **look})}];"


def _edges(edges: list[Edge], arrow: str) -> Iterator[str]:
    shows_labels = len(edges) <= _LABELLED
    for edge in edges:
        look, said = line(edge.stance), label(edge.label, edge.kind)
        drawn = {
            "color": look.colour,
            "style": style(look),
            "penwidth": f"{min(1 + math.log2(1 + edge.weight), 6):.1f}",
        }
        told = {"label": _short(said), "fontcolor": look.colour} if shows_labels else {}
        text = _listed({**drawn, **told, "tooltip": said})
        yield f"  {quoted(edge.source)} {arrow} {quoted(edge.target)} [{text}];"


def _short(text: str) -> str:
    """A label on a few short lines."""
    lines = wrap(" ".join(text.split()), _SIGNS_A_LINE) or [text.strip()]
    return "\n".join(
        [*lines[: _LINES_AT_MOST - 1], f"{lines[_LINES_AT_MOST - 1]}…"] if len(lines) > _LINES_AT_MOST else lines
    )


def _listed(values: Mapping[str, str]) -> str:
    # Graphviz reads character references, so an ampersand is written as one.
    return ", ".join(f"{name}={quoted(value.replace('&', '&amp;'))}" for name, value in values.items())
