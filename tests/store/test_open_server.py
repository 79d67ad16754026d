"""Opening a server: each thing that can be wrong has its line."""

import pytest

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import Credentials, open_store
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
