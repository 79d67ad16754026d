"""Neo4j's own tool makes the same graph of an export, value for value and type for type."""

import shlex
import shutil
from collections.abc import Iterator

import pytest

from kg.export import Written, write_neo4j_csv
from kg.export.neo4j_csv.tables import NODES
from kg.ontology import Ontology
from kg.store import Added, Store, open_store
from kg.store.dump import Dump, dump
from tests.export.odd import readings
from tests.neo4j_server import OwnServer

pytestmark = pytest.mark.neo4j

_TYPES = """
MATCH (n) UNWIND keys(n) AS name
WITH DISTINCT CASE WHEN n:Entity THEN 'Entity' ELSE labels(n)[0] END AS of, name, valueType(n[name]) AS type
RETURN of, name, type ORDER BY of, name, type"""
_TYPES_OF_RELATIONSHIPS = """
MATCH ()-[r]->() UNWIND keys(r) AS name
WITH DISTINCT type(r) AS of, name, valueType(r[name]) AS type RETURN of, name, type ORDER BY of, name, type"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> tuple[Written, Dump]:
    folder = tmp_path_factory.mktemp("export")
    with open_store(str(folder / "store"), ontology, create=True) as store:
        store.add(readings(ontology))
        return write_neo4j_csv(store, ontology, folder / "out"), dump(store)


@pytest.fixture(scope="module")
def imported(own_neo4j: OwnServer, exported: tuple[Written, Dump], ontology: Ontology) -> Iterator[Store]:
    written, _ = exported
    program, *words = shlex.split(written.shell.partition(" && ")[2])
    assert program == "neo4j-admin"
    shutil.copytree(written.folder, own_neo4j.home, dirs_exist_ok=True)
    own_neo4j.admin(*words)
    own_neo4j.start()
    server = own_neo4j.server
    with open_store(server.uri, ontology, create=True, credentials=server.credentials) as store:
        yield store


def test_the_graph_is_the_same(imported: Store, exported: tuple[Written, Dump]) -> None:
    assert dump(imported) == exported[1]


def test_every_value_has_the_type_that_loading_gives_it(imported: Store, on_server: Store, ontology: Ontology) -> None:
    on_server.add(readings(ontology))
    for cypher in (_TYPES, _TYPES_OF_RELATIONSHIPS):
        assert imported.query(cypher) == on_server.query(cypher)


def test_the_constraints_are_made_when_it_is_opened_to_write(imported: Store) -> None:
    found = imported.query("SHOW CONSTRAINTS YIELD labelsOrTypes AS label RETURN label[0] AS label").records()
    assert NODES.keys() <= {row["label"] for row in found}


def test_loading_the_same_again_skips_everything(imported: Store, ontology: Ontology) -> None:
    again = readings(ontology)
    assert imported.add(again) == Added(skipped=len(again))
