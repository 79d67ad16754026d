"""How often each actor was for and against each concept: the matrices that all discourse networks are made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.network.discourse.claim import Claim

Cell = tuple[str, str]


@dataclass
class Sides:
    """What one actor said of one concept."""

    pro: float = 0.0
    contra: float = 0.0
    statements: set[str] = field(default_factory=set)

    @property
    def total(self) -> float:
        """How many claims."""
        return self.pro + self.contra


def affiliation(claims: Iterable[Claim]) -> Mapping[Cell, Sides]:
    """Of every actor and concept (in this order) that a claim joins, the counts of both sides."""
    cells: dict[Cell, Sides] = defaultdict(Sides)
    for claim in claims:
        sides = cells[claim.actor, claim.concept]
        sides.statements.update(claim.statements)
        if claim.sign > 0:
            sides.pro += 1
        else:
            sides.contra += 1
    return dict(cells)


def transposed(cells: Mapping[Cell, Sides]) -> Mapping[Cell, Sides]:
    """The same with concepts first."""
    return {(concept, actor): sides for (actor, concept), sides in cells.items()}
