"""The project's own gold set is sound: every label can be checked against its text, and no action is thin."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.model.record import StatementRecord
from kg.ontology import Ontology, load

HERE = Path(__file__).parent
PARTS = ("a", "b")
SCARCE = ("restricts_sale", "restricts_use", "bans", "repeals", "restricts_trade", "ends_development")
FIELDS = set(StatementRecord.model_fields)


def lines(name: str) -> list[dict[str, Any]]:
    """The JSON lines of one file of the set."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


TEXTS = {passage["id"]: passage for part in PARTS for passage in lines(f"texts_{part}.jsonl")}
STATEMENTS = [statement for part in PARTS for statement in lines(f"statements_{part}.jsonl")]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def test_sixty_passages_under_ids_of_their_own() -> None:
    assert len(TEXTS) == sum(len(lines(f"texts_{part}.jsonl")) for part in PARTS)
    assert len(TEXTS) >= 60


def test_a_text_begins_with_its_title() -> None:
    assert [key for key, passage in TEXTS.items() if not passage["text"].startswith(passage["title"])] == []


def test_eight_passages_hold_no_statement() -> None:
    assert len(TEXTS.keys() - {statement["id"] for statement in STATEMENTS}) >= 8


def test_every_line_has_the_values_of_the_codebook(ontology: Ontology) -> None:
    for number, statement in enumerate(STATEMENTS, 1):
        record = StatementRecord.parse(statement, f"statement {number} of {statement['id']}")
        assert {record.action, *statement["alt"].get("action", [])} <= ontology.actions.keys()


def test_every_alternative_is_of_a_field_of_the_line() -> None:
    assert {field for statement in STATEMENTS for field in statement["alt"]} <= FIELDS


def test_every_quote_stands_in_its_text() -> None:
    assert [(each["id"], each["quote"]) for each in STATEMENTS if each["quote"] not in TEXTS[each["id"]]["text"]] == []


def test_a_statement_is_listed_once() -> None:
    kept = ("id", "actor", "action", "technology", "product", "counterparty", "measure", "status", "since", "quote")
    times = Counter(tuple(each[field] for field in kept) for each in STATEMENTS)
    assert [key for key, count in times.items() if count > 1] == []


@pytest.mark.parametrize("action", SCARCE)
def test_actions_that_news_sets_lack_have_25_core_statements(action: str) -> None:
    assert sum(each["core"] for each in STATEMENTS if each["action"] == action) >= 25
