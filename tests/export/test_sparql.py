import pytest
from pyoxigraph import Store as Triples

from kg.errors import QuestionError
from kg.export.rdf.sparql import ask, in_memory
from kg.store import Store, Table

WHO = """SELECT ?who WHERE { ?who kg:restricts_sale entity:police } ORDER BY ?who"""


@pytest.fixture(scope="module")
def held(demo: Store) -> Triples:
    return in_memory(demo)


def test_rows_are_those_of_the_graph(held: Triples, demo: Store) -> None:
    rows = demo.query("MATCH (a)-[:RESTRICTS_SALE]->({id: 'police'}) RETURN DISTINCT a.id ORDER BY a.id").rows
    answer = ask(held, WHO)
    assert isinstance(answer, Table)
    assert (answer.columns, answer.rows) == (("who",), tuple((f"entity:{key}",) for (key,) in rows))
    assert rows


def test_the_query_of_the_guide_has_answers_with_quotes(held: Triples) -> None:
    answer = ask(
        held,
        """SELECT ?who ?towards ?quote WHERE {
          ?statement kg:action action:restricts_sale ; kg:status value:in_force ;
            kg:actor/skos:prefLabel ?who ; kg:counterparty/skos:prefLabel ?towards ; kg:quote/oa:exact ?quote .
        }""",
    )
    assert isinstance(answer, Table)
    assert {"Amazon", "Clearview AI"} <= {row[0] for row in answer.rows}


def test_yes_and_no(held: Triples) -> None:
    assert ask(held, "ASK { entity:amazon kg:restricts_sale entity:police }") is True
    assert ask(held, "ASK { entity:amazon kg:sells entity:police }") is False


def test_a_graph_is_turtle(held: Triples) -> None:
    triples = "{ ?who kg:restricts_sale entity:police }"
    assert "kg:restricts_sale entity:police" in str(ask(held, f"CONSTRUCT {triples} WHERE {triples}"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }", "SERVICE would ask another server"),
        ("SELECT * { service silent ?x { ?a ?b ?c } }", "SERVICE would ask another server"),
        ("INSERT DATA { entity:a kg:uses entity:b }", "is no SPARQL"),
        ("SELECT ?who {", "is no SPARQL"),
        ("SELECT * { ?a nope:b ?c }", "is no SPARQL"),
    ],
)
def test_what_writes_or_asks_others_is_refused(held: Triples, query: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        ask(held, query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service kg:written "SERVICE <http://x/>" } # SERVICE',
        "SELECT * { ?a <https://x.example/SERVICE> '''SERVICE''' }",
    ],
)
def test_a_word_in_a_text_is_no_call(held: Triples, query: str) -> None:
    assert isinstance(ask(held, query), Table)
