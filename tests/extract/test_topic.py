"""What an article is about: the technology it names most, else what the organisations in it deal in."""

from kg.extract import topic
from kg.ontology import Ontology


def about(ontology: Ontology, title: str, text: str) -> str | None:
    found = topic.find(title, text, ontology)
    return found.concept.name if found else None


def test_the_technology_named_most_often_is_meant_and_the_title_counts_three_times(ontology: Ontology) -> None:
    text = "Spyware was sold. Drones were sold. Drones were bought."
    assert about(ontology, "", text) == "drones"
    assert about(ontology, "Spyware", text) == "spyware"


def test_a_named_law_counts_for_its_technology(ontology: Ontology) -> None:
    assert about(ontology, "", "The AI Act was passed.") == "artificial intelligence"


def test_where_no_technology_is_named_an_organisation_counts_for_what_it_deals_in(ontology: Ontology) -> None:
    assert about(ontology, "", "Ericsson was fined in Spain.") == "telecommunications equipment"
    assert about(ontology, "", "Ericsson was fined over drones.") == "drones"


def test_an_article_that_names_neither_is_about_no_technology(ontology: Ontology) -> None:
    assert about(ontology, "Rain", "It rained in Spain.") is None
