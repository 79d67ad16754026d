"""Loading: entries become concepts, and overlays change them entry by entry."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import Kind
from kg.ontology import InvalidOntologyError, Level, Ontology, load_folders
from tests.ontology.folder import FILES, write


def test_an_entry_becomes_a_concept(small: Ontology) -> None:
    acme = small.concept("acme")
    assert (acme.name, acme.kind, acme.family, acme.place) == ("Acme", Kind.COMPANY, "organisations", "springfield")
    assert acme.aliases == ("Acme, Inc.", "ACM")
    assert [(owner.org, owner.since, owner.until) for owner in acme.owned_by] == [("globex", "2019-03", "2024")]


def test_the_family_gives_the_kind_where_the_entry_does_not(small: Ontology) -> None:
    kinds = {slug: small.concept(slug).kind for slug in ("biometrics", "facefinder", "springfield", "freedonia")}
    assert list(kinds.values()) == [Kind.TECHNOLOGY, Kind.PRODUCT, Kind.PLACE, Kind.COUNTRY]
    assert small.concept("freedonia").level is Level.COUNTRY


def test_a_concept_is_a_node_of_the_graph_and_only_groups_are_collective(small: Ontology) -> None:
    police, force = small.concept("police").entity, small.concept("springfield-police").entity
    assert (police.id, police.kind, police.collective) == ("police", Kind.LAW_ENFORCEMENT, True)
    assert not force.collective
    assert small.concept("freedonia").entity.wikidata == "Q12345"


def test_an_action_knows_its_relationship_and_its_other_side(small: Ontology) -> None:
    sells = small.actions["sells"]
    assert (sells.relationship, sells.inverse, sells.binding) == ("SELLS", "uses", False)


def test_an_unknown_slug_is_answered_with_the_nearest(small: Ontology) -> None:
    with pytest.raises(OntologyError, match="no concept 'biometric'; did you mean 'biometrics'"):
        small.concept("biometric")


def test_an_overlay_extends_lists_replaces_the_rest_and_adds_entries(folder: Path, tmp_path: Path) -> None:
    overlay = write(
        tmp_path / "mine",
        {
            "organisations/mine.yaml": "acme:\n  aliases: [Acme Corp.]\n  definition: Maker of everything.\n",
            "technologies.yaml": "gait-recognition:\n  name: gait recognition\n  definition: By walk.\n",
        },
    )
    laid_over = load_folders(folder, overlay)
    acme = laid_over.concept("acme")
    assert acme.aliases == ("Acme, Inc.", "ACM", "Acme Corp.")
    assert (acme.definition, acme.name, acme.place) == ("Maker of everything.", "Acme", "springfield")
    assert laid_over.concept("gait-recognition").kind is Kind.TECHNOLOGY


def test_a_problem_that_an_overlay_brings_is_placed_in_the_overlay(folder: Path, tmp_path: Path) -> None:
    overlay = write(tmp_path / "mine", {"organisations/mine.yaml": "acme:\n  member_of:\n    - polise\n"})
    with pytest.raises(InvalidOntologyError, match=r"mine\.yaml:3: acme: member_of: 'polise' is nowhere; did you mean"):
        load_folders(folder, overlay)


def test_values_mean_what_they_look_like(tmp_path: Path) -> None:
    files = FILES | {"places.yaml": FILES["places.yaml"].replace("F.R.", "NO, ON")}
    assert load_folders(write(tmp_path, files)).concept("freedonia").aliases == ("NO", "ON", "the Republic")


def test_the_fingerprint_changes_with_the_contents_and_with_nothing_else(folder: Path, tmp_path: Path) -> None:
    before = load_folders(folder).fingerprint
    copy = write(tmp_path / "elsewhere", {name: text.replace("\n", "\r\n") for name, text in FILES.items()})
    assert load_folders(copy).fingerprint == before
    write(folder, {"frames/events.yaml": "selling: {}\n"})
    assert load_folders(folder).fingerprint != before
