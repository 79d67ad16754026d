"""What the judge makes of an article: its claims with their probabilities, and what spoke for and against each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.analysis import Analysis
from kg.extract.candidates import Candidate
from kg.extract.explanation.values import Influence, Weighed
from kg.extract.learned.claims import Account, Claim, Sighting
from kg.extract.learned.extractor import seen
from kg.extract.learned.features import describe
from kg.extract.learned.judge import Judge
from kg.extract.proposal import Proposal
from kg.model import Filler, Role, Statement

Key = tuple[str, str]
"""The id of an actor, and an action."""

_INFLUENCES = 5
_OTHER_ROLES = (Role.PRODUCT, Role.MEASURE, Role.JURISDICTION, Role.SPEAKER)
_QUALIFIERS = ("since", "until", "duration", "scope", "condition", "exception")
_WORTH_TELLING = 0.1
"""Claims less likely than this are left out, unless the grammar proposes them."""


@dataclass(frozen=True)
class Verdict:
    """A claim that was weighed, and the sentences in which the grammar proposes it."""

    weighed: Weighed
    proposed_in: frozenset[int]

    def tells_of(self, number: int) -> bool:
        """Whether it belongs to the explanation of a sentence: shown best there, or proposed there."""
        likely = (self.weighed.probability or 0.0) >= _WORTH_TELLING
        return number in self.proposed_in or (self.weighed.best == number and (likely or bool(self.proposed_in)))


def verdicts(analyses: Sequence[Analysis], statements: Sequence[Statement], judge: Judge) -> Mapping[Key, Verdict]:
    """What the judge says of every claim of an article, and of what the grammar proposes and the judge finds faint.

    `statements` are those that the article gave: what became of the claims that were kept.
    """
    given = {(one.actor.entity.id, one.action): one for one in statements if one.actor}
    sightings = tuple(seen(analyses, judge))
    account = Account(sightings, judge.actions)
    claims = {(c.best.candidate.id, c.action): c for c in account.claims()} if sightings else {}
    found = {key: _of_claim(claim, given.get(key), judge) for key, claim in claims.items()}
    proposed = dict.fromkeys(_proposed(sightings, judge.actions))
    return found | {key: _faint(key, sightings, judge) for key in proposed if key not in found}


def told(proposal: Proposal) -> str:
    """`actor · action · technology · counterparty`, – for what is not there."""
    theme = proposal.theme.technology or proposal.theme.product
    return _line(proposal.action, proposal.actor.filler if proposal.actor else None, theme, proposal.counterparty)


def _line(action: str, *fillers: Filler | None) -> str:
    actor, about, party = (filler.entity.name if filler else "–" for filler in fillers)
    return " · ".join((actor, action, about, party))


def _statement(made: Statement) -> str:
    """A statement in one line, with all that qualifies it."""
    line = _line(made.action, made.actor, made.technology or made.product, made.counterparty)
    qualified = (f"{name} {value}" for name in _QUALIFIERS if (value := getattr(made, name)))
    places = (f"{role} {entity.name}" for role in _OTHER_ROLES if (entity := made.entity(role)))
    return "; ".join((line, made.status.replace("_", " "), made.certainty, *places, *qualified))


def _proposed(sightings: Sequence[Sighting], actions: Sequence[str]) -> Iterator[Key]:
    """What the grammar proposes, of the actions that the judge knows."""
    for sighting in sightings:
        own = (p.action for p in sighting.candidate.proposals if p.action in actions)
        yield from ((sighting.candidate.id, action) for action in own)


def _of_claim(claim: Claim, made: Statement | None, judge: Judge) -> Verdict:
    probability = judge.probabilities([claim])[0]
    return _verdict(claim.action, claim.sightings, probability, made, judge)


def _faint(key: Key, sightings: Sequence[Sighting], judge: Judge) -> Verdict:
    actor, action = key
    column = judge.actions.index(action)
    own = [sighting for sighting in sightings if sighting.candidate.id == actor]
    return _verdict(action, sorted(own, key=lambda one: -one.scores[column]), None, None, judge)


def _verdict(
    action: str, sightings: Sequence[Sighting], probability: float | None, made: Statement | None, judge: Judge
) -> Verdict:
    """A verdict on what the sightings show, the clearest first, and the statement that it gave."""
    best, column = sightings[0], judge.actions.index(action)
    influences = list(_influences(best, column, judge))
    weighed = Weighed(
        actor=best.candidate.actor.filler.entity.name,
        action=action,
        probability=None if probability is None else round(probability, 2),
        kept=made is not None,
        reason=_reason(probability, judge.threshold, made),
        best=best.analysis.number + 1,
        score=round(float(best.scores[column]), 2),
        given=_statement(made) if made else None,
        origin=_origin(best.candidate, action),
        favouring=tuple(i for i in influences if i.weight > 0)[:_INFLUENCES],
        opposing=tuple(i for i in reversed(influences) if i.weight < 0)[:_INFLUENCES],
    )
    return Verdict(weighed, frozenset(_sentences(action, sightings)))


def _sentences(action: str, sightings: Sequence[Sighting]) -> Iterator[int]:
    """The sentences in which the grammar proposes an action."""
    for sighting in sightings:
        if any(proposal.action == action for proposal in sighting.candidate.proposals):
            yield sighting.analysis.number + 1


def _reason(probability: float | None, threshold: float, made: Statement | None) -> str:
    if probability is None:
        return "too faint in every sentence to be weighed"
    digits = 2 if round(probability, 2) != round(threshold, 2) else 4
    beside = f"{probability:.{digits}f} {'<' if probability < threshold else '≥'} {threshold:.{digits}f}"
    if probability < threshold:
        return f"weighed and found too unlikely: {beside}"
    return beside + (
        "" if made else ", but nothing in the article is likelier than not, or its dates do not fit together"
    )


def _influences(sighting: Sighting, column: int, judge: Judge) -> Iterator[Influence]:
    """What each feature adds to the log odds, from most for to most against."""
    features = describe(sighting.candidate, sighting.analysis)
    known = {name: weight for name, weight in features.items() if name in judge.weights}
    added = {name: round(weight * float(judge.weights[name][column]), 2) for name, weight in known.items()}
    return (Influence(name, added[name]) for name in sorted(added, key=lambda each: (-added[each], each)))


def _origin(candidate: Candidate, action: str) -> str:
    """Where the roles of the statement come from."""
    if any(proposal.action == action for proposal in candidate.proposals):
        return "the grammar's proposal"
    if link := candidate.closest(action):
        return f"roles of “{link.roles.clause.token.text}”, the nearest trigger of this action"
    return f"no trigger of this action here; roles around “{candidate.noun.text}”"
