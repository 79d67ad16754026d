"""Claims with what is right of them: the second step's examples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate import Level, Line
from kg.evaluate.matching import level
from kg.extract.learned import loose
from kg.extract.learned.claims import Account, Claim, Sighting
from kg.extract.learned.loose import Choose
from kg.extract.statements import statement
from kg.model.record import to_record
from training.examples import Example
from training.fitting import Numbers

_WEIGHT_OF_REPEATED = 0.5


@dataclass(frozen=True)
class Coded:
    """A claim of an article, the statement that would be made of it, and whether a coder would agree.

    A claim that says again what a clearer one says is wrong, at half weight: one of them would have been right.
    """

    article: int
    claim: Claim
    line: Line
    holds: bool
    weight: float


def coded_claims(
    article: int, example: Example, scores: Numbers, actions: Sequence[str], choose: Choose
) -> Iterator[Coded]:
    """The claims of one article, the clearest first."""
    sightings = [Sighting(s.analysis, s.candidate, row) for s, row in zip(example.seen, scores, strict=True)]
    claims = Account(tuple(sightings), tuple(actions)).claims() if sightings else ()
    used: set[int] = set()
    for claim in sorted(claims, key=lambda each: -each.numbers[0]):
        if line := _line(claim, example.article, choose):
            matches = [i for i, coded in enumerate(example.coded) if level(coded, line) >= Level.TRIPLE]
            fresh = [i for i in matches if i not in used]
            used.update(fresh[:1])
            weight = _WEIGHT_OF_REPEATED if matches and not fresh else 1.0
            yield Coded(article, claim, line, bool(fresh), weight)


def _line(claim: Claim, item: str, choose: Choose) -> Line | None:
    best = claim.best
    proposal = loose.proposal(best.candidate, claim.action, best.analysis, choose)
    made = statement(proposal, best.analysis, "training")
    return Line.model_validate(to_record(made, item)) if made else None
