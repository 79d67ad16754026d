"""The flat line of a statement: out, and back in."""

import json

import pytest
from hypothesis import given

from kg.errors import RecordError
from kg.model import Quote, Role, Span, Statement
from kg.model.record import QUALIFIERS, StatementRecord, to_record
from tests.model.examples import statement, statements

LINE = {"action": "sells", "technology": "facial recognition", "quote": "Acme sells it"}


@given(statements())
def test_a_line_says_what_the_statement_says(said: Statement) -> None:
    record = StatementRecord.parse(json.loads(json.dumps(to_record(said, "item"))), "line 1")
    assert record.quotes() == said.quotes
    assert [getattr(record, name) for name in QUALIFIERS] == [getattr(said, name) for name in QUALIFIERS]
    for role, filler in said.fillers():
        assert (getattr(record, role.value), record.written(role)) == (filler.entity.name, filler.written)
    assert record.actor_type == (said.actor.entity.kind if said.actor else None)
    assert record.confidence == pytest.approx(said.confidence, abs=0.0005)


def test_a_line_has_its_keys_in_one_order_and_written_words_only_where_they_differ() -> None:
    assert list(to_record(statement(), "item")) == [
        *("id", "article", "action", "actor", "actor_type", "technology", "product"),
        *("counterparty", "counterparty_type", "measure", "jurisdiction", "speaker"),
        *(*QUALIFIERS, "quote", "start", "end", "confidence", "extractor"),
    ]


def test_a_line_by_hand_needs_little_and_may_hold_notes() -> None:
    record = StatementRecord.parse(LINE | {"note": "unsure"}, "line 1")
    assert (record.actor, record.status, record.extractor) == ("unspecified", "in_force", "hand-coded")
    assert record.written(Role.TECHNOLOGY) == "facial recognition"


def test_offsets_place_the_quote_only_where_both_are_given() -> None:
    assert StatementRecord.parse(LINE | {"start": 3, "end": 16}, "line 1").quotes() == (
        Quote(text="Acme sells it", span=Span(start=3, end=16)),
    )
    assert StatementRecord.parse(LINE | {"start": 3}, "line 1").quotes()[0].span is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([1], "f.jsonl:7: a statement is a JSON object with the codebook's keys, not [1]"),
        ({"action": "sells"}, "f.jsonl:7: quote: Field required"),
        (LINE | {"quote": ""}, "f.jsonl:7: quote: String should have at least 1 character"),
        (LINE | {"status": "maybe"}, "f.jsonl:7: status: Input should be 'in_force'"),
        (LINE | {"since": "2020-13"}, "f.jsonl:7: since: there is no day '2020-13'"),
    ],
)
def test_a_wrong_line_is_refused_with_file_line_and_field(data: object, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        StatementRecord.parse(data, "f.jsonl:7")
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)
