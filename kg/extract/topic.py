"""Which technology an article is about: what a clause means that names none ("fined the company")."""

from collections import Counter
from collections.abc import Iterable

from kg.model import Kind
from kg.ontology import Concept, Ontology

_TITLE_WEIGHT = 3


def technology(title: str, text: str, ontology: Ontology) -> Concept | None:
    """The technology named most often, the title counting three times; ties go to the one named first.

    A product or a named law counts for its technology. None where the article names no technology, and so is not in
    the domain.
    """
    named = [*_named(text, ontology), *_named(title, ontology) * (_TITLE_WEIGHT - 1)]
    counts = Counter(concept.slug for concept in named)
    return ontology.concept(counts.most_common(1)[0][0]) if counts else None


def _named(text: str, ontology: Ontology) -> list[Concept]:
    return list(technologies((match.concept for match in ontology.gazetteer.find(text)), ontology))


def technologies(concepts: Iterable[Concept], ontology: Ontology) -> Iterable[Concept]:
    """The technologies among some concepts, those of products and of named measures included."""
    for concept in concepts:
        if concept.kind is Kind.TECHNOLOGY:
            yield concept
        elif concept.technology:
            yield ontology.concept(concept.technology)
