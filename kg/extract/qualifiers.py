"""When, where and how far a statement holds, in the article's words."""

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span, Token

from kg.extract import syntax
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
_DATED = frozenset({"on", "in", "since", "from", "starting", "beginning", "last", "effective"})


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
    bound = _condition(after, signals)
    until = dates.resolve(bound, today) if bound and _is_date_bound(bound) else None
    return Qualifiers(
        condition=bound if bound and not until else None,
        exception=_bare(_marked(after, signals.exceptions), signals.exceptions),
        scope=_scope(clause, signals),
        since=_since(clause, today),
        until=until,
        duration=_duration(clause),
    )


def _condition(text: str, signals: Signals) -> str | None:
    found = _marked(text, signals.conditions)
    return None if found and found.lower().startswith(signals.not_conditions) else found


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


def _is_date_bound(bound: str) -> bool:
    return bound.split()[0].lower() in _TEMPORAL_ENDS and len(bound.split()) <= 5


def _scope(clause: Clause, signals: Signals) -> str | None:
    for token in clause.token.subtree:
        if token.dep_ == "prep" and token.lower_ in signals.scope_prepositions:
            heads = [child for child in token.children if child.dep_ == "pobj"]
            if heads and heads[0].lemma_.lower() in signals.scope_heads:
                words = list(syntax.phrase(heads[0]))
                if len(words) == 1 and heads[0].tag_ == "NN":
                    continue
                return str(token.doc[token.i : max(word.i for word in words) + 1].text)
    return None


def _since(clause: Clause, today: date | None) -> str | None:
    for token in clause.tokens:
        for child in token.children:
            if child.dep_ in ("npadvmod", "advmod", "nmod") or (child.dep_ == "prep" and child.lower_ in _DATED):
                words = " ".join(t.text for t in child.subtree)
                ends = any(t.lower_ in _TEMPORAL_ENDS for t in child.subtree)
                if not ends and len(words.split()) <= 6 and (day := dates.resolve(words, today)):
                    return day
    return None


def _duration(clause: Clause) -> str | None:
    """Of the nouns and numbers right at the clause's own words: "a one-year pause", "for a year"."""
    near = (
        t
        for token in clause.tokens
        for t in token.children
        if t.dep_ in ("amod", "compound", "nummod", "npadvmod", "dobj", "prep")
    )
    stated = (dates.duration(_words(token)) for token in near if _may_last(token))
    return next((found for found in stated if found), None)


def _words(token: Token) -> str:
    return str(token.doc[token.left_edge.i : token.right_edge.i + 1].text)[:60]


def _may_last(token: Token) -> bool:
    return token.dep_ != "prep" or token.lower_ in ("for", "of")


def jurisdiction(actor: Entity | None, counterparty: Filler | None, clause: Clause, scene: Scene) -> Filler | None:
    """Where it holds: a place named in the clause or at the counterparty, else what a public actor governs."""
    place = _place_in_clause(clause, scene)
    if place is not None and (actor is None or place.entity.id != actor.id):
        return place
    governed = _governed(actor, scene.ontology) if actor else None
    if governed is None and counterparty is not None and counterparty.entity.kind is Kind.LAW_ENFORCEMENT:
        governed = _governed(counterparty.entity, scene.ontology)
    return Filler(entity=governed, written=governed.id) if governed else None


def _place_in_clause(clause: Clause, scene: Scene) -> Filler | None:
    for token in clause.tokens:
        for descendant in token.subtree:
            named = scene.mentions.at(descendant)
            if named is None or named.concept is None or named.concept.family != "places":
                continue
            if descendant.dep_ == "pobj" and descendant.head.lower_ in ("in", "across", "within", "throughout"):
                return Filler(entity=named.entity, written=scene.words(named))
            if descendant.dep_ in ("compound", "amod") and _is_group(descendant.head, scene):
                return Filler(entity=named.entity, written=scene.words(named))
    return None


def _is_group(token: Token, scene: Scene) -> bool:
    named = scene.mentions.at(token)
    return bool(named and named.concept and named.concept.collective)


def _governed(actor: Entity, ontology: Ontology) -> Entity | None:
    concept = ontology.concepts.get(actor.id)
    if concept is None:
        return None
    if concept.family == "places":
        return concept.entity
    place = concept.jurisdiction or (concept.place if concept.kind in PUBLIC_BODIES else None)
    return ontology.concept(place).entity if place and place in ontology.concepts else None
