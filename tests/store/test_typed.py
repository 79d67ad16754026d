"""What people may type: every read, nothing that writes, reads files or administers."""

import pytest

from kg.errors import StoreError, UnsafeQueryError
from kg.store import Store
from kg.store.dump import dump
from tests.store.readings import article, reading, statement

WRITES = [
    "CREATE (n:Entity)",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) CALL (n) { CREATE (:Copy) } RETURN n",
    "PROFILE CREATE (n)",
    "CREATE INDEX FOR (n:Entity) ON (n.kind)",
]
NEVER = [
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://example.org/x.csv' AS line RETURN line",
    "load /* a comment */ csv with headers from 'x' AS line return line",
    "L\\u004fAD CSV FROM 'x' AS line RETURN line",
    "UNWIND [1] AS x CALL (x) { LOAD CSV FROM 'x' AS line RETURN line } RETURN line",
    "SHOW USERS",
    "// a comment\nSHOW USERS",
    "TERMINATE TRANSACTIONS 'x'",
    "CREATE USER eve SET PASSWORD 'x'",
    "DROP DATABASE neo4j",
]


@pytest.mark.parametrize("cypher", WRITES)
def test_a_write_needs_write(store: Store, cypher: str) -> None:
    with pytest.raises(UnsafeQueryError, match="--write"):
        store.query_typed(cypher)
    assert dump(store).nodes == ()


@pytest.mark.parametrize("cypher", NEVER)
def test_files_addresses_and_administration_are_off(store: Store, cypher: str) -> None:
    for run in (store.query_typed, store.execute_typed):
        with pytest.raises(UnsafeQueryError, match="is off"):
            run(cypher)


@pytest.mark.parametrize("procedure", ["CALL dbms.components()", "CALL dbms.listConfig()"])
def test_procedures_of_the_server_are_refused(store: Store, procedure: str) -> None:
    with pytest.raises(UnsafeQueryError):
        store.query_typed(procedure)


@pytest.mark.parametrize(
    ("cypher", "value"),
    [
        ("RETURN 'LOAD CSV' AS x", "LOAD CSV"),
        ("RETURN 1 AS `LOAD CSV` // LOAD CSV", 1),
        ("WITH {show: 1} AS m RETURN m.show AS x", 1),
        ("RETURN date('2020-06-11') AS x", "2020-06-11"),
        ("RETURN [1, 2.5, null, true, {a: 'é😀'}] AS x", [1, 2.5, None, True, {"a": "é😀"}]),
        ("RETURN duration('P1Y') AS x", "P1Y"),
        ("RETURN datetime('2020-06-11T10:00:00+02:00') AS x", None),
        ("MATCH (n:Entity) RETURN count(n) AS x", 0),
    ],
)
def test_reads_give_plain_values(store: Store, cypher: str, value: object) -> None:
    (row,) = store.query_typed(cypher).rows
    assert row[0] == value or (value is None and row[0].startswith("2020-06-11T10:00"))


def test_nodes_relationships_and_paths_are_plain(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news))])
    ((way,),) = store.query_typed("MATCH p = (:Company)-[:HOLDS]->(:PolicyPosition) RETURN p").rows
    start, end = way["nodes"]
    assert start["labels"] == ["Company", "Entity"]
    assert start["properties"]["name"] == "Amazon"
    assert way["relationships"] == [
        {"type": "HOLDS", "start": "amazon", "end": end["properties"]["id"], "properties": {}}
    ]


def test_parameters_are_never_read_as_cypher(store: Store) -> None:
    text = "'} RETURN 1 // LOAD CSV"
    assert store.query_typed("RETURN $text AS text", {"text": text}).records() == [{"text": text}]


def test_columns_are_named_without_rows_too(store: Store) -> None:
    found = store.query_typed("MATCH (n:Entity {id: 'nobody'}) RETURN n.name AS name, n.kind")
    assert (found.columns, found.rows) == (("name", "n.kind"), ())


@pytest.mark.parametrize("cypher", ["MATCH (n RETURN n", "MATCH (n)\nRETRUN n", "RETURN 1 AS a; RETURN 2 AS b", ""])
def test_malformed_cypher_gives_the_message_of_the_store_on_one_line(store: Store, cypher: str) -> None:
    for run in (store.query_typed, store.execute_typed):
        with pytest.raises(StoreError) as caught:
            run(cypher)
        assert "\n" not in str(caught.value)


def test_the_place_of_a_mistake_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match=r"line 1, column 10|line 1:9"):
        store.query_typed("MATCH (n RETURN n")


def test_a_query_that_takes_too_long_is_stopped(store: Store) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS x"
    with pytest.raises(StoreError, match="time limit"):
        store.query_typed(endless, timeout=0.5)
    assert store.query_typed("RETURN 1 AS x").rows == ((1,),)


def test_a_statement_with_write_writes(store: Store) -> None:
    assert store.execute_typed("CREATE (n:Note {id: $id}) RETURN n.id AS id", {"id": "n"}).rows == (("n",),)
    assert store.query("MATCH (n:Note) RETURN n.id").rows == (("n",),)
