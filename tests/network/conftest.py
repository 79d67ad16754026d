"""Small graphs of statements made by hand, on each of the stores."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Article, Statement
from kg.network import Network
from kg.network.levels import network
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store
from tests.store.readings import reading, statement

Told = tuple[str | None, dict[str, Any]]
Tell = Callable[..., list[Statement]]


@pytest.fixture
def tell(store: Store) -> Tell:
    """Puts statements into the store, each in an article of its own: when it was published, and what it says."""

    def told(*said: Told) -> list[Statement]:
        made: list[Statement] = []
        for published, fields in said:
            number = len(made)
            text = f"Piece {number} of {published or 'no day'} tells what is going on: {sorted(fields.items())}."
            of = Article.read(text, url=f"https://example.org/{number}", published=published, title=f"Piece {number}")
            made.append(statement(of, **fields))
            store.add([reading(of, made[-1])])
        return made

    return told


@pytest.fixture
def at_level(store: Store, ontology: Ontology) -> Callable[..., Network]:
    """The network of the store at a level, of all or of a selection."""

    def read(level: str, **selection: Any) -> Network:
        return network(store, ontology, Selection(**selection), level)

    return read
