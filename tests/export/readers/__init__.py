"""Other people's readers of the formats that we write: what each of them holds after opening a file of ours."""

import json
import re
import subprocess
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.maven import UnavailableError, jars, program

_HERE = Path(__file__).parent
_SECONDS = 300


@dataclass(frozen=True)
class Held:
    """What a program holds; attributes are told with how many nodes or edges have them, spells in milliseconds."""

    nodes: int
    edges: int
    labels: Mapping[str, str]
    node_attributes: Mapping[str, int]
    edge_attributes: Mapping[str, int]
    weight: float = 0.0
    warnings: tuple[str, ...] = ()
    spells: tuple[tuple[int | None, int | None], ...] = field(default=())


def in_gephi(*files: Path) -> list[Held]:
    """Opened in the toolkit of Gephi, which is Gephi without its windows. Raises UnavailableError."""
    toolkit = jars("org.gephi", "gephi-toolkit", "0.10.1", "all")
    return _printed([program("java"), "-Xmx1g", "-cp", toolkit, str(_HERE / "Gephi.java"), *map(str, files)])


def in_javascript(*files: Path) -> list[Held]:
    """Opened in graphology, which Gephi Lite is built on, or in cytoscape.js. Raises UnavailableError."""
    _install()
    return _printed([program("node"), str(_HERE / "read.mjs"), *map(str, files)])


def in_graphviz(file: Path) -> Held:
    """Opened in Graphviz, whose `dot -Tdot_json` tells of all it read. Raises UnavailableError."""
    done = _run([program("dot"), "-Kosage", "-Gsplines=none", "-Tdot_json", str(file)])
    read = json.loads(done.stdout)
    nodes, edges = read.get("objects", []), read.get("edges", [])
    labels = {node["name"]: _as_drawn(node["label"]) for node in nodes}
    said = tuple(line for line in done.stderr.splitlines() if line)
    weight = sum(float(edge["weight"]) for edge in edges)
    return Held(len(nodes), len(edges), labels, _counts(nodes), _counts(edges), weight, said)


def _as_drawn(label: str) -> str:
    r"""What Graphviz makes of a label: `\\n` ends a line, a backslash before any other sign is dropped."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], label)


def in_networkx(file: Path) -> Held:
    """Opened in networkx, by the name of the file."""
    import networkx

    readers: dict[str, Any] = {".gexf": networkx.read_gexf, ".graphml": networkx.read_graphml, ".json": _node_link}
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        graph = readers[file.suffix](str(file))
    nodes, edges = dict(graph.nodes(data=True)), [values for _, _, values in graph.edges(data=True)]
    labels = {key: values["label"] for key, values in nodes.items()}
    counted = _counts(nodes.values()), _counts(edges)
    weight = sum(float(values["weight"]) for values in edges)
    return Held(len(nodes), len(edges), labels, *counted, weight, tuple(str(each.message) for each in said))


def in_igraph(file: Path) -> Held:
    """Opened in igraph, which reads GraphML."""
    import igraph

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        graph = igraph.Graph.Read_GraphML(str(file))
    nodes, edges = [node.attributes() for node in graph.vs], [edge.attributes() for edge in graph.es]
    labels = {values["id"]: values["label"] for values in nodes}
    weight = sum(values["weight"] for values in edges)
    told = tuple(str(each.message) for each in said)
    return Held(len(nodes), len(edges), labels, _counts(map(_full, nodes)), _counts(map(_full, edges)), weight, told)


def _full(values: Mapping[str, Any]) -> dict[str, Any]:
    """igraph gives every node and edge all attributes, texts that are missing as empty."""
    return {name: value for name, value in values.items() if value not in ("", None)}


def _node_link(file: str) -> Any:
    import networkx

    return networkx.node_link_graph(json.loads(Path(file).read_text(encoding="utf-8")), edges="edges")


def _counts(things: Iterable[Mapping[str, Any]]) -> Mapping[str, int]:
    return Counter(name for values in things for name in values)


def _printed(command: list[str]) -> list[Held]:
    return [_held(json.loads(line)) for line in _run(command).stdout.splitlines()]


def _held(told: dict[str, Any]) -> Held:
    spells = tuple((low, high) for low, high in told.pop("spells", []))
    return Held(**{**told, "warnings": tuple(told["warnings"]), "spells": spells})


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
    assert done.returncode == 0, re.sub(r"\s+", " ", done.stderr)[-600:]
    return done


def _install() -> None:
    """The packages of package.json, once."""
    if not (_HERE / "node_modules").exists():
        command = [program("npm"), "ci", "--silent", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=_HERE, capture_output=True, text=True, check=False)
        if done.returncode:
            raise UnavailableError(f"npm could not fetch the readers: {' '.join(done.stderr.split())[:300]}")


def browsed(page: Path, word: str) -> dict[str, Any]:
    """What came of a visit to a page of ours in Chromium; see browse.mjs. Raises UnavailableError."""
    _install()
    told: dict[str, Any] = json.loads(
        _run([program("node"), str(_HERE / "browse.mjs"), program("chromium"), str(page), word]).stdout
    )
    return told
