"""What is written opens in other people's programs, whole and without a warning."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.export.characters import label
from kg.export.formats import WRITERS, write
from kg.export.tables import write_tables
from kg.model.dates import first_day, last_day
from kg.network import Edge, Network, Node, Spell, Type, Value
from kg.network.levels import LEVELS, network
from kg.network.pairs import paired
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store
from tests.conftest import needed
from tests.export.networks import odd
from tests.export.readers import Held, in_gephi, in_graphviz, in_igraph, in_javascript, in_networkx


@pytest.fixture(scope="module")
def files(drawn: Network, folder: Path) -> dict[str, Path]:
    """The network in every format."""
    return _written(drawn, folder)


def _written(network: Network, folder: Path) -> dict[str, Path]:
    paths = {form: folder / f"network.{form}" for form in WRITERS}
    for path in paths.values():
        write(network, path)
    return paths


def test_gephi_holds_all_of_it(drawn: Network, files: dict[str, Path]) -> None:
    with needed():
        gexf, graphml, dot = in_gephi(files["gexf"], files["graphml"], files["dot"])
    assert gexf.warnings == graphml.warnings == dot.warnings == ()
    _check(gexf, drawn, node=("kind",), edge=("stance",))
    assert Counter(gexf.spells) == Counter(map(_milliseconds, _spells(drawn)))
    _check(graphml, paired(drawn), node=("kind",), edge=("stance",))
    assert (dot.nodes, dot.labels) == (gexf.nodes, gexf.labels)
    assert dot.edges == graphml.edges  # Gephi adds up the parallel edges of this format
    assert dot.weight == gexf.weight


def test_gephi_takes_the_tables(drawn: Network, tmp_path: Path) -> None:
    """Nodes and then edges, as its import of spreadsheets has it; parallel edges stay apart by their kinds."""
    counted = write_tables(drawn, tmp_path / "tables")
    with needed():
        nodes, edges = in_gephi(tmp_path / "tables" / "nodes.csv", tmp_path / "tables" / "edges.csv")
    assert (nodes.nodes, edges.edges, nodes.warnings, edges.warnings) == (counted.nodes, counted.edges, (), ())
    assert nodes.labels == {each.id: label(each.label, each.id) for each in drawn.nodes()}


def test_gephi_lite_and_cytoscape_hold_all_of_it(drawn: Network, files: dict[str, Path]) -> None:
    with needed():
        gexf, graphml, cyjs = in_javascript(files["gexf"], files["graphml"], files["cyjs"])
    assert gexf.warnings == graphml.warnings == cyjs.warnings == ()
    _check(gexf, drawn, node=("kind", "color", "size"), edge=("stance", "color"))
    _check(graphml, paired(drawn), node=("kind", "color", "size"), edge=("stance",))
    _check(cyjs, drawn, node=("kind", "color", "size"), edge=("stance", "color"))


def test_networkx_holds_all_of_it(drawn: Network, files: dict[str, Path]) -> None:
    for form in ("gexf", "json"):
        held = in_networkx(files[form])
        assert held.warnings == ()
        _check(held, drawn, node=("kind",), edge=("stance",))
    graphml = in_networkx(files["graphml"])
    assert graphml.warnings == ()
    _check(graphml, paired(drawn), node=("kind", "r", "g", "b", "size"), edge=("stance",))


def test_igraph_holds_all_of_it(drawn: Network, files: dict[str, Path]) -> None:
    held = in_igraph(files["graphml"])
    assert held.warnings == ()
    pairs = paired(drawn)
    attributes = {**pairs.node_attributes, **pairs.edge_attributes}
    texts = {name for name, type_ in attributes.items() if type_ in (Type.TEXT, Type.TEXTS)}  # others get a default
    _check(held, pairs, node=("kind",), edge=("stance",), only=texts)


@pytest.mark.parametrize("level", LEVELS)
def test_graphviz_holds_all_of_it(level: str, demo: Store, ontology: Ontology, tmp_path: Path) -> None:
    """Only the demo, since Graphviz lays out whatever it reads."""
    drawn = network(demo, ontology, Selection(), level)
    with needed():
        held = in_graphviz(_written(drawn, tmp_path)["dot"])
    assert held.warnings == ()
    _check(held, drawn, node=("kind", "color"), edge=("stance", "style", "color"))


def test_odd_names_survive_every_format(tmp_path: Path) -> None:
    files = _written(odd(), tmp_path)
    with needed():
        gephi = in_gephi(files["gexf"], files["graphml"])
        javascript = in_javascript(files["gexf"], files["graphml"], files["cyjs"])
        graphviz = in_graphviz(files["dot"])
    python = [in_networkx(files[form]) for form in ("gexf", "graphml", "json")]
    wanted = {each.id: label(each.label, each.id) for each in odd().nodes()}
    for held in (*gephi, *javascript, *python, in_igraph(files["graphml"])):
        assert (held.labels, held.edges) == (wanted, len(wanted) - 1)
    assert graphviz.labels == {key: re.sub(r"\r\n?", "\n", name) for key, name in wanted.items()}


def _check(
    held: Held, network: Network, node: tuple[str, ...], edge: tuple[str, ...], only: Iterable[str] | None = None
) -> None:
    """All nodes with their labels, all edges with their weights, every attribute as often as the network has it."""
    nodes, edges = list(network.nodes()), list(network.edges())
    assert (held.nodes, held.edges) == (len(nodes), len(edges))
    assert held.labels == {each.id: label(each.label, each.id) for each in nodes}
    assert held.weight == pytest.approx(sum(each.weight for each in edges))
    _check_attributes(held.node_attributes, nodes, node, only)
    _check_attributes(held.edge_attributes, edges, edge, only)


def _check_attributes(
    held: Mapping[str, int], things: list[Node] | list[Edge], always: tuple[str, ...], only: Iterable[str] | None
) -> None:
    counted = Counter(name for each in things for name, value in each.attributes.items() if _is_told(value))
    wanted = {**counted, **dict.fromkeys(always, len(things))} if things else {}
    names = wanted if only is None else set(wanted) & {*only, *always}
    assert {name: held.get(name, 0) for name in names} == {name: wanted[name] for name in names}


def _is_told(value: Value) -> bool:
    return value not in ("", ())


def _spells(network: Network) -> Iterable[Spell]:
    for node in network.nodes():
        yield from node.spells
    for edge in network.edges():
        yield from edge.spells


def _milliseconds(spell: Spell) -> tuple[int | None, int | None]:
    start = first_day(spell.start) if spell.start else None
    end = last_day(spell.end) if spell.end else None
    one, other = (
        int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000) if day else None
        for day in (start, end)
    )
    return one, other
