"""Refreshing gives the graph that a fresh load gives, and reads only what was read otherwise."""

import json
from pathlib import Path

import pytest

from kg.extract import Extractor, open_extractor
from kg.ontology import Ontology
from kg.pipeline import Report, load, outdated, refresh
from kg.resources import demo_folder
from kg.store import Store, open_store
from kg.store.dump import dump

CODED = {
    "url": "https://example.org/own",
    "action": "restricts_sale",
    "actor": "Exampla Vision",
    "technology": "drones",
    "counterparty": "police",
    "quote": "Exampla Vision will not supply drones to police",
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(CODED) + "\n", encoding="utf-8")
    return path


def test_a_refreshed_graph_equals_a_fresh_one(
    store: Store, ontology: Ontology, extractor: Extractor, own: Path, tmp_path: Path
) -> None:
    load(store, ontology, open_extractor(ontology, "grammar"), [demo_folder(), own])
    assert outdated(store, extractor) == 10
    assert refresh(store, extractor).articles == 10
    with open_store(str(tmp_path / "fresh"), ontology, create=True) as fresh:
        load(fresh, ontology, extractor, [demo_folder(), own])
        assert dump(store) == dump(fresh)
    assert outdated(store, extractor) == 0
    assert refresh(store, extractor) == Report()


def test_only_what_was_read_otherwise_is_read(embedded: Store, ontology: Ontology, extractor: Extractor) -> None:
    first, *others = sorted(demo_folder().iterdir())
    load(embedded, ontology, open_extractor(ontology, "grammar"), [first])
    load(embedded, ontology, extractor, others)
    assert refresh(embedded, extractor).articles == 1
