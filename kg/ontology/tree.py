"""A family of concepts as a tree, by what is broader, or the larger place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.ontology.concept import Concept
from kg.ontology.layout import FAMILIES
from kg.ontology.ontology import Ontology
from kg.ontology.problems import nearest


@dataclass(frozen=True)
class Branch:
    """A concept at its depth in the tree, 0 at the top; one with several broader concepts stands below each."""

    depth: int
    concept: Concept


def tree(ontology: Ontology, family: str, depth: int | None = None) -> Iterator[Branch]:
    """The concepts of a family from the top down to a depth, by name. Raises OntologyError for no such family."""
    if family not in FAMILIES:
        cure = nearest(family, FAMILIES, f"families are {', '.join(FAMILIES)}")
        raise OntologyError(f"no family of concepts is named {family!r}; {cure}")
    members = {slug: concept for slug, concept in ontology.concepts.items() if concept.family == family}
    below = _below(members)
    tops = [concept for concept in members.values() if not _above(concept, members)]
    yield from _branches(sorted(tops, key=_name), below, 0, depth)


def _branches(
    concepts: list[Concept], below: Mapping[str, list[Concept]], level: int, depth: int | None
) -> Iterator[Branch]:
    if depth is not None and level >= depth:
        return
    for concept in concepts:
        yield Branch(level, concept)
        yield from _branches(sorted(below.get(concept.slug, []), key=_name), below, level + 1, depth)


def _below(members: Mapping[str, Concept]) -> Mapping[str, list[Concept]]:
    below: dict[str, list[Concept]] = {}
    for concept in members.values():
        for parent in _above(concept, members):
            below.setdefault(parent, []).append(concept)
    return below


def _above(concept: Concept, members: Mapping[str, Concept]) -> list[str]:
    parents = (*concept.broader, *([concept.part_of] if concept.part_of else []))
    return [slug for slug in parents if slug in members]


def _name(concept: Concept) -> tuple[str, str]:
    return concept.name.casefold(), concept.slug
