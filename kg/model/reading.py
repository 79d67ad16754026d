"""What one pass over one article gave: the unit in which the pipeline writes and the store replaces."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from kg.model.article import Article
from kg.model.statement import HAND_CODED, Statement


class Reading(BaseModel):
    """An article with its statements. `read_with` hashes the ontology, model and extractor that read it.

    Without it the reading only adds: nobody has read the article, some statements about it are known.
    """

    model_config = ConfigDict(frozen=True)

    article: Article
    statements: tuple[Statement, ...] = ()
    read_with: str = ""

    @property
    def adds_only(self) -> bool:
        """Whether its statements join those that the article has, instead of taking their place."""
        return not self.read_with


def apart(article: Article, read_with: str, told: Sequence[Statement]) -> list[Reading]:
    """All that is known of an article as readings: what people coded is one of its own, as it was when it came."""
    if not read_with:
        return [Reading(article=article, statements=tuple(told))]
    coded = tuple(statement for statement in told if statement.extractor == HAND_CODED)
    read = tuple(statement for statement in told if statement.extractor != HAND_CODED)
    by_people = [Reading(article=article, statements=coded)] if coded else []
    return [Reading(article=article, statements=read, read_with=read_with), *by_people]
