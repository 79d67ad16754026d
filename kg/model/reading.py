"""What one pass over one article gave: the unit in which the pipeline writes and the store replaces."""

from pydantic import BaseModel, ConfigDict

from kg.model.article import Article
from kg.model.statement import Statement


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
