"""Places for stores, for tests that open them in their own way."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.ontology import Ontology
from kg.store import Address, Store, open_store
from tests.neo4j_server import Server, emptied

Open = Callable[..., Store]


@pytest.fixture
def folder_place(tmp_path: Path) -> Address:
    return Address(str(tmp_path / "store"), wait=1)


@pytest.fixture
def server_place(neo4j_server: Server) -> Address:
    server = emptied(neo4j_server)
    return Address(server.uri, server.credentials, wait=1)


@pytest.fixture(params=["folder_place", pytest.param("server_place", marks=pytest.mark.neo4j)])
def place(request: pytest.FixtureRequest) -> Address:
    """Where there is no graph yet, once of each kind."""
    held: Address = request.getfixturevalue(request.param)
    return held


@pytest.fixture
def opened(ontology: Ontology) -> Iterator[Open]:
    """Opens a store for writing, or as its keywords say; all are closed at the end."""
    with ExitStack() as held:

        def open_it(address: Address, **changed: Any) -> Store:
            create, shared = changed.pop("create", True), changed.pop("shared", False)
            at = replace(address, **changed)
            return held.enter_context(
                open_store(at.uri, ontology, create=create, credentials=at.credentials, wait=at.wait, shared=shared)
            )

        yield open_it
