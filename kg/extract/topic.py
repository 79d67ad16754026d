"""Which technology an article is about: what a clause means that names none ("fined the company")."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Kind
from kg.ontology import Concept, Ontology

_TITLE_WEIGHT = 3


@dataclass(frozen=True)
class Topic:
    """The technology of an article, the words that first name it there, and how often each technology is named."""

    concept: Concept
    written: str
    named: Mapping[str, int] = field(default_factory=dict)


def find(title: str, text: str, ontology: Ontology) -> Topic | None:
    """The technology named most often, the title counting three times; ties go to the one named first.

    A product or a named law counts for its technology; where a text names none of these, an organisation counts for
    what it deals in. None where that fails too: the article is not in the domain.
    """
    named, titled = list(_named(text, ontology)), list(_named(title, ontology))
    if not named:
        named, titled = list(_dealt_in(text, ontology)), list(_dealt_in(title, ontology))
    slugs = [slug for slug, _ in named] + [slug for slug, _ in titled] * (_TITLE_WEIGHT - 1)
    if not slugs:
        return None
    counts = Counter(slugs)
    ((most, _),) = counts.most_common(1)
    return Topic(ontology.concept(most), next(words for slug, words in named if slug == most), counts)


def _named(text: str, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """The technologies of a text, each with the words that name it."""
    for match in ontology.gazetteer.find(text):
        concept = match.concept
        slug = concept.slug if concept.kind is Kind.TECHNOLOGY else concept.technology
        if slug:
            yield slug, match.span.of(text)


def _dealt_in(text: str, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """What the organisations of a text deal in, each with the words that name the organisation."""
    for match in ontology.gazetteer.find(text):
        groups = (ontology.concepts[slug] for slug in match.concept.member_of if slug in ontology.concepts)
        for slug in (group.technology for group in groups if group.technology):
            yield slug, match.span.of(text)
