"""Whatever a network holds, each format gives it back, the same bytes each time."""

import csv
import json
import math
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from lxml import etree

from kg.errors import ExportError
from kg.export.characters import clean, label
from kg.export.formats import WRITERS, write, write_as
from kg.export.matrix import write_matrix
from kg.export.tables import write_tables
from kg.network import Edge, Network, Node, Value, held
from kg.network.pairs import paired
from tests.export.networks import networks, odd


def written(network: Network, form: str) -> bytes:
    file = BytesIO()
    WRITERS[form](network, file)
    return file.getvalue()


@pytest.mark.parametrize("form", WRITERS)
@given(network=networks())
def test_the_same_network_gives_the_same_bytes(form: str, network: Network) -> None:
    assert written(network, form) == written(network, form)


@pytest.mark.parametrize("form", ["gexf", "graphml"])
@given(network=networks())
def test_xml_reads_back_in_networkx(form: str, network: Network) -> None:
    file = BytesIO(written(network, form))
    graph: Any = nx.read_gexf(file) if form == "gexf" else nx.read_graphml(file)
    there = paired(network) if form == "graphml" else network
    assert {node: values["label"] for node, values in graph.nodes(data=True)} == _labels(network)
    assert graph.number_of_edges() == len(list(there.edges()))
    for node in network.nodes():
        _check(graph.nodes[node.id], node)


def _labels(network: Network) -> dict[str, str]:
    return {node.id: label(node.label, node.id) for node in network.nodes()}


def _check(held_values: dict[str, object], node: Node) -> None:
    for name, value in node.attributes.items():
        if (wanted := _told(value)) is None:
            assert name not in held_values
        else:
            assert held_values[name] == wanted


def _told(value: Value) -> object:
    if isinstance(value, float):
        return pytest.approx(value, rel=1e-9) if math.isfinite(value) else None
    return (clean(value) or None) if isinstance(value, str) else value


@given(networks())
def test_gexf_follows_what_programs_accept(network: Network) -> None:
    root = etree.fromstring(written(network, "gexf"))
    names = {"g": "http://gexf.net/1.3"}
    ids = [each.get("id") for each in root.findall(".//g:edge", names)]
    assert len(ids) == len(set(ids))
    for declared in root.findall(".//g:attributes", names):
        assert declared.get("mode") == "static"
        assert all(str(each.get("id")).isdigit() for each in declared)
    assert all(each.get("value") for each in root.findall(".//g:attvalue", names))


@given(networks())
def test_json_formats_are_json_and_whole(network: Network) -> None:
    nodelink, cyjs = json.loads(written(network, "json")), json.loads(written(network, "cyjs"))
    nodes, edges = len(list(network.nodes())), len(list(network.edges()))
    assert (len(nodelink["nodes"]), len(nodelink["edges"])) == (nodes, edges)
    assert (len(cyjs["elements"]["nodes"]), len(cyjs["elements"]["edges"])) == (nodes, edges)
    ids = [each["data"]["id"] for part in cyjs["elements"].values() for each in part]
    assert len(ids) == len(set(ids))


def test_tables_hold_every_odd_name(tmp_path: Path) -> None:
    counted = write_tables(odd(), tmp_path / "tables")
    with (tmp_path / "tables" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Id"]: row["Label"] for row in rows} == _labels(odd())
    with (tmp_path / "tables" / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert (counted.nodes, counted.edges) == (len(rows), len(edges))
    assert all(row["Type"] == "Directed" and float(row["Weight"]) > 0 for row in edges)


def test_a_matrix_has_actors_and_concepts() -> None:
    nodes = [Node("a", "A", "Company", {"mode": "actor"}), Node("b", "A", "Company", {"mode": "actor"})]
    nodes.append(Node("x", "X, Y", "Technology", {"mode": "concept"}))
    edges = [Edge("a", "x", "affiliation", weight=2.0, attributes={"signed_weight": -2.0})]
    file = BytesIO()
    write_matrix(held("", nodes, edges, directed=False), file)
    assert list(csv.reader(StringIO(file.getvalue().decode()))) == [["", "X, Y"], ["A (a)", "-2"], ["A (b)", "0"]]


def test_a_matrix_of_one_mode_is_even() -> None:
    nodes = [Node(key, key.upper(), "Company") for key in "ab"]
    edges = [Edge("a", "b", "congruence", weight=0.5, attributes={"signed_weight": 0.5})]
    file = BytesIO()
    write_matrix(held("", nodes, edges, directed=False), file)
    assert file.getvalue().decode() == ",A,B\nA,0,0.5\nB,0.5,0\n"


def test_a_name_of_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no format is known by 'graph.xls'; name a file that ends in .gexf"):
        write(odd(), tmp_path / "graph.xls")


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text("before", encoding="utf-8")

    def fails(network: Network, file: object) -> None:
        raise ExportError("in the middle")

    with pytest.raises(ExportError, match="in the middle"):
        write_as(odd(), path, fails)  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]
