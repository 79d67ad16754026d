"""One graph of the hand-coded demo articles for all tests of questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.ontology import Ontology, load
from kg.store import Store, open_store
from tests.coded import coded_readings


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture(scope="session")
def graph(ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("coded") / "store"
    with open_store(str(folder), ontology, create=True) as store:
        store.add(coded_readings(ontology))
        yield store
