"""Who or what fills a role of a statement."""

from pydantic import BaseModel, ConfigDict

from kg.model.vocabulary import Kind

UNSPECIFIED = "unspecified"
"""The actor of a passive without an agent. It is a value, never a node of the graph."""


class Entity(BaseModel):
    """A node of the graph that statements speak about.

    `id` is the ontology's slug, else a hash of the normalised name and place. `collective` marks described groups
    ("lawmakers"), whose statements are never joined across articles.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    kind: Kind
    collective: bool = False
    wikidata: str | None = None


class Filler(BaseModel):
    """An entity in a role, with the words that the article used for it."""

    model_config = ConfigDict(frozen=True)

    entity: Entity
    written: str
