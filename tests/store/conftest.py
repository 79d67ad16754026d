"""One empty store for every test, of each kind: whatever is tested here holds on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.ontology import Ontology, load
from kg.store import Store, open_store
from tests.neo4j_server import Server


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture
def embedded(ontology: Ontology, tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), ontology, create=True) as store:
        yield store


@pytest.fixture
def on_server(ontology: Ontology, neo4j_server: Server) -> Iterator[Store]:
    with open_store(neo4j_server.uri, ontology, create=True, credentials=neo4j_server.credentials) as store:
        empty(store)
        yield store


@pytest.fixture(params=["embedded", pytest.param("on_server", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    held: Store = request.getfixturevalue(request.param)
    return held


def empty(store: Store) -> None:
    """Takes everything out of a store."""
    store.execute_typed("MATCH (n) DETACH DELETE n")
