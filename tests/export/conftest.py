"""A store that holds odd readings."""

import pytest

from kg.ontology import Ontology
from kg.store import Store
from tests.export.odd import readings


@pytest.fixture
def filled(embedded: Store, ontology: Ontology) -> Store:
    """An embedded store with the demo articles and odd texts."""
    embedded.add(readings(ontology))
    return embedded
