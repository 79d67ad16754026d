import os
import struct
from pathlib import Path

import pytest
from lxml import etree

from kg.errors import ExportError
from kg.export.appearance import FAMILIES, LINES, ink
from kg.export.picture import picture
from kg.network import Edge, Network, Node, held
from kg.network.levels import network
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store
from tests.conftest import needed
from tests.export.networks import NAMES, odd
from tests.maven import program

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _graphviz() -> None:
    with needed():
        program("sfdp")


def texts(image: bytes) -> str:
    root = etree.fromstring(image, etree.XMLParser(huge_tree=True))
    return "\n".join("".join(map(str, each.itertext())) for each in root.iter(f"{SVG}text"))


def test_a_picture_has_title_legend_date_and_source(demo: Store, ontology: Ontology) -> None:
    drawn = network(demo, ontology, Selection(), "positions")
    shown = texts(picture(drawn, "svg").image)
    for said in ("Technology policy", "company", "public body", "bans", "10 articles of", "2019-05-15 to 2022-05-23"):
        assert said in shown
    assert "facial recognition" in shown


def test_it_shows_what_it_says_that_it_shows(demo: Store, ontology: Ontology) -> None:
    drawn = network(demo, ontology, Selection(), "positions")
    made = picture(drawn, "svg")
    root = etree.fromstring(made.image)
    assert len(root.findall(f".//{SVG}g[@class='node']")) == made.shown.nodes == made.there
    assert len(root.findall(f".//{SVG}g[@class='edge']")) == made.shown.edges


def test_a_large_network_is_shown_in_part(large: Store, ontology: Ontology) -> None:
    drawn = network(large, ontology, Selection(), "positions")
    made = picture(drawn, "svg", limit=50)
    assert made.shown.nodes <= 50 < made.there


def test_the_same_network_gives_the_same_bytes(demo: Store, ontology: Ontology) -> None:
    drawn = network(demo, ontology, Selection(), "positions")
    assert picture(drawn, "svg").image == picture(drawn, "svg").image


def test_stances_differ_in_colour_and_what_is_dashed_in_dashes() -> None:
    nodes = [Node(key, key, "Company") for key in "ab"]
    edges = [Edge("a", "b", stance, stance, stance=stance) for stance in LINES]
    root = etree.fromstring(picture(held("debate", nodes, edges), "svg").image)
    paths = root.findall(f".//{SVG}g[@class='edge']//{SVG}path")
    looks = {(path.get("stroke"), path.get("stroke-dasharray")) for path in paths}
    assert len(looks) == len(LINES)
    assert sum(dashes is not None for _, dashes in looks) == sum(bool(line.dashes) for line in LINES.values())


def test_a_png_is_a_png(demo: Store, ontology: Ontology) -> None:
    image = picture(network(demo, ontology, Selection(), "positions"), "png", "dot").image
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert min(struct.unpack(">II", image[16:24])) > 200


def test_odd_names_are_drawn_as_text() -> None:
    shown = texts(picture(odd(), "svg", limit=len(NAMES)).image)
    assert "<script>alert(1)</script>" in shown.replace("\n", "")
    assert "police" in shown
    assert "&amp; <b> ]]>" in shown


def test_without_graphviz_the_cure_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    with pytest.raises(ExportError, match="Graphviz, and its program sfdp is not on the path; install it"):
        picture(odd(), "svg")


def test_an_empty_network_is_a_picture_too() -> None:
    empty: Network = held("nothing", [], [])
    assert "nothing" in texts(picture(empty, "svg").image)


def test_names_can_be_read_on_every_colour() -> None:
    """WCAG 2.2 asks for a contrast of 4.5 to 1."""
    for family in FAMILIES:
        light, dark = sorted((_luminance(family.colour), _luminance(ink(family.colour))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
