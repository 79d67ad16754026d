"""How concepts point at each other: the fields that hold links, and the relationships that the graph makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import PUBLIC_BODIES
from kg.ontology.concept import Concept

TYPES = ("BROADER", "MEMBER_OF", "OWNED_BY", "MADE_BY", "PART_OF", "OF_JURISDICTION")
"""The relationships between entities that come from the ontology."""

Keys = tuple[str | int, ...]
"""Where in an entry a value stands, as a path of fields and positions."""


@dataclass(frozen=True, order=True)
class Link:
    """One relationship of the graph between two concepts; dates are partial ISO dates, empty where not known."""

    source: str
    type: str
    target: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Surroundings:
    """Concepts with everything above them, and the links between all these, both in a fixed order."""

    concepts: tuple[Concept, ...]
    links: tuple[Link, ...]


def references(concept: Concept) -> Iterator[tuple[Keys, str]]:
    """Every slug that a concept mentions, with the place in its entry."""
    for field in ("broader", "member_of"):
        for index, slug in enumerate(targets(concept, field)):
            yield (field, index), slug
    for index, slug in enumerate(targets(concept, "owned_by")):
        yield ("owned_by", index, "org"), slug
    for field in ("place", "made_by", "technology", "part_of", "jurisdiction", "speaks_for"):
        for slug in targets(concept, field):
            yield (field,), slug


def targets(concept: Concept, field: str) -> list[str]:
    """The slugs that one field of a concept points to."""
    value = getattr(concept, field)
    if not value:
        return []
    if isinstance(value, str):
        return [value]
    return [ownership.org for ownership in value] if field == "owned_by" else list(value)


def links(concept: Concept) -> Iterator[Link]:
    """The relationships that lead up from a concept. A public body is of its place; a company merely sits there."""
    slug = concept.slug
    yield from (Link(slug, "BROADER", target) for target in concept.broader)
    yield from (Link(slug, "MEMBER_OF", target) for target in concept.member_of)
    yield from (Link(slug, "OWNED_BY", owner.org, owner.since or "", owner.until or "") for owner in concept.owned_by)
    if concept.made_by:
        yield Link(slug, "MADE_BY", concept.made_by)
    if concept.part_of:
        yield Link(slug, "PART_OF", concept.part_of)
    if concept.place and concept.kind in PUBLIC_BODIES:
        yield Link(slug, "OF_JURISDICTION", concept.place)
