"""Claims: who takes which side on what, and when; the raw material of every discourse network."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Topic(StrEnum):
    """What counts as the concept that a claim is about."""

    ANY = "any"
    TECHNOLOGY = "technology"
    MEASURE = "measure"


@dataclass(frozen=True, order=True)
class Claim:
    """An actor for (`sign` 1) or against (-1) a concept, all by their ids.

    `document` is the article that it was first printed in, `day` when that was published, None where nobody knows;
    `statements` are those of the graph that it stands for.
    """

    actor: str
    concept: str
    sign: int
    document: str
    day: date | None
    statements: tuple[str, ...]

    @property
    def side(self) -> tuple[str, str, int]:
        """Who is on which side of what."""
        return self.actor, self.concept, self.sign
