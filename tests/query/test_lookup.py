"""Things of the graph are found by id or name, and lead back to the words."""

import pytest

from kg.errors import QuestionError
from kg.ontology import Ontology
from kg.query.lookup import look_up
from kg.store import Store


@pytest.mark.parametrize("name", ["Microsoft", "microsoft", "Microsoft Corp."])
def test_an_entity_is_found_by_name_alias_or_id(graph: Store, ontology: Ontology, name: str) -> None:
    view = look_up(graph, ontology, name)
    assert (view.kind, view.fields["id"]) == ("entity", "microsoft")
    assert all(record["quote"] for record in view.table.records())


def test_an_entity_that_the_ontology_lacks_is_found_by_its_name(graph: Store, ontology: Ontology) -> None:
    assert look_up(graph, ontology, "marinus analytics").fields["name"] == "Marinus Analytics"


def test_a_statement_shows_its_quote_in_its_passage(graph: Store, ontology: Ontology) -> None:
    said = look_up(graph, ontology, "IBM").table.records()[0]
    view = look_up(graph, ontology, said["statement"])
    quote = view.table.records()[0]
    text = graph.query("MATCH (a:Article {id: $id}) RETURN a.text AS text", {"id": quote["article"]}).rows[0][0]
    assert quote["verified"]
    assert quote["before"] + quote["quote"] + quote["after"] in text
    assert "\n" not in quote["before"] + quote["after"]


def test_an_article_is_found_by_id_address_or_title(graph: Store, ontology: Ontology) -> None:
    by_title = look_up(graph, ontology, "ICO fines Clearview AI £7.5m and orders it to delete UK faces")
    by_id = look_up(graph, ontology, by_title.fields["id"])
    by_url = look_up(graph, ontology, "http://www." + by_title.fields["url"].removeprefix("https://") + "?utm_source=x")
    assert by_title == by_id == by_url
    assert by_title.kind == "article"


@pytest.mark.parametrize(
    ("what", "hint"),
    [("Microsft", "did you mean Microsoft"), ("s-00000000000000000000", "kg query sources"), ("", "kg query sources")],
)
def test_what_is_not_there_is_said_with_the_nearest(graph: Store, ontology: Ontology, what: str, hint: str) -> None:
    with pytest.raises(QuestionError, match=hint):
        look_up(graph, ontology, what)
