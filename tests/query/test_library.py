"""Every query of the library says what it asks, runs, and gives evidence with each row."""

import json
from pathlib import Path

import pytest

from kg.errors import OntologyError, QuestionError
from kg.ontology import Ontology
from kg.query.library import LibraryQuery, library, named_query, read_query
from kg.resources import queries_folder
from kg.store import Store

QUERIES = library(queries_folder())
GIVEN = {"positions-of": {"actor": "Microsoft"}, "evidence": {"actor": "IBM"}}
GOOD = """\
// title: T
// question: Q?
// parameter name: text; whose
// columns: n
MATCH (e {name: $name}) RETURN e.name AS n
"""


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_query_returns_its_columns_with_evidence(query: LibraryQuery, graph: Store, ontology: Ontology) -> None:
    table = graph.query(query.cypher, query.values(ontology, GIVEN.get(query.name, {})))
    assert table.rows
    assert table.columns == query.columns
    if query.name != "sources":
        assert {"quote", "condition", "speaker", "published", "publisher", "url"} <= set(table.columns)
        assert all(record["quote"] for record in table.records())


@pytest.mark.neo4j
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_query_gives_the_same_rows_on_both_stores(
    query: LibraryQuery, graph_embedded: Store, graph_on_server: Store, ontology: Ontology
) -> None:
    values = query.values(ontology, GIVEN.get(query.name, {}))
    here, there = graph_embedded.query(query.cypher, values), graph_on_server.query(query.cypher, values)
    assert here.columns == there.columns
    assert sorted(map(json.dumps, here.rows)) == sorted(map(json.dumps, there.rows))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_query_changes_nothing(query: LibraryQuery) -> None:
    words = set(query.cypher.upper().split())
    assert not words & {"CREATE", "MERGE", "SET", "DELETE", "REMOVE", "LOAD"}


def actors(name: str, graph: Store, ontology: Ontology, **given: str) -> set[str]:
    query = named_query(queries_folder(), name)
    return {str(row[0]) for row in graph.query(query.cypher, query.values(ontology, given)).rows}


def test_who_restricts_sales_takes_names_and_aliases(graph: Store, ontology: Ontology) -> None:
    given = {"technology": "face recognition", "counterparty": "police departments"}
    assert actors("who-restricts-sales", graph, ontology, **given) == {"Amazon", "Microsoft"}


def test_a_broader_technology_includes_the_narrower(graph: Store, ontology: Ontology) -> None:
    assert "Amazon" in actors("who-restricts-sales", graph, ontology, technology="biometrics")


def test_who_restricts_sales_to_nobody_known_is_empty(graph: Store, ontology: Ontology) -> None:
    assert actors("who-restricts-sales", graph, ontology, counterparty="circus clowns") == set()


def test_who_bans_in_a_country_includes_its_cities(graph: Store, ontology: Ontology) -> None:
    found = actors("who-bans", graph, ontology, place="United States")
    assert "San Francisco Board of Supervisors" in found
    assert "Information Commissioner's Office" not in found


def test_what_is_denied_is_no_use(graph: Store, ontology: Ontology) -> None:
    query = named_query(queries_folder(), "who-uses")
    records = graph.query(query.cypher, query.values(ontology, {})).records()
    assert "Microsoft" not in {record["vendor"] for record in records}
    assert ("Detroit Police Department", "DataWorks Plus") in {(r["user"], r["vendor"]) for r in records}


def test_unknown_query_names_the_nearest() -> None:
    with pytest.raises(QuestionError, match="who-bans"):
        named_query(queries_folder(), "who-ban")


@pytest.mark.parametrize(
    ("given", "message"),
    [({}, "needs name"), ({"name": "a", "nme": "b"}, "no parameter 'nme'; it takes name")],
)
def test_wrong_parameters_are_named(tmp_path: Path, ontology: Ontology, given: dict[str, str], message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        written(tmp_path, GOOD).values(ontology, given)


@pytest.mark.parametrize(
    ("type", "value", "expected"),
    [
        ("text", "IBM", "IBM"),
        ("text", "null", None),
        ("integer", "-7", -7),
        ("date", "2020-06", "2020-06"),
        ("entity", "AWS' Rekognition", None),
        ("entity", "face recognition", "facial-recognition"),
    ],
)
def test_values_have_their_type(tmp_path: Path, ontology: Ontology, type: str, value: str, expected: object) -> None:
    value_of = written(tmp_path, GOOD.replace("name: text", f"name: {type}")).values(ontology, {"name": value})["name"]
    assert value_of == expected if expected is not None or value == "null" else str(value_of).startswith("e-")


@pytest.mark.parametrize(("type", "value"), [("integer", "1.5"), ("date", "June 2020")])
def test_values_of_another_type_are_refused(tmp_path: Path, ontology: Ontology, type: str, value: str) -> None:
    with pytest.raises(QuestionError, match="parameter name is a"):
        written(tmp_path, GOOD.replace("name: text", f"name: {type}")).values(ontology, {"name": value})


@pytest.mark.parametrize(
    ("old", "new", "line", "cure"),
    [
        ("// title: T\n", "", 1, "add a line // title: …"),
        ("name: text; whose", "name: colour; whose", 3, "use one of entity, text, integer, date"),
        ("name: text; whose", "name: text", 3, "TYPE = DEFAULT; MEANING"),
        ("// question", "// quesion", 2, "use title, question, parameter NAME or columns"),
        ("$name", "$nam", 5, "add // parameter nam: text"),
        ("{name: $name}", "", 5, "take its line out of the header"),
        ("columns: n", "columns: n, m", 5, "write … AS m"),
    ],
)
def test_broken_file_is_refused_with_line_and_cure(tmp_path: Path, old: str, new: str, line: int, cure: str) -> None:
    with pytest.raises(OntologyError) as error:
        written(tmp_path, GOOD.replace(old, new))
    assert f"q.cypher:{line}: " in str(error.value)
    assert cure in str(error.value)


def written(folder: Path, text: str) -> LibraryQuery:
    path = folder / "q.cypher"
    path.write_text(text, encoding="utf-8")
    return read_query(path)
