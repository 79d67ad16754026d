"""The page in a real browser, with the network off, used as people use it."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.page import write_page
from kg.export.page.data import script_json
from kg.network import Edge, Network, Node, Spell, Type, held
from kg.network.evidence import Evidence, Quoted, evidence
from kg.network.levels import LEVELS, network
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store
from tests.conftest import needed
from tests.export.networks import networks, odd
from tests.export.readers import browsed

HOSTILE = "</script><img src=x onerror=alert(1)><script>alert(2)</script> {{data}} <!-- ]]>"


def _written(drawn: Network, store: Store, ontology: Ontology, folder: Path) -> Path:
    path = folder / "page.html"
    with path.open("wb") as file:
        write_page(drawn, partial(evidence, store, ontology), file)
    return path


@pytest.fixture(scope="module", params=LEVELS)
def visit(
    request: pytest.FixtureRequest, demo: Store, ontology: Ontology, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What came of a visit to the page of the demo at each level."""
    drawn = network(demo, ontology, Selection(), request.param)
    path = _written(drawn, demo, ontology, tmp_path_factory.mktemp("page"))
    with needed():
        told = browsed(path, "amazon")
    counted = sum(1 for _ in drawn.nodes()), sum(1 for _ in drawn.edges())
    return {**told, "drawn": counted}


def test_it_is_shown_without_a_complaint_or_a_request(visit: dict[str, Any]) -> None:
    assert visit["problems"] == []
    assert len(visit["requests"]) == 1
    assert visit["shown"]


def test_all_of_it_is_drawn_where_it_belongs(visit: dict[str, Any]) -> None:
    nodes, edges = visit["drawn"]
    assert visit["counted"] == f"{nodes} of {nodes} nodes, {edges} of {edges} edges"
    assert visit["joined"] == edges


def test_a_name_is_found_and_chosen_by_keyboard(visit: dict[str, Any]) -> None:
    assert "amazon" in visit["focused"].lower()
    assert visit["pressed"] == 1
    assert "Amazon" in visit["details"]
    assert any(link.startswith("https://demo.example.org/") for link in visit["links"])
    assert visit["let_go"] == ""


def test_filters_and_time_leave_less(visit: dict[str, Any]) -> None:
    assert visit["after_filter"] != visit["counted"]
    assert visit["after_time"] != visit["counted"]


def test_nobody_is_shut_out(visit: dict[str, Any]) -> None:
    assert visit["faults"] == []


def test_what_is_printed_has_no_forms(visit: dict[str, Any]) -> None:
    assert visit["printed"] == "none"


def _hostile() -> Network:
    nodes = [Node(f"n{at}", HOSTILE, HOSTILE) for at in range(3)]
    said = {"statements": ("s-1",), "technologies": (HOSTILE,)}
    edges = [Edge("n0", "n1", HOSTILE, HOSTILE, 1.0, "restricts", said, (Spell("2020"),))]
    types = {"statements": Type.TEXTS, "technologies": Type.TEXTS}
    return held(HOSTILE, nodes, edges, {}, types, source=HOSTILE)


def _hostile_statements(ids: list[str]) -> Iterator[Evidence]:
    quotes = (
        Quoted(HOSTILE, 0, True, "a-1", HOSTILE, "2020", HOSTILE, "javascript:alert(3)"),
        Quoted(HOSTILE, 0, True, "a-2", HOSTILE, HOSTILE, HOSTILE, f"https://x.example/{HOSTILE}"),
    )
    yield from (Evidence(each, HOSTILE, {}, (), quotes) for each in ids)


def test_nothing_that_an_article_says_is_run(tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    with path.open("wb") as file:
        write_page(_hostile(), _hostile_statements, file)
    with needed():
        told = browsed(path, "script")
    assert (told["alerts"], told["problems"], len(told["requests"])) == (0, [], 1)
    assert HOSTILE in told["details"]
    assert not any(link.startswith("javascript:") for link in told["links"])


def test_odd_names_are_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "odd.html"
    with path.open("wb") as file:
        write_page(odd(), lambda ids: iter(()), file)
    with needed():
        told = browsed(path, "(police)")
    assert (told["problems"], told["joined"]) == ([], sum(1 for _ in odd().edges()))
    assert "(police)" in told["focused"]


def _page(drawn: Network, path: Path) -> str:
    with path.open("wb") as file:
        write_page(drawn, lambda ids: iter(()), file)
    return path.read_text(encoding="utf-8")


def test_the_same_network_gives_the_same_bytes(tmp_path: Path) -> None:
    assert _page(odd(), tmp_path / "one") == _page(odd(), tmp_path / "other")


def test_only_its_own_scripts_may_run(tmp_path: Path) -> None:
    page = _page(_hostile(), tmp_path / "page")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert policy is not None and len(scripts) == 2
    for script in scripts:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy[1]
    assert "default-src 'none'" in policy[1] and "unsafe-eval" not in policy[1]


@given(st.recursive(st.text(), lambda each: st.lists(each) | st.dictionaries(st.text(), each)))
def test_inlined_json_ends_no_script_and_reads_back(value: Any) -> None:
    text = script_json({"value": value})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"value": value}


@given(networks())
def test_any_network_has_a_page(drawn: Network) -> None:
    file = BytesIO()
    counted = write_page(drawn, lambda ids: iter(()), file)
    assert (counted.nodes, counted.edges) == (len(list(drawn.nodes())), len(list(drawn.edges())))


def test_the_drawing_library_is_the_one_that_was_looked_at() -> None:
    path = Path(write_page.__code__.co_filename).parent / "vendor" / "force-graph.min.js"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest == "f59db59ba92ff5a76ed93d7a4d77a703b176260e5d9cd29f4f8eb4f6c369a629"
