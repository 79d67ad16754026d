"""When, where and how far a statement holds, in the article's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span, Token

from kg.extract import setting, syntax, timing
from kg.extract.clauses import Clause
from kg.extract.scene import Scene
from kg.model import PUBLIC_BODIES, Entity, Filler, Kind
from kg.ontology import Ontology
from kg.ontology.frames import Signals
from kg.resolve import dates

_TEMPORAL_ENDS = frozenset({"until", "till", "through"})
_STOP = (
    r"(?=[.;!?\n]|, (?:and|but|while|which|who|because|as|after|according|a|the|its|his|her|their|he|she|it|they)\b"
    r"| — | – |,? and (?:urged|said|called)\b|$)"
)
_INSIDE = frozenset({"in", "inside", "across", "within", "throughout", "over"})


@dataclass(frozen=True)
class Qualifiers:
    """The qualifiers of one clause that are not decided by its verbs; absent ones are None."""

    condition: str | None = None
    exception: str | None = None
    scope: str | None = None
    since: str | None = None
    until: str | None = None
    duration: str | None = None


def read(clause: Clause, sentence: Span, signals: Signals, today: date | None) -> Qualifiers:
    """The qualifiers that the words around a clause state."""
    after = sentence.doc[min(token.i for token in clause.tokens) : sentence.end].text
    when = timing.read(clause, sentence, signals, today)
    return Qualifiers(
        condition=_condition(after, signals, today),
        exception=_bare(_marked(after, signals.exceptions), signals.exceptions),
        scope=_scope(clause, signals),
        since=when.since,
        until=when.until,
        duration=when.duration,
    )


def _condition(text: str, signals: Signals, today: date | None) -> str | None:
    found = _marked(text, signals.conditions)
    if not found or found.lower().startswith(signals.not_conditions) or _is_date_bound(found, today):
        return None
    return found


def _is_date_bound(bound: str, today: date | None) -> bool:
    """Whether a bound is a date and nothing else: "until June 2021" is no condition."""
    words = bound.split()
    return words[0].lower() in _TEMPORAL_ENDS and len(words) <= 5 and dates.resolve(bound, today) is not None


def _marked(text: str, markers: tuple[str, ...]) -> str | None:
    """From a marker ("until", "except for") to the end of its phrase; the earliest one."""
    alternatives = "|".join(re.escape(marker) for marker in sorted(markers, key=len, reverse=True))
    match = re.search(rf"\b(?:{alternatives})\b .*?{_STOP}", text, re.IGNORECASE | re.DOTALL)
    return _balanced(match.group().strip(" ,")) if match else None


def _balanced(words: str) -> str:
    """The words up to a closing quotation mark that was not opened in them."""
    opened = 0
    for place, character in enumerate(words):
        opened += {"“": 1, "”": -1}.get(character, 0)
        if opened < 0:
            return words[:place].strip(" ,")
    return words


def _bare(words: str | None, markers: tuple[str, ...]) -> str | None:
    """A marked phrase without its marker: an exception is who or what, not the word "except"."""
    if words is None:
        return None
    longest_first = sorted(markers, key=len, reverse=True)
    marker = next(m for m in longest_first if words.lower().startswith(m.lower()))
    return words[len(marker) :].strip() or None


def _scope(clause: Clause, signals: Signals) -> str | None:
    """The setting that a clause is limited to; of a use without one what it is for."""
    for token in clause.token.subtree:
        if token.dep_ == "prep" and token.lower_ in signals.scope_prepositions and _is_limit(token, signals):
            return _phrase(token)
    return _purpose(clause) if clause.event.action == "uses" else None


def _is_limit(preposition: Token, signals: Signals) -> bool:
    """Whether a phrase tells a setting: "in public spaces", "in schools"; a bare "at school" tells none."""
    head = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if head is None or head.lemma_.lower() not in signals.scope_heads:
        return False
    return head.tag_ != "NN" or len(list(syntax.phrase(head))) > 1


def _phrase(preposition: Token) -> str:
    head = next(child for child in preposition.children if child.dep_ == "pobj")
    return str(preposition.doc[preposition.i : max(word.i for word in syntax.phrase(head)) + 1].text)


def _purpose(clause: Clause) -> str | None:
    """What something is used for: "to identify suspects"."""
    things = [child for child in clause.token.children if child.dep_ in ("dobj", "nsubjpass")]
    purposes = (child for head in (clause.token, *things) for child in head.children if child.tag_ == "VB")
    for verb in purposes if things else ():
        to = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
        if to is not None and to.i > clause.token.i:
            words = str(verb.doc[to.i : verb.right_edge.i + 1].text)
            return re.split(_STOP, words, maxsplit=1)[0].strip() or None
    return None


def jurisdiction(actor: Entity | None, counterparty: Filler | None, clause: Clause, scene: Scene) -> Filler | None:
    """Where it holds: a place named in the clause or at the counterparty, else what a public actor governs."""
    place = _place_in_clause(clause, scene)
    if place is not None and (actor is None or place.entity.id != actor.id):
        return place
    governed = _governed(actor, scene.ontology) if actor else None
    if governed is None and counterparty is not None and _is_addressed(counterparty.entity, clause):
        governed = _governed(counterparty.entity, scene.ontology)
    return Filler(entity=governed, written=governed.id) if governed else None


def _is_addressed(party: Entity, clause: Clause) -> bool:
    """Whether it holds where its counterparty governs: the police that a vendor serves, the agency that is urged."""
    if party.kind is Kind.LAW_ENFORCEMENT:
        return True
    return party.kind in PUBLIC_BODIES and (clause.event.attitude or clause.event.measure)


def _place_in_clause(clause: Clause, scene: Scene) -> Filler | None:
    for token in clause.tokens:
        for below in _within(token):
            named = scene.mentions.at(below)
            if named and named.concept and named.concept.family == "places" and _is_setting(below):
                return Filler(entity=named.entity, written=scene.words(named))
    return None


def _within(token: Token) -> Iterator[Token]:
    """The tokens under another, without the appositions that tell who somebody is."""
    yield token
    for child in token.children:
        if child.dep_ != "appos":
            yield from _within(child)


def _is_setting(place: Token) -> bool:
    """Whether a place tells where the clause holds, not where somebody sits: "in Illinois", not "based in Illinois"."""
    inside = place.dep_ == "pobj" and place.head.lower_ in _INSIDE
    return inside and place.head.head.lemma_.lower() not in ("base", "headquarter", "found")


def _governed(actor: Entity, ontology: Ontology) -> Entity | None:
    """The place that an actor is or governs; of a public body that the ontology lacks the place in its name."""
    concept = ontology.concepts.get(actor.id)
    if concept is None:
        return _place_in_name(actor, ontology) if actor.kind in PUBLIC_BODIES else None
    place = setting.governed(concept, ontology)
    return place.entity if place else None


def _place_in_name(actor: Entity, ontology: Ontology) -> Entity | None:
    """ "Oakland Police Department", "British police"."""
    named = (match.concept for match in ontology.gazetteer.find(actor.name))
    return next((concept.entity for concept in named if concept.family == "places"), None)
