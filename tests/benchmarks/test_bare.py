"""The yardstick of the writing benchmark is only worth something if it writes the very graph that the store writes."""

import pytest

from benchmarks.bare import Outcome, Rows, Writer
from benchmarks.writing import Load
from kg.ontology import Ontology
from kg.store import Store, open_store
from kg.store.dump import dump
from tests.neo4j_server import Server, emptied

SOME = Load(statements=600, batch=100)


@pytest.mark.neo4j
def test_the_bare_driver_leaves_the_graph_of_the_store(
    on_server: Store, neo4j_server: Server, ontology: Ontology
) -> None:
    for batch in SOME.batches(ontology):
        on_server.add(batch)
    ours = dump(on_server)

    emptied(neo4j_server)
    rows = Rows(ontology, Outcome.of(ontology, (reading for batch in SOME.batches(ontology) for reading in batch)))
    writer = Writer(neo4j_server.uri, neo4j_server.credentials)
    for batch in SOME.batches(ontology):
        writer.write(rows.of(batch))
    writer.close()

    with open_store(neo4j_server.uri, ontology, create=False, credentials=neo4j_server.credentials) as store:
        assert dump(store) == ours
