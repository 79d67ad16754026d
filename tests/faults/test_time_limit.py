"""A server with a time limit for transactions, which a load meets while somebody else holds the lock."""

import pytest
from neo4j import GraphDatabase

from kg.errors import StoreUnavailableError
from kg.ontology import Ontology
from kg.store import open_store
from tests.neo4j_server import OwnServer
from tests.store.readings import article, reading, statement

pytestmark = pytest.mark.neo4j

SETTINGS = {"db.transaction.timeout": "8s"}


def test_a_write_at_the_servers_limit_is_told_and_can_be_done_again(own_neo4j: OwnServer, ontology: Ontology) -> None:
    own_neo4j.start()
    server, news = own_neo4j.server, article()
    told = [reading(news, statement(news))]
    with (
        open_store(server.uri, ontology, create=True, credentials=server.credentials, wait=1) as store,
        GraphDatabase.driver(server.uri, auth=server.credentials.login) as driver,
        driver.session() as session,
    ):
        with session.begin_transaction(timeout=60) as held:
            held.run("MATCH (k:KgStore) SET k.locked = true")
            with pytest.raises(StoreUnavailableError, match=r"its own time limit \(db\.transaction\.timeout\)"):
                store.add(told)
        assert store.query("MATCH (a:Article) RETURN count(a)").rows == ((0,),)
        assert store.add(told).articles == 1
