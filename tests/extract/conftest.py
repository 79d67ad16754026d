"""Short ways to read a text and to tell a statement."""

from collections.abc import Callable

import pytest

from kg.extract.grammar import GrammarExtractor
from kg.model import Article, Role, Statement
from kg.ontology import Ontology

Reader = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def extractor(ontology: Ontology) -> GrammarExtractor:
    """The grammar alone: what it warrants can be said sentence by sentence."""
    return GrammarExtractor(ontology)


@pytest.fixture(scope="session")
def read(extractor: GrammarExtractor) -> Reader:
    """Reads a text as an article: `read("…", title="…", published="…")`."""

    def reading(body: str, **metadata: str) -> tuple[Statement, ...]:
        return extractor.read(Article.read(body, **metadata))

    return reading


def told(statement: Statement) -> str:
    """A statement in one line: actor · action · technology · counterparty."""
    roles = (Role.ACTOR, Role.TECHNOLOGY, Role.COUNTERPARTY)
    names = [entity.name if (entity := statement.entity(role)) else "–" for role in roles]
    return " · ".join((names[0], statement.action, *names[1:]))
