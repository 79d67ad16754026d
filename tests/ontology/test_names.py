"""What a whole name means."""

import pytest

from kg.ontology import Ontology


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("facial recognition", "facial-recognition"),
        ("Facial Recognition", "facial-recognition"),
        ("facial-recognition", "facial-recognition"),
        ("police departments", "police"),
        ("the police", "police"),
        ("“police”", "police"),
        ("Acme", "acme"),
        ("Acme, Inc.", "acme"),
        ("The Republic", "freedonia"),
        ("republics", None),
        ("F.R.", "freedonia"),
        ("FR", "freedonia"),
        ("Freedonians", "freedonia"),
        ("acm", None),
        ("acme", None),
        ("", None),
        ("nobody", None),
    ],
)
def test_a_name_means_a_concept(small: Ontology, name: str, slug: str | None) -> None:
    concept = small.named(name)
    assert (concept.slug if concept else None) == slug


def test_a_name_is_looked_up_in_the_families_that_are_asked(small: Ontology) -> None:
    assert small.named("police", "groups") is small.concept("police")
    assert small.named("police", "technologies") is None


def test_every_shipped_concept_is_found_by_each_of_its_names(shipped: Ontology) -> None:
    for concept in shipped.concepts.values():
        for name in (concept.name, *concept.aliases, *concept.demonyms):
            assert shipped.named(name) is concept, name
