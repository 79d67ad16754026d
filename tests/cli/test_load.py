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
    first, second = result.stderr.splitlines()
    assert first.startswith("kg: nowhere: ")
    assert second.startswith("kg: empty.txt: ")
    assert result.stdout.startswith("loaded 1 article, ")


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
