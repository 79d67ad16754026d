"""An ontology and an empty store for every test of loading."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.extract import GrammarExtractor
from kg.ontology import Ontology, load
from kg.store import Store, open_store


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture(scope="session")
def extractor(ontology: Ontology) -> GrammarExtractor:
    return GrammarExtractor(ontology)


@pytest.fixture
def store(ontology: Ontology, tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), ontology, create=True) as opened:
        yield opened
