"""The nouns of the codebook as immutable values; nothing here reads or writes."""

from kg.model.article import Article
from kg.model.entity import UNSPECIFIED, Entity, Filler
from kg.model.mention import Mention
from kg.model.quote import Quote
from kg.model.reading import Reading
from kg.model.span import Span
from kg.model.statement import Statement
from kg.model.vocabulary import POSITION_ROLES, PUBLIC_BODIES, Certainty, Kind, Review, Role, Status

__all__ = [
    "POSITION_ROLES",
    "PUBLIC_BODIES",
    "UNSPECIFIED",
    "Article",
    "Certainty",
    "Entity",
    "Filler",
    "Kind",
    "Mention",
    "Quote",
    "Reading",
    "Review",
    "Role",
    "Span",
    "Statement",
    "Status",
]
