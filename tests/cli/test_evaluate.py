"""`kg evaluate` says how good the reading is, in words for people and figures for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, complaint

CODED: list[dict[str, Any]] = [
    {"id": "1", "actor": "Exampla", "action": "restricts_sale", "technology": "drones", "quote": "stopped selling"},
    {
        "id": "1",
        "actor": "Sampleton",
        "action": "bans",
        "technology": "drones",
        "quote": "banned",
        "status": "in_force",
    },
]
READ: list[dict[str, Any]] = [
    {**CODED[0], "action": "sells", "confidence": 0.9, "quote": "Exampla stopped selling drones."},
    {**CODED[1], "confidence": 0.9},
    {**CODED[1], "id": "2", "confidence": 0.5},
]
TEXTS = [
    {"id": "1", "title": "Drones", "text": "Exampla stopped selling drones.\n\nSampleton banned drones."},
    {"id": "2", "title": "Nothing", "text": "Sampleton banned nothing."},
]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, records in {"statements": CODED, "texts": TEXTS, "read": READ}.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return tmp_path


def figures(kg: Run, *words: str) -> dict[str, Any]:
    result = kg("evaluate", *words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.usefixtures("files")
def test_statements_are_compared_with_the_gold(kg: Run) -> None:
    found = figures(kg, "statements.jsonl", "--predicted", "read.jsonl")
    assert found["levels"]["triple"]["precision"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["levels"]["triple"]["recall"] == 0.5
    assert found["confusions"] == [{"coded": "restricts_sale", "read": "sells", "times": 1}]
    assert found["polarity"] == {
        "bans": {"share": 1.0, "count": 1, "of": 1},
        "restricts_sale": {"share": 0.0, "count": 0, "of": 1},
    }
    assert found["quiet"] == {"share": 1.0, "count": 1, "of": 1}
    assert found["calibration"]["expected_error"] == pytest.approx((2 * 0.4 + 0.5) / 3, abs=1e-4)


@pytest.mark.usefixtures("files")
def test_texts_beside_the_gold_are_read(kg: Run) -> None:
    assert figures(kg, "statements.jsonl")["items"] == 2


@pytest.mark.usefixtures("files")
def test_only_the_items_named_are_looked_at(kg: Run, files: Path) -> None:
    words = ("statements.jsonl", "--predicted", "read.jsonl", "--ids")
    (files / "ids.txt").write_text("1\n", encoding="utf-8")
    assert figures(kg, *words, "ids.txt") == figures(kg, *words, "1")
    assert figures(kg, *words, "1,2") == figures(kg, "statements.jsonl", "--predicted", "read.jsonl")
    assert "no item to evaluate" in complaint(kg("evaluate", *words, "ids.tx"))


@pytest.mark.usefixtures("files")
def test_a_table_is_for_people(kg: Run) -> None:
    shown = kg("evaluate", "statements.jsonl", "--predicted", "read.jsonl").stdout
    assert shown.startswith("2 items, 2 statements coded (2 core), 3 read\n")
    assert "triple        0.333      0.500   0.400  0.500\n" in shown
    assert "bans            0.667  1/1         1/2\n" in shown
    assert "expected calibration error 0.433\n" in shown


@pytest.mark.usefixtures("files")
def test_mistakes_stand_beside_their_sentences(kg: Run) -> None:
    words = ("statements.jsonl", "--predicted", "read.jsonl", "--errors")
    lines = kg("evaluate", *words).stdout.splitlines()
    missed = next(line for line in lines if line.startswith("1     missed"))
    assert "Exampla · restricts_sale · drones" in missed
    assert missed.endswith("Exampla stopped selling drones.")
    found = figures(kg, *words)["mistakes"]
    assert [(each["item"], each["fault"]) for each in found] == [
        ("1", "missed"),
        ("1", "false alarm"),
        ("2", "false alarm"),
    ]


@pytest.mark.usefixtures("files")
def test_a_run_is_compared_with_an_earlier_one(kg: Run, files: Path) -> None:
    words = ("evaluate", "statements.jsonl", "--predicted", "read.jsonl")
    (files / "earlier.json").write_text(kg(*words, "--format", "json").stdout, encoding="utf-8")
    (files / "better.jsonl").write_text("".join(json.dumps(r) + "\n" for r in CODED), encoding="utf-8")
    better = ("evaluate", "statements.jsonl", "--predicted", "better.jsonl", "--compare")
    by_figures, by_statements = (kg(*better, name).stdout for name in ("earlier.json", "read.jsonl"))
    assert by_figures == by_statements
    assert "levels.triple.recall              0.500    1.000  +0.500\n" in by_figures


def test_without_texts_it_says_what_to_give(kg: Run, files: Path) -> None:
    (files / "texts.jsonl").unlink()
    assert "--texts" in complaint(kg("evaluate", "statements.jsonl"))


def test_a_sheet_is_evaluated_alone(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(
        "statement,stratum,stratum_size,correct\ns,bans,3,maybe not\n", encoding="utf-8"
    )
    assert "sheet.csv, line 2: correct is 'maybe not'" in complaint(kg("evaluate", "sheet.csv"))
    assert kg("evaluate", "sheet.csv", "--errors").exit_code == 2
    assert "nowhere.csv" in complaint(kg("evaluate", "nowhere.csv"))


def test_a_sheet_gives_the_precision_of_each_stratum(kg: Run, tmp_path: Path) -> None:
    rows = "statement,stratum,stratum_size,correct\ns,bans,30,yes\nt,bans,30,no\nu,uses,70,yes\nv,sues,9,\n"
    (tmp_path / "sheet.csv").write_text(rows, encoding="utf-8")
    found = figures(kg, "sheet.csv")
    assert found["precision"]["share"] == pytest.approx(0.85)
    assert [(each["name"], each["coded"], each["right"]) for each in found["strata"]] == [
        ("bans", 2, 1),
        ("sues", 0, 0),
        ("uses", 1, 1),
    ]
    assert "nothing is coded in sues (9 statements)" in kg("evaluate", "sheet.csv").stdout
