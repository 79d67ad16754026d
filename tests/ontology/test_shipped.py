"""The shipped ontology covers what its users were promised."""

from collections import Counter

from kg.ontology import Ontology

CODEBOOK = {
    *("sells", "restricts_sale", "develops", "ends_development", "uses", "restricts_use", "collects_data"),
    *("bans", "regulates", "restricts_trade", "authorizes", "repeals", "proposes"),
    *("investigates", "sues", "penalizes", "supports", "opposes", "partners_with", "acquires", "funds"),
}


def test_the_actions_are_those_of_the_codebook(shipped: Ontology) -> None:
    assert set(shipped.actions) == CODEBOOK
    assert {slug for slug, action in shipped.actions.items() if action.binding} == {
        "bans",
        "regulates",
        "restricts_trade",
        "authorizes",
    }


def test_it_knows_organisations_products_and_places(shipped: Ontology) -> None:
    families = Counter(concept.family for concept in shipped.concepts.values())
    assert families["organisations"] >= 150
    assert all(families[name] >= 50 for name in ("technologies", "groups", "measures", "products", "places", "people"))


def test_a_rule_for_police_reaches_police_forces(shipped: Ontology) -> None:
    assert "detroit-police-department" in shipped.narrower("police")


def test_a_country_holds_its_states_and_cities(shipped: Ontology) -> None:
    assert {"california", "san-francisco", "detroit"} <= shipped.narrower("united-states")


def test_every_definition_ends_as_a_sentence(shipped: Ontology) -> None:
    assert [slug for slug, concept in shipped.concepts.items() if not concept.definition.endswith(".")] == []
