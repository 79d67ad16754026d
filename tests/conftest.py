"""What every test may ask for: a real Neo4j server, started once and only where a test needs it."""

import os
from collections.abc import Iterator

import pytest

from tests.neo4j_server import Server, UnavailableError, running_server


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A server that answers. Without one the test is skipped with the reason; in CI it fails."""
    try:
        running = running_server()
        server = running.__enter__()
    except UnavailableError as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j server: {reason}")
        pytest.skip(f"no Neo4j server: {reason}")
    yield server
    running.__exit__(None, None, None)
