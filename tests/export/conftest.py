"""Stores and networks that tests of exports write."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.synthetic import Newsroom
from kg.network import Network, held
from kg.network.levels import LEVELS, network
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store, open_store
from tests.coded import coded_readings
from tests.export.odd import readings

_LARGE = 2_000


@pytest.fixture
def filled(embedded: Store, ontology: Ontology) -> Store:
    """An embedded store with the demo articles and odd texts."""
    embedded.add(readings(ontology))
    return embedded


@pytest.fixture(scope="session")
def demo(ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo articles as they were coded by hand; only to be read."""
    with open_store(str(tmp_path_factory.mktemp("demo") / "store"), ontology, create=True) as store:
        store.add(coded_readings(ontology))
        yield store


@pytest.fixture(scope="session")
def large(ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two thousand made-up articles; only to be read."""
    newsroom = Newsroom(ontology)
    with open_store(str(tmp_path_factory.mktemp("large") / "store"), ontology, create=True) as store:
        numbers = iter(range(_LARGE))
        while page := [newsroom.reading(number) for number in islice(numbers, 200)]:
            store.add(page)
        yield store


_DRAWN = [*(("demo", level) for level in LEVELS), ("large", "positions"), ("large", "statements")]


@pytest.fixture(scope="session", params=_DRAWN, ids="-".join)
def drawn(request: pytest.FixtureRequest, ontology: Ontology) -> Network:
    """The network of a graph at a level, read once."""
    graph, level = request.param
    read = network(request.getfixturevalue(graph), ontology, Selection(), level)
    return held(read.title, read.nodes(), read.edges(), read.node_attributes, read.edge_attributes)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where files are written that several tests read."""
    return tmp_path_factory.mktemp("written")
