"""One graph of the hand-coded demo articles for all tests of a module, on each of the stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.ontology import Ontology
from kg.store import Store, open_store
from tests.coded import coded_readings
from tests.conftest import BOTH_STORES
from tests.neo4j_server import Server, emptied


@pytest.fixture(scope="module")
def graph_embedded(ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("coded") / "store"
    with open_store(str(folder), ontology, create=True) as store:
        store.add(coded_readings(ontology))
        yield store


@pytest.fixture(scope="module")
def graph_on_server(ontology: Ontology, neo4j_server: Server) -> Iterator[Store]:
    server = emptied(neo4j_server)
    with open_store(server.uri, ontology, create=True, credentials=server.credentials) as store:
        store.add(coded_readings(ontology))
        yield store


@pytest.fixture(scope="module", params=BOTH_STORES)
def graph(request: pytest.FixtureRequest) -> Store:
    held: Store = request.getfixturevalue(f"graph_{request.param}")
    return held
