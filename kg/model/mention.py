"""A place in a text where an entity is named."""

from pydantic import BaseModel, ConfigDict

from kg.model.entity import Entity
from kg.model.span import Span


class Mention(BaseModel):
    """The words of `span` name `entity`."""

    model_config = ConfigDict(frozen=True)

    span: Span
    entity: Entity
