"""Which technology an article is about: what a clause means that names none ("fined the company")."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Kind
from kg.ontology import Concept, Ontology

_TITLE_WEIGHT = 3


@dataclass(frozen=True)
class Topic:
    """The technology of an article, and the words that first name it there."""

    concept: Concept
    written: str


def find(title: str, text: str, ontology: Ontology) -> Topic | None:
    """The technology named most often, the title counting three times; ties go to the one named first.

    A product or a named law counts for its technology. None where the article names no technology, and so is not in
    the domain.
    """
    named = list(_named(text, ontology))
    slugs = [slug for slug, _ in named] + [slug for slug, _ in _named(title, ontology)] * (_TITLE_WEIGHT - 1)
    if not slugs:
        return None
    ((most, _),) = Counter(slugs).most_common(1)
    return Topic(ontology.concept(most), next(words for slug, words in named if slug == most))


def _named(text: str, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """The technologies of a text, each with the words that name it."""
    for match in ontology.gazetteer.find(text):
        concept = match.concept
        slug = concept.slug if concept.kind is Kind.TECHNOLOGY else concept.technology
        if slug:
            yield slug, match.span.of(text)
