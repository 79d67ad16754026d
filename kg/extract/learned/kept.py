"""A claim that stands, and what it says: one statement mostly, more where the grammar tells several of one act."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.analysis import Analysis
from kg.extract.learned.claims import SURE, Claim, Sighting
from kg.extract.proposal import Proposal
from kg.extract.statements import quote
from kg.model import Filler, Quote, Status

_SHOWN = 0.0
"""Log odds from which a further sentence shows a claim, though the grammar is not sure of it."""

_OVER = frozenset({Status.DENIED, Status.ENDED})


@dataclass(frozen=True)
class Kept:
    """A claim, how likely it holds (0 to 1), the column of its action, and what its clearest sentence says."""

    claim: Claim
    probability: float
    column: int
    main: Proposal

    def further_quotes(self) -> Iterator[Quote]:
        """The other sentences of which the grammar makes the same statement."""
        for sighting in self.claim.sightings[1:]:
            if any(not _is_another(proposal, self.main) for proposal in self._sure(sighting)):
                yield quote(sighting.analysis)

    def others(self, analysis: Analysis) -> Iterator[Proposal]:
        """What one sentence says of the same actor and action that is another statement."""
        for sighting in self.claim.sightings:
            if sighting.analysis is analysis:
                yield from (each for each in self._sure(sighting) if _is_another(each, self.main))

    def _sure(self, sighting: Sighting) -> Iterator[Proposal]:
        """The grammar's proposals of it in one sentence, if they are sure or the sentence shows the claim by itself."""
        shown = bool(sighting.scores[self.column] >= _SHOWN)
        own = (proposal for proposal in sighting.candidate.proposals if proposal.action == self.claim.action)
        return (proposal for proposal in own if shown or proposal.confidence >= SURE)


def _is_another(proposal: Proposal, main: Proposal) -> bool:
    """Whether a claim holds twice: denied of one and true of another, or of two others."""
    if (proposal.status in _OVER) != (main.status in _OVER):
        return True
    ends = {each.counterparty.entity.id for each in (proposal, main) if each.counterparty}
    others = len(ends) == 2 or (len(ends) == 1 and _id(proposal.measure) != _id(main.measure))
    return others and _id(proposal.theme.technology) == _id(main.theme.technology)


def _id(filler: Filler | None) -> str | None:
    return filler.entity.id if filler else None
