"""Opening a server: each thing that can be wrong has its line."""

import pytest

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import Credentials, open_store
from kg.store.server.backend import version_of
from tests.neo4j_server import Server


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(Credentials("neo4j", "secret"))


def test_a_server_that_is_down_is_told(ontology: Ontology) -> None:
    with pytest.raises(StoreError, match="start the server, or check the address"):
        open_store("bolt://127.0.0.1:1", ontology, create=False, credentials=Credentials("neo4j", "secret"))


@pytest.mark.neo4j
def test_a_wrong_password_names_the_variables(ontology: Ontology, neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match="KG_STORE_PASSWORD") as caught:
        open_store(neo4j_server.uri, ontology, create=False, credentials=Credentials("neo4j", "not-the-secret"))
    assert "not-the-secret" not in str(caught.value)


@pytest.mark.neo4j
def test_a_wrong_database_is_named(ontology: Ontology, neo4j_server: Server) -> None:
    known = neo4j_server.credentials
    with pytest.raises(StoreError, match=r"elsewhere.*KG_STORE_DATABASE"):
        open_store(
            neo4j_server.uri, ontology, create=False, credentials=Credentials(known.user, known.password, "elsewhere")
        )


@pytest.mark.neo4j
def test_without_a_password_the_server_is_asked_first(ontology: Ontology, neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match="asks for a password; set KG_STORE_USER and KG_STORE_PASSWORD"):
        open_store(neo4j_server.uri, ontology, create=False)


def test_without_a_password_a_server_that_is_down_is_told_as_such(ontology: Ontology) -> None:
    with pytest.raises(StoreError, match="no answer from"):
        open_store("bolt://127.0.0.1:1", ontology, create=False)


@pytest.mark.parametrize(
    ("agent", "version"), [("Neo4j/5.26.30", (5, 26)), ("Neo4j/4.4.48", (4, 4)), ("Neo4j/2025.10.1", (2025, 10))]
)
def test_a_server_is_known_by_what_it_calls_itself(agent: str, version: tuple[int, int]) -> None:
    assert version_of(agent) == version


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_a_server_without_encryption_is_told_as_such(ontology: Ontology, neo4j_server: Server, scheme: str) -> None:
    uri = neo4j_server.uri.replace("bolt", scheme)
    with pytest.raises(StoreError, match=rf"does not speak TLS; if that is right, write {scheme.split('+')[0]}://"):
        open_store(uri, ontology, create=False, credentials=neo4j_server.credentials)


@pytest.mark.neo4j
def test_the_database_of_the_server_itself_holds_no_graph(ontology: Ontology, neo4j_server: Server) -> None:
    known = neo4j_server.credentials
    with pytest.raises(StoreError, match="set KG_STORE_DATABASE to another"):
        open_store(
            neo4j_server.uri, ontology, create=False, credentials=Credentials(known.user, known.password, "system")
        )
