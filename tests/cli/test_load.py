"""`kg load` tells what it did, and what it could not do."""

import json
from pathlib import Path

from tests.cli.conftest import Run, complaint, piped, rows

TEXT = (
    "Amazon bars police\n\nAmazon stopped selling its facial recognition software to police departments on Wednesday.\n"
)
LINE = {
    "url": "https://example.org/a",
    "action": "restricts_sale",
    "actor": "Amazon",
    "technology": "drones",
    "counterparty": "police",
    "quote": "Amazon will not sell drones to police",
}


def test_without_a_store_one_is_made_and_said(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = kg("load", "a.txt")
    assert result.exit_code == 0
    assert "./kg-store" in result.stderr
    assert result.stdout.splitlines()[-1].startswith("loaded 1 article, ")
    assert result.stdout.endswith("; skipped 0; failed 0\n")
    assert (tmp_path / "kg-store").is_dir()
    assert kg("load", "a.txt").stdout == "loaded 0 articles, 0 statements; skipped 1; failed 0\n"
    assert rows(kg("status", "--format", "json"))[0]["articles"] == 1


def test_failures_are_listed_and_the_rest_is_stored(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    result = kg("load", "--store", "s", "nowhere", "empty.txt", "a.txt")
    assert result.exit_code == 1
    first, second, hint = result.stderr.splitlines()
    assert first.startswith("kg: nowhere: ")
    assert second.startswith("kg: empty.txt: ")
    assert hint == "kg: what failed is noted in failures.jsonl; `kg load --retry-failures` loads it once it is mended"
    assert result.stdout.startswith("loaded 1 article, ")


def test_what_failed_is_loaded_once_it_is_mended(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    kg("load", "--store", "s", "--collection", "2020", "a.txt", "nowhere")
    assert len((tmp_path / "failures.jsonl").read_text("utf-8").splitlines()) == 2
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = kg("load", "--store", "s", "--retry-failures")
    assert (result.exit_code, "a.txt" in result.stderr) == (1, False)
    assert result.stdout.startswith("loaded 1 article, ")
    (tmp_path / "nowhere").write_text("A town\n\nThe town has a new park.\n", encoding="utf-8")
    assert kg("load", "--store", "s", "--as", "text", "nowhere").exit_code == 0
    assert not (tmp_path / "failures.jsonl").exists()
    assert rows(kg("cypher", "--store", "s", "--format", "json", "MATCH (a:Article) RETURN a.collection AS c")) == [
        {"c": "2020"},
        {"c": None},
    ]


def test_the_notes_of_a_load_are_no_source_of_the_next(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    first, second = kg("load", ".", "--store", "../s"), kg("load", ".", "--store", "../s")
    assert [result.stderr.count("\n") for result in (first, second)] == [2, 2]
    assert len((tmp_path / "failures.jsonl").read_text("utf-8").splitlines()) == 1


def test_nothing_set_aside_is_nothing_to_retry(kg: Run) -> None:
    assert "nothing is set aside" in complaint(kg("load", "--retry-failures"))


def test_a_dry_run_says_what_it_would_do_and_makes_no_store(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    result = kg("load", "--dry-run", "a.txt", "lines.jsonl", "nowhere")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "a.txt: 1 article, 0 statements",
        "lines.jsonl: 0 articles, 1 statement",
        "nowhere: 0 articles, 0 statements",
        "would load 1 article, 1 statement; skipped 0; failed 1",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "lines.jsonl"]


def test_a_dry_run_knows_what_is_stored(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    kg("load", "a.txt")
    assert kg("load", "--dry-run", "a.txt").stdout.splitlines() == [
        "a.txt: 0 articles, 0 statements; 1 article stored already",
        "would load 0 articles, 0 statements; skipped 1; failed 0",
    ]


def test_every_reading_command_takes_a_collection(kg: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("Wednesday", f"Wednesday, {name} said"), encoding="utf-8")
        kg("load", f"{name}.txt", "--collection", name, "--store", "s")
    at = ("--store", "s", "--collection")
    commands = [
        ("ask", "Which vendors restrict sales of facial recognition to police?"),
        ("query", "sources"),
        ("cypher", "MATCH (a:Article {collection: $collection}) RETURN a.title AS title"),
        ("show", "Amazon"),
        ("status",),
        ("sample", "5"),
    ]
    for words in commands:
        result = kg(*words, *at, "one")
        assert (result.exit_code, result.stdout != "") == (0, True), words
        assert "there are: one, two" in complaint(kg(*words, *at, "three"))
    assert kg("cypher", "MATCH (a:Article) RETURN a.id AS id", *at, "one").exit_code == 2


def test_files_of_no_known_kind_in_folders_are_counted(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "b.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "in" / "c").write_text("?", encoding="utf-8")
    assert kg("load", "in").stdout.endswith("; passed over 2 files (.png 1, no ending 1)\n")


def test_articles_in_other_languages_are_stored_unread(kg: Run, tmp_path: Path) -> None:
    german = "Die Stadt verbietet Gesichtserkennung. Amazon verkauft seine Software nicht mehr an die Polizei. " * 4
    (tmp_path / "a.txt").write_text(f"Amazon und die Polizei\n\n{german}\n", encoding="utf-8")
    assert kg("load", "a.txt").stdout == (
        "loaded 1 article, 0 statements; skipped 0; failed 0; 1 in other languages, stored unread\n"
    )
    assert kg("load", "a.txt").stdout == "loaded 0 articles, 0 statements; skipped 1; failed 0\n"


def test_an_unknown_kind_is_answered_with_those_there_are(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = kg("load", "--as", "scroll", "a.txt")
    assert "there is no kind 'scroll'; write one of " in result.stderr


def test_several_processes_give_the_same_graph(kg: Run, tmp_path: Path) -> None:
    lines = [{"url": f"https://example.org/{n}", "title": "Police", "text": TEXT.split("\n\n")[1]} for n in range(45)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    alone, beside = kg("load", "a.jsonl", "--store", "one"), kg("load", "a.jsonl", "--store", "two", "--jobs", "2")
    assert alone.stdout == beside.stdout
    assert kg("status", "--store", "one").stdout == kg("status", "--store", "two").stdout


def test_statements_come_from_standard_input_too(kg: Run) -> None:
    result = piped("load", "--store", "s", "-", text=json.dumps(LINE) + "\n")
    assert (result.returncode, result.stdout) == (0, "loaded 0 articles, 1 statement; skipped 0; failed 0\n")
    shown = piped("show", "Amazon", "--store", "s").stdout
    assert LINE["quote"] in shown
    assert "not verified: the article's text is not in the store" in shown


def test_a_file_that_is_no_store_is_refused(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "a.txt" in complaint(kg("load", "--store", "a.txt", "a.txt"))


def test_a_broken_ontology_of_ones_own_is_named(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "technologies.yaml").write_text("jetpacks: {name: 7}\n", encoding="utf-8")
    assert "technologies.yaml:1" in complaint(kg("load", "--ontology", "mine", "--store", "s", "x"))
