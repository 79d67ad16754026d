"""A mention: the tokens that name somebody or something, and the entity that they mean."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Entity
from kg.ontology import Concept


@dataclass(frozen=True)
class Named:
    """Tokens `start` to `end` of a document name `entity`; `concept` is its ontology entry where it has one.

    A described group that the ontology knows only by its noun ("Chinese hackers") has that noun's entry as `concept`
    and an entity of its own.
    """

    start: int
    end: int
    entity: Entity
    concept: Concept | None = None

    def holds(self, token: Token) -> bool:
        """Whether a token is one of the mention's."""
        return self.start <= token.i < self.end

    @property
    def described(self) -> bool:
        """Whether it describes a group instead of naming somebody."""
        return self.concept is not None and self.concept.collective
