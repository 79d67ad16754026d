"""Where an article plays: the place whose public bodies it speaks of, for statements that name none."""

from collections import Counter
from collections.abc import Iterator

from kg.model import PUBLIC_BODIES, Entity, Filler, Kind, Statement
from kg.ontology import Concept, Ontology

_LEAST_NAMED = 2
_SHARE = 0.5
_TAKES_SIDES = frozenset({"supports", "opposes", "proposes"})
_ABROAD = frozenset({Kind.COMPANY, Kind.INSTITUTION, Kind.COUNTRY, Kind.PLACE, Kind.PRODUCT})
"""Kinds whose acts hold wherever they do business, whatever country the article is about."""


def find(text: str, ontology: Ontology) -> Filler | None:
    """The place to which at least half of a text's public bodies and places belong; None where no place has so many."""
    named = list(_places(text, ontology))
    if not named:
        return None
    ((slug, times),) = Counter(slug for slug, _ in named).most_common(1)
    if times < _LEAST_NAMED or times < _SHARE * len(named):
        return None
    return Filler(entity=ontology.concept(slug).entity, written=next(words for place, words in named if place == slug))


def _places(text: str, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """The places that a text names or whose bodies it names, each with the words."""
    for match in ontology.gazetteer.find(text):
        place = governed(match.concept, ontology)
        if place is not None:
            yield place.slug, match.span.of(text)


def governed(concept: Concept, ontology: Ontology) -> Concept | None:
    """The place that a concept is, or over which it has power: a public body's seat, a law's jurisdiction."""
    if concept.family == "places":
        return concept
    place = concept.jurisdiction or (concept.place if concept.kind in PUBLIC_BODIES else None)
    return ontology.concepts.get(place) if place else None


def settled(statement: Statement, setting: Filler | None, ontology: Ontology) -> Statement:
    """A statement without a jurisdiction, set where its article plays, if it is an act or a stand of its politics."""
    if setting is None or statement.jurisdiction is not None or not _is_local(statement, ontology):
        return statement
    return statement.model_copy(update={"jurisdiction": setting})


def _is_local(statement: Statement, ontology: Ontology) -> bool:
    action = ontology.actions.get(statement.action)
    if statement.action in _TAKES_SIDES or (action is not None and action.binding):
        return True
    actor: Entity | None = statement.actor.entity if statement.actor else None
    return actor is not None and actor.kind not in _ABROAD
