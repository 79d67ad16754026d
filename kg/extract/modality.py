"""From an event and its operators to action, status and certainty: the compositional part of the grammar.

Each word of the chain changes a small state, from the inside out: "is considering lifting the ban on the use of" is
use → prohibited → lifted → considered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.model import PUBLIC_BODIES, Certainty, Kind, Status
from kg.ontology.frames import Effect, Signals

_LAWGIVERS = PUBLIC_BODIES - {Kind.LAW_ENFORCEMENT, Kind.MILITARY} | {Kind.PLACE}
_RESTRICTIVE = frozenset({Effect.RESTRICT, Effect.PROHIBIT})
_TRADE = "restricts_trade"
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})


@dataclass(frozen=True)
class Meaning:
    """What an event has become under its operators."""

    restricted: bool = False
    prohibited: bool = False
    lifted: bool = False
    status: Status = Status.IN_FORCE
    certainty: Certainty = Certainty.STATED


def meaning(clause: Clause, signals: Signals) -> Meaning | None:
    """The meaning of a clause; None where it says nothing (a denied promise, a restriction that was not made)."""
    if unreal(clause, signals) is not None:
        return None
    state: Meaning | None = Meaning()
    effects = {governor.token: governor.operator.effect for governor in clause.governors}
    below: Token | None = None
    for token in clause.tokens:
        if state is None:
            return None
        effect = _undoing(effects.get(token), below, effects)
        state = _coloured(_under(state, effect), token, clause, signals, token in effects)
        below = token
    return state


def _undoing(effect: Effect | None, below: Token | None, effects: Mapping[Token, Effect]) -> Effect | None:
    """A restriction that is itself stopped is lifted: "suspended the ban", "dropped its moratorium"."""
    named = below is not None and below.pos_ == "NOUN" and effects.get(below) in _RESTRICTIVE
    return Effect.LIFT if named and effect in _RESTRICTIVE else effect


def unreal(clause: Clause, signals: Signals) -> Token | None:
    """The word that makes a clause a condition, a question or a wish of another: its event is told as no fact then."""
    asked = (child for child in clause.token.children if child.dep_ == "ccomp" and clause.event.attitude)
    below = (t for t in (clause.top, *clause.top.ancestors) if t.dep_ in ("advcl", "ccomp", "xcomp", "pcomp"))
    words = (*(_mark(t, signals) for t in asked), *(_mark(t, signals) or _wish(t, signals) for t in below))
    return next((word for word in words if word is not None), None)


def _wish(token: Token, signals: Signals) -> Token | None:
    after_mark = token.dep_ == "pcomp" and token.head.lower_ in signals.unreal_marks
    wished = after_mark or signals.lemma(token.head.text, token.head.lemma_) in signals.unreal_verbs
    return token.head if wished else None


def _mark(token: Token, signals: Signals) -> Token | None:
    marks = (child for child in token.children if child.dep_ == "mark")
    return next((child for child in marks if child.lower_ in signals.unreal_marks), None)


def _under(state: Meaning, effect: Effect | None) -> Meaning:
    match effect:
        case Effect.RESTRICT:
            return replace(state, restricted=True)
        case Effect.PROHIBIT:
            return replace(state, restricted=True, prohibited=True)
        case Effect.LIFT:
            return replace(state, lifted=True) if state.restricted else state
        case Effect.ANNOUNCE:
            return replace(state, status=Status.ANNOUNCED)
        case Effect.CONSIDER:
            return replace(state, status=Status.CONSIDERED)
        case Effect.HEDGE:
            return replace(state, certainty=Certainty.HEDGED)
        case _:
            return state


def _coloured(state: Meaning, token: Token, clause: Clause, signals: Signals, operates: bool) -> Meaning | None:
    if syntax.negated(token, signals.negations) or _is_former(token, signals):
        negated = _negated(state, token, clause, signals, operates)
        if negated is None:
            return None
        state = negated
    return _modal(state, token, signals)


def _negated(state: Meaning, token: Token, clause: Clause, signals: Signals, operates: bool) -> Meaning | None:
    if operates or clause.event.attitude:
        return None
    if _is_former(token, signals):
        return replace(state, restricted=True)
    auxiliaries = {t.lower_ for t in syntax.auxiliaries(token)}
    if auxiliaries & _PERFECT or auxiliaries & {"did"}:
        return replace(state, status=Status.DENIED)
    return replace(state, restricted=True)


def _is_former(token: Token, signals: Signals) -> bool:
    adverbs = syntax.adverbs(token)
    return any(former in adverbs for former in signals.former)


def _modal(state: Meaning, token: Token, signals: Signals) -> Meaning:
    modals = {t.lower_ for t in syntax.auxiliaries(token)}
    adverbs = set(syntax.adverbs(token).split())
    if modals & signals.hedging_modals or adverbs & signals.hedges:
        state = replace(state, certainty=Certainty.HEDGED)
    if state.status is not Status.IN_FORCE:
        return state
    if modals & (signals.future_modals | signals.conditional_modals) or _is_headline_future(token):
        return replace(state, status=Status.ANNOUNCED)
    return state


def _is_headline_future(token: Token) -> bool:
    """ "Amazon to stop selling": an infinitive that heads its sentence."""
    return token.dep_ == "ROOT" and token.tag_ == "VB" and any(t.lower_ == "to" for t in syntax.auxiliaries(token))


def action(clause: Clause, state: Meaning, actor: Kind | None, party: Kind | None) -> str | None:
    """The codebook's action; None where the actor cannot do such a thing or the event has no such form."""
    if state.lifted:
        return "repeals"
    if state.restricted and state.status is not Status.DENIED:
        return _restriction(clause, state, actor, party)
    if _shuts_out(clause, actor, party):
        return "restricts_sale"
    binds = actor is None or actor in PUBLIC_BODIES or actor in (Kind.PLACE, Kind.PERSON, Kind.GROUP, Kind.PARTY)
    if actor in PUBLIC_BODIES and clause.event.public:
        return clause.event.public
    return clause.event.action if binds or not clause.event.binding else None


def _shuts_out(clause: Clause, actor: Kind | None, party: Kind | None) -> bool:
    """Whether a vendor ends its deal with a customer: no restriction of its own use."""
    sold = clause.event.action == "restricts_use" and clause.event.technology is None
    return sold and actor is Kind.COMPANY and party in PUBLIC_BODIES


def _restriction(clause: Clause, state: Meaning, actor: Kind | None, party: Kind | None) -> str | None:
    """A lawgiver's restriction binds others; a vendor that restricts the use of others restricts its sale to them."""
    if clause.event.restricted == _TRADE:
        return "restricts_sale" if actor is Kind.COMPANY else _TRADE
    if actor in _LAWGIVERS and (state.prohibited or actor is not Kind.AGENCY):
        return "bans"
    if actor is Kind.COMPANY and party in PUBLIC_BODIES and clause.event.restricted == "restricts_use":
        return "restricts_sale"
    return clause.event.restricted
