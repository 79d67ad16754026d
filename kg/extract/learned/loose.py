"""A proposal for any candidate and action: the grammar's own where it has one, else the best that can be read.

Where no frame warrants an action, its roles are filled from the clause that stands closest, or from the verb over the
candidate, as if the action's frame had fired there.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.extract import proposal as proposals
from kg.extract import qualifiers, roles, syntax, themes
from kg.extract.analysis import Analysis
from kg.extract.candidates import Candidate
from kg.extract.clauses import Clause
from kg.extract.proposal import Proposal
from kg.extract.roles import Roles
from kg.extract.themes import Theme
from kg.model import Status
from kg.ontology.frames import Event, Frames, Signals

Choose = Callable[[Sequence[Theme], str, Analysis], Theme]
"""Which of several themes an action is about in a sentence."""


def proposal(candidate: Candidate, action: str, analysis: Analysis, choose: Choose) -> Proposal:
    """The surest proposal of the grammar for this actor and action, or a loose one, about the likeliest theme."""
    own = [each for each in candidate.proposals if each.action == action]
    made = max(own, key=lambda each: each.confidence) if own else _loose(candidate, action, analysis)
    found = themes.options([made.theme], analysis.sentence, analysis.scene, analysis.topic)
    return replace(made, theme=choose(found, action, analysis))


def _loose(candidate: Candidate, action: str, analysis: Analysis) -> Proposal:
    link = candidate.closest(action)
    frame = link.roles if link else _as_if(candidate, action, analysis)
    party = next(iter(frame.parties_of(candidate.actor)), None)
    theme = next(iter(frame.themes), Theme())
    signals = analysis.scene.signals
    quals = qualifiers.read(frame.clause, analysis.sentence, signals, analysis.today)
    made = proposals.build(frame, action, candidate.actor, theme, party, analysis.scene, quals)
    return replace(made, status=Status.DENIED) if _is_denied(frame, action, signals) else made


def _is_denied(frame: Roles, action: str, signals: Signals) -> bool:
    """Whether an act is told of nobody: "had no customers". Positions and restrictions are not denied so."""
    event, token = frame.clause.event, frame.clause.token
    plain = action == event.action and not event.attitude
    objects = [child for child in token.children if child.dep_ in ("dobj", "attr")]
    return plain and any(syntax.negated(each, signals.negations) for each in (token, *objects))


def _as_if(candidate: Candidate, action: str, analysis: Analysis) -> Roles:
    """The roles that the action's frame would have if the verb over the candidate triggered it."""
    token = candidate.noun
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    scene = analysis.scene
    clause = Clause(_event(action, scene.ontology.frames), token)
    return roles.fill(clause, analysis.sentence, scene, analysis.topic)


def _event(action: str, frames: Frames) -> Event:
    """The frame of an action; for a restriction that of what is restricted."""
    plain = (event for event in frames.events if event.action == action)
    restricting = (event for event in frames.events if action in (event.restricted, event.public))
    return next(plain, None) or next(restricting, None) or frames.events[0]
