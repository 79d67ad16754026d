"""What stands below a picture: title, legend, source; in the small part of HTML that Graphviz reads in labels."""

from collections import Counter
from collections.abc import Iterator
from html import escape

from kg.export.appearance import FAMILIES, LINES, Line, family
from kg.export.characters import clean
from kg.export.dot import STYLES
from kg.network import Edge, Network, Node

_STROKES = {"solid": "&#9473;&#9473;", "dashed": "&#9473; &#9473;", "dotted": "&#8226;&#8226;&#8226;&#8226;"}
_NAMED = 3


def caption(network: Network, nodes: list[Node], edges: list[Edge]) -> str:
    """Title, legend of what is drawn, and source."""
    rows = (
        f'<FONT POINT-SIZE="16"><B>{_html(network.title)}</B></FONT>',
        _legend([_swatch(each.colour, "&#9632;", each.name) for each in FAMILIES if _has_family(nodes, each.name)]),
        _legend([_swatch(look.colour, _STROKES[style(look)], said) for look, said in _used(edges)]),
        _html(network.source()),
        "Drawn with techpolicy-kg",
    )
    return "<BR/>".join(filter(None, rows))


def _has_family(nodes: list[Node], name: str) -> bool:
    return any(family(node.kind).name == name for node in nodes)


def _used(edges: list[Edge]) -> Iterator[tuple[Line, str]]:
    """The lines that are drawn, each with what the edges that look so say most."""
    for stance, look in LINES.items():
        said = Counter(_bare(edge.label) for edge in edges if edge.stance == stance)
        if said:
            often = sorted(said, key=lambda text: (-said[text], text))
            yield look, ", ".join([*often[:_NAMED], *(["…"] if len(often) > _NAMED else [])])


def _bare(text: str) -> str:
    """A label without what stands in brackets after it."""
    return text.partition(" (")[0]


def _legend(swatches: list[str]) -> str:
    return " &nbsp; ".join(swatches)


def _swatch(colour: str, sign: str, name: str) -> str:
    return f'<FONT COLOR="{colour}">{sign}</FONT> {_html(name)}'


def style(look: Line) -> str:
    """What Graphviz calls the dashes of a line."""
    return STYLES.get(look.dashes, "solid")


def _html(text: str) -> str:
    return escape(" ".join(clean(text).split()))
