"""`python -m benchmarks.exporting [EDGES …]`: each writer beside networkx's own, where there is one.

Every writing is a process of its own, so that its peak memory is its own too. Our writers get the network as a stream,
made up on the way; networkx's get the same network as a graph in memory, which is what they take. The time to make the
graph is not counted for networkx. With `--page` the page of 500 and of 5,000 nodes is opened in Chromium instead, and
the time to its first picture is told.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export.formats import WRITERS
from kg.export.page import write_page
from kg.export.tables import write_tables
from kg.network import Edge, Network, Node, Spell, Type, Value
from kg.network.evidence import Evidence, Quoted

_KINDS = ("Company", "LawEnforcement", "Technology", "AdvocacyGroup", "Place")
_ACTIONS = (("uses", "uses"), ("bans", "restricts"), ("sells", "supports"), ("opposes", "opposes"))
_NODE = {"wikidata": Type.TEXT, "collective": Type.BOOLEAN}
_EDGE = {"conditional": Type.BOOLEAN, "since": Type.TEXT, "statements": Type.TEXTS}
_OF_NETWORKX = ("gexf", "graphml", "json")


def main() -> None:
    """Prints a line for every writer and number of edges."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exporting", description=__doc__)
    parser.add_argument("numbers", metavar="EDGES", type=int, nargs="*", default=[100_000])
    parser.add_argument("--formats", nargs="+", default=[*WRITERS, "csv"])
    parser.add_argument("--page", action="store_true", help="time the page in a browser instead")
    parser.add_argument("--one", nargs=2, metavar=("WRITER", "FORMAT"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        _write_one(asked.numbers[0], *asked.one)
    elif asked.page:
        _visit()
    else:
        for number in asked.numbers:
            for form in asked.formats:
                _report(number, form)


def _report(number: int, form: str) -> None:
    ours = _measured(number, "ours", form)
    line = f"{number} edges, {form}: {ours['seconds']:.1f} s, peak {ours['peak']} MB, {ours['size']} MB"
    if form in _OF_NETWORKX:
        theirs = _measured(number, "networkx", form)
        line += f"; networkx {theirs['seconds']:.1f} s, peak {theirs['peak']} MB"
        line += f" ({theirs['seconds'] / ours['seconds']:.2f} × our time)"
    print(line, flush=True)


def _measured(number: int, writer: str, form: str) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.exporting", str(number), "--one", writer, form]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _write_one(number: int, writer: str, form: str) -> None:
    network = made_up(number)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"graph.{form}"
        seconds = _ours(network, path, form) if writer == "ours" else _networkx(network, path, form)
        size = sum(each.stat().st_size for each in [path, *path.glob("*")] if each.is_file()) // 1_000_000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "size": size}))


def _ours(network: Network, path: Path, form: str) -> float:
    began = time.perf_counter()
    if form == "csv":
        write_tables(network, path)
    else:
        with path.open("wb") as file:
            WRITERS[form](network, file)
    return time.perf_counter() - began


def _networkx(network: Network, path: Path, form: str) -> float:
    import networkx as nx

    graph: Any = nx.MultiDiGraph() if form == "gexf" else nx.DiGraph()
    for node in network.nodes():
        graph.add_node(node.id, label=node.label, kind=node.kind, **node.attributes)
    for edge in network.edges():
        told = {
            name: "; ".join(value) if isinstance(value, tuple) else value for name, value in edge.attributes.items()
        }
        graph.add_edge(edge.source, edge.target, label=edge.label, weight=edge.weight, stance=edge.stance, **told)
    began = time.perf_counter()
    if form == "json":
        with path.open("w", encoding="utf-8") as file:
            json.dump(nx.node_link_data(graph, edges="edges"), file)
    else:
        (nx.write_gexf if form == "gexf" else nx.write_graphml)(graph, str(path))
    return time.perf_counter() - began


def made_up(edges: int) -> Network:
    """A network of so many edges and a fifth as many nodes, the same every time and never whole in memory."""
    nodes = max(edges // 5, 2)

    def all_nodes() -> Iterator[Node]:
        for number in range(nodes):
            attributes: dict[str, Value] = {"wikidata": f"Q{number}", "collective": number % 7 == 0}
            yield Node(f"n-{number:08}", f"Name of number {number}", _KINDS[number % len(_KINDS)], attributes)

    def all_edges() -> Iterator[Edge]:
        for number in range(edges):
            source, nth = divmod(number, 5)
            target = (source * 7919 + nth * 104_729 + 1) % nodes
            yield _edge(source % nodes, target, number)

    return Network("made up", True, _NODE, _EDGE, all_nodes, all_edges)


def _edge(source: int, target: int, number: int) -> Edge:
    action, stance = _ACTIONS[number % len(_ACTIONS)]
    statements = tuple(f"s-{number:020x}" for number in (number, number + 1))
    attributes: dict[str, Value] = {
        "conditional": number % 3 == 0,
        "since": f"20{number % 24:02}-05",
        "statements": statements,
    }
    spells = (Spell(f"20{number % 24:02}-05"),)
    return Edge(f"n-{source:08}", f"n-{target:08}", action, action, 1.0 + number % 4, stance, attributes, spells)


def _visit() -> None:
    from tests.export.readers import browsed

    for nodes in (500, 5_000):
        with tempfile.TemporaryDirectory() as scratch:
            page = Path(scratch) / "page.html"
            with page.open("wb") as file:
                write_page(made_up(nodes * 5), _told, file)
            told = [browsed(page, "number 7") for _ in range(3)]
            size = page.stat().st_size / 1e6
        first = sorted(each["first_picture"] for each in told)[1] / 1000
        frames = sorted(each["frames"] for each in told)[1]
        shown = f"first picture {first:.2f} s, {frames} frames a second"
        print(f"page of {nodes} nodes, {nodes * 5} edges: {size:.1f} MB, {shown}")


def _told(ids: list[str]) -> Iterator[Evidence]:
    draw = random.Random(ids[0])
    for each in ids:
        words = " ".join(draw.choices(("report", "city", "police", "camera", "vote", "company"), k=25))
        quoted = Quoted(
            words, 0, True, f"a-{each}", "Title of an article", "2020-05-01", "Post", "https://example.org/a"
        )
        yield Evidence(each, "somebody uses something", {}, (), (quoted,))


if __name__ == "__main__":
    main()
