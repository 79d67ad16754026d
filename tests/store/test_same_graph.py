"""Both stores hold the same graph of the same articles."""

import json

import pytest

from kg.ontology import Ontology
from kg.store import Store
from kg.store.dump import dump
from tests.coded import coded_readings


@pytest.mark.neo4j
def test_the_demo_articles_give_the_same_graph_on_both_stores(
    embedded: Store, on_server: Store, ontology: Ontology
) -> None:
    readings = coded_readings(ontology)
    for store in (embedded, on_server):
        store.add(readings)
    here, there = dump(embedded), dump(on_server)
    assert _typed(here.nodes) == _typed(there.nodes)
    assert _typed(here.relationships) == _typed(there.relationships)


def _typed(values: object) -> str:
    """Text in which true is not 1."""
    return json.dumps(values, sort_keys=True)
