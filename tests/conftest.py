"""What every test may ask for: the shipped ontology, the real extractor, and an empty store of each kind."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kg.extract import Extractor, open_extractor
from kg.ontology import Ontology, load
from kg.store import Store, open_store
from kg.store.marker import LABEL
from tests.maven import UnavailableError
from tests.neo4j_server import OwnServer, Server, described, emptied, own_server, running_server

_tested_on: set[str] = set()

BOTH_STORES = ["embedded", pytest.param("on_server", marks=pytest.mark.neo4j)]
"""For a fixture that takes the name of a store's fixture: what is tested with it holds on both."""


@pytest.fixture(autouse=True, scope="session")
def _state_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What programs keep between runs is kept apart from that of the person who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A server that answers, for all tests that do no harm to it."""
    with ExitStack() as held, needed():
        server = held.enter_context(running_server())
        _tested_on.add(described(server))
        yield server


@pytest.fixture(scope="module")
def own_neo4j(request: pytest.FixtureRequest) -> Iterator[OwnServer]:
    """A server of the module's own, not started yet, that its tests may stop, kill and start again.

    It is set up by what the module names SETTINGS, where it does.
    """
    with ExitStack() as held, needed():
        yield held.enter_context(own_server(getattr(request.module, "SETTINGS", None)))


@contextmanager
def needed() -> Iterator[None]:
    """Where something that a test needs is not to be had, it is skipped with the reason; in CI it fails."""
    try:
        yield
    except UnavailableError as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(str(reason))
        pytest.skip(str(reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says at the end on which Neo4j server how many tests ran."""
    ran = [each for each in terminalreporter.stats.get("passed", []) if "neo4j" in each.keywords]
    if ran and _tested_on:
        terminalreporter.write_line(f"{len(ran)} tests on a real Neo4j server: {', '.join(sorted(_tested_on))}")


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The shipped ontology."""
    return load()


@pytest.fixture(scope="session")
def extractor(ontology: Ontology) -> Extractor:
    """The real extractor with the real pipeline, loaded at its first reading."""
    return open_extractor(ontology)


@pytest.fixture
def embedded(ontology: Ontology, tmp_path: Path) -> Iterator[Store]:
    """An empty embedded store."""
    with open_store(str(tmp_path / "store"), ontology, create=True) as store:
        yield store


@pytest.fixture
def on_server(ontology: Ontology, neo4j_server: Server) -> Iterator[Store]:
    """An empty store on the server."""
    server = emptied(neo4j_server)
    with open_store(server.uri, ontology, create=True, credentials=server.credentials) as store:
        yield store


@pytest.fixture(params=BOTH_STORES)
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store, once of each kind."""
    held: Store = request.getfixturevalue(request.param)
    return held


def empty(store: Store) -> None:
    """Takes everything out of a store."""
    store.execute_typed(f"MATCH (n) WHERE NOT n:{LABEL} DETACH DELETE n")
