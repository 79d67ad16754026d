"""A gold set knows its texts, and refuses what would give figures of something else."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluate import Gold, figures, read_lines
from kg.evaluate.gold import texts_beside
from kg.extract import Extractor
from tests.evaluate.lines import SALE

TEXT = {
    "id": "1",
    "title": "Exampla Vision sells facial recognition",
    "text": "Exampla Vision Inc. sells facial recognition software to the police.",
}


def saved(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("gold", "texts"), [("statements.jsonl", "texts.jsonl"), ("x.jsonl", "x.texts.jsonl"), ("x", "x.texts")]
)
def test_texts_are_found_beside(tmp_path: Path, gold: str, texts: str) -> None:
    path = saved(tmp_path / gold, SALE)
    assert texts_beside(path) is None
    beside = saved(tmp_path / texts, TEXT)
    assert texts_beside(path) == beside


def test_texts_are_read_and_compared(tmp_path: Path, extractor: Extractor) -> None:
    gold = Gold.open(
        [saved(tmp_path / "statements.jsonl", SALE)], saved(tmp_path / "t.jsonl", TEXT, {**TEXT, "id": "2"})
    )
    read = gold.read_by(extractor)
    assert {line.id for line in read} <= {"1", "2"}
    counted = figures(gold.evaluation(read))
    assert counted.items == 2
    assert counted.quotes is None or counted.quotes.share == 1


def test_a_set_may_be_of_several_files(tmp_path: Path) -> None:
    paths = [saved(tmp_path / f"statements_{each}.jsonl", {**SALE, "id": each}) for each in "ab"]
    for each in "ab":
        saved(tmp_path / f"texts_{each}.jsonl", {**TEXT, "id": each})
    gold = Gold.open(paths)
    assert gold.items == ("a", "b")
    assert [line.id for line in gold.coded] == ["a", "b"]


def test_only_chosen_texts_are_read(tmp_path: Path) -> None:
    texts = saved(tmp_path / "t.jsonl", TEXT, {**TEXT, "id": "2"})
    assert Gold.open([saved(tmp_path / "s.jsonl", SALE)], texts, {"2"}).items == ("2",)


def test_without_texts_it_says_where_they_may_be(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"s\.jsonl: .*--texts.*--predicted"):
        _ = Gold.open([saved(tmp_path / "s.jsonl", SALE)]).items


def test_a_coded_item_without_a_text_is_an_error(tmp_path: Path) -> None:
    gold = Gold.open([saved(tmp_path / "s.jsonl", SALE, {**SALE, "id": "7"})], saved(tmp_path / "t.jsonl", TEXT))
    with pytest.raises(KgError, match="no text for item 7"):
        _ = gold.items


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ((TEXT, TEXT), "two articles have the id '1'"),
        (({**SALE, "quote": "x"},), "holds statements, not texts"),
        (({"id": "1", "title": 3},), "line 1"),
    ],
)
def test_texts_that_are_not_as_they_should_be(tmp_path: Path, records: tuple[dict[str, Any], ...], said: str) -> None:
    with pytest.raises(KgError, match=r"t\.jsonl") as caught:
        Gold.open([saved(tmp_path / "s.jsonl", SALE)], saved(tmp_path / "t.jsonl", *records))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is no JSON"),
        ("[1]", "write an object"),
        ('{"id": "1"}', "action"),
        ('{"action": "bans"}', "id"),
        ('{"id": "1", "action": "bans", "confidence": 7}', "confidence"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_a_line_that_is_no_statement_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text(f"{json.dumps(SALE)}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"s\.jsonl, line 3: ") as caught:
        read_lines(path)
    assert said in str(caught.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no such file"):
        read_lines(tmp_path / "nowhere.jsonl")
