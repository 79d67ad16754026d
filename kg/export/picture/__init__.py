"""Pictures of networks, drawn by Graphviz: legend, title, time and source are in the picture."""

from dataclasses import dataclass

from kg.export.counted import Counted
from kg.export.picture.graphviz import LAYOUTS, drawn
from kg.export.picture.sheet import sheet
from kg.network import Network, held
from kg.network.part import important

__all__ = ["LAYOUTS", "Picture", "picture"]


@dataclass(frozen=True)
class Picture:
    """An image with what it shows, of a network of `there` nodes."""

    image: bytes
    shown: Counted
    there: int


def picture(network: Network, form: str, layout: str = "sfdp", limit: int = 300) -> Picture:
    """Draws the most important part of a network, at most `limit` nodes, as `svg` or `png`. Raises ExportError."""
    part = important(network, limit)
    shown = held(network.title, part.nodes(), part.edges(), directed=network.directed, source=network.source())
    counted = Counted(sum(1 for _ in shown.nodes()), sum(1 for _ in shown.edges()))
    return Picture(drawn(sheet(shown), layout, form), counted, sum(1 for _ in network.nodes()))
