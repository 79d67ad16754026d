"""`kg query` and `kg cypher` print rows for people and for programs, and refuse what could do harm."""

import csv
import io

import pytest

from tests.cli.conftest import Run, complaint, rows

ONE_HOP = "MATCH (c:Company)-[r:RESTRICTS_SALE]->(g {name: $who}) RETURN DISTINCT c.name AS name ORDER BY name"


def test_without_a_name_the_library_is_listed(kg: Run) -> None:
    assert "who-bans" in [row["name"] for row in rows(kg("query", "--format", "json"))]


def test_show_prints_the_file(kg: Run) -> None:
    assert "// parameter technology: entity" in kg("query", "who-bans", "--show").stdout


def test_a_query_takes_parameters(kg: Run, coded_store: str) -> None:
    words = ("--param", "technology=face recognition", "--param", "counterparty=police", "--format", "json")
    found = rows(kg("query", "who-restricts-sales", *words, "--store", coded_store))
    assert {row["actor"] for row in found} == {"Amazon", "Microsoft"}


def test_a_wrong_parameter_is_one_line(kg: Run, coded_store: str) -> None:
    assert "it takes actor" in complaint(kg("query", "positions-of", "--param", "x=1", "--store", coded_store))


def test_the_store_may_be_named_by_a_variable(kg: Run, coded_store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", coded_store)
    assert rows(kg("query", "sources", "--format", "json"))


def test_reading_without_a_store_says_what_to_do(kg: Run) -> None:
    assert "run `kg load PATH` first" in complaint(kg("query", "sources"))


def test_a_store_that_is_not_there_is_not_made(kg: Run) -> None:
    assert "nowhere" in complaint(kg("status", "--store", "nowhere"))
    assert "nowhere" in complaint(kg("status", "--store", "nowhere"))


def test_one_hop_answers_the_first_question(kg: Run, coded_store: str) -> None:
    found = rows(kg("cypher", ONE_HOP, "--param", "who=police", "--format", "json", "--store", coded_store))
    assert found == [{"name": "Amazon"}, {"name": "Microsoft"}]


def test_parameters_of_cypher_are_json_or_text(kg: Run, coded_store: str) -> None:
    words = (
        "--param",
        "n=7",
        "--param",
        "l=[1, 2]",
        "--param",
        "t=2020-06",
        "--format",
        "json",
        "--store",
        coded_store,
    )
    assert rows(kg("cypher", "RETURN $n AS n, $l AS l, $t AS t", *words)) == [{"n": 7, "l": [1, 2], "t": "2020-06"}]


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n) DETACH DELETE n",
        "CREATE (n:Entity {id: 'x'})",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line",
        "MATCH (n RETURN n",
    ],
)
def test_what_is_no_safe_reading_is_refused_in_one_line(kg: Run, coded_store: str, cypher: str) -> None:
    before = kg("status", "--format", "json", "--store", coded_store).stdout
    complaint(kg("cypher", cypher, "--store", coded_store))
    assert kg("status", "--format", "json", "--store", coded_store).stdout == before


def test_with_write_the_graph_may_be_changed(kg: Run, coded_store: str) -> None:
    assert kg("cypher", "CREATE (n:Note {id: 'x'})", "--write", "--store", coded_store).exit_code == 0
    counted = kg("cypher", "MATCH (n:Note) RETURN count(n) AS n", "--format", "json", "--store", coded_store)
    assert rows(counted) == [{"n": 1}]
    kg("cypher", "MATCH (n:Note) DELETE n", "--write", "--store", coded_store)


def test_csv_reads_back(kg: Run, coded_store: str) -> None:
    words = ("query", "positions-of", "--param", "actor=ACLU", "--store", coded_store)
    as_csv = list(csv.DictReader(io.StringIO(kg(*words, "--format", "csv").stdout)))
    as_json = rows(kg(*words, "--format", "json"))
    assert [{key: value or "" for key, value in row.items()} for row in as_json] == as_csv


def test_markdown_keeps_its_columns(kg: Run, coded_store: str) -> None:
    result = kg("cypher", "RETURN 'a|b\\nc' AS x, null AS y", "--format", "md", "--store", coded_store)
    assert result.stdout == "| x | y |\n| --- | --- |\n| a\\|b<br>c |  |\n"


def test_a_piped_table_has_a_row_a_line_and_no_colours(kg: Run, coded_store: str) -> None:
    result = kg("query", "positions-of", "--param", "actor=Microsoft", "--store", coded_store)
    count = len(
        rows(kg("query", "positions-of", "--param", "actor=Microsoft", "--format", "json", "--store", coded_store))
    )
    assert len(result.stdout.splitlines()) == count + 1
    assert "\x1b" not in result.stdout
    assert "│" not in result.stdout


def test_control_characters_do_not_reach_the_terminal(kg: Run, coded_store: str) -> None:
    result = kg("cypher", "RETURN $x AS x", "--param", "x=a\x1b[31mb\u202ec", "--store", coded_store)
    assert result.stdout == "x\na\ufffd[31mb\ufffdc\n"
