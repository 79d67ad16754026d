"""The words of questions: `ontology/frames/questions.yaml`, validated."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from kg.model import Kind
from kg.ontology.located import read
from kg.ontology.problems import InvalidOntologyError, nearest


class QuestionWords(BaseModel):
    """What question words and nouns ask for. The comments of the file explain each list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    askable: Mapping[str, tuple[Kind, ...]]
    askable_roles: Mapping[str, str]
    openings: Mapping[str, str]
    yes_no: frozenset[str]
    counting: tuple[str, ...]
    saying: frozenset[str]
    ending: frozenset[str]
    fillers: frozenset[str]
    negations: frozenset[str]
    irregular: Mapping[str, str]

    @classmethod
    def load(cls, path: Path) -> Self:
        """The words of a file. Raises InvalidOntologyError with file, line and cure."""
        entries = read(path)
        for name, entry in entries.items():
            if name not in cls.model_fields:
                raise InvalidOntologyError(
                    [entry.problem("unknown list", nearest(name, cls.model_fields, "remove it"))]
                )
        try:
            return cls.model_validate({name: entry.data for name, entry in entries.items()})
        except ValidationError as error:
            first = error.errors()[0]
            keys = first["loc"]
            where = entries.get(str(keys[0]))
            said = (
                where.problem(first["msg"], "see the comments of the file", *keys[1:])
                if where
                else f"{path}:1: {first['msg']}"
            )
            raise InvalidOntologyError([said]) from None
