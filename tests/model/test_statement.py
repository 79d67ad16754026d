"""A statement is a value: what it says is its identity."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from kg.model import Certainty, Kind, Quote, Review, Role, Span, Statement, Status
from tests.model.examples import filler, statement, statements


@given(statements())
def test_a_statement_survives_json(said: Statement) -> None:
    again = Statement.model_validate_json(said.model_dump_json())
    assert again == said
    assert again.id == said.id


@pytest.mark.parametrize(
    "change",
    [
        {"article": "a-2"},
        {"action": "sells"},
        {"actor": None},
        {"counterparty": filler("schools", Kind.GROUP)},
        {"status": Status.ENDED},
        {"certainty": Certainty.HEDGED},
        {"jurisdiction": filler("Freedonia", Kind.COUNTRY)},
        {"scope": "in schools"},
        {"since": "2020"},
        {"until": "2021"},
        {"duration": "P1Y"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_saying_something_else_is_another_statement(change: dict[str, object]) -> None:
    assert statement(**change).id != statement().id


@pytest.mark.parametrize(
    "change",
    [
        {"quotes": (Quote(text="other words"),)},
        {"condition": "until a law is passed"},
        {"speaker": filler("Jo Doe", Kind.PERSON)},
        {"confidence": 0.5},
        {"extractor": "another"},
        {"review": Review.ACCEPTED},
    ],
    ids=lambda change: next(iter(change)),
)
def test_evidence_and_review_leave_the_id_alone(change: dict[str, object]) -> None:
    assert statement(**change).id == statement().id


def test_resolving_an_entity_otherwise_leaves_the_id_alone() -> None:
    acme = filler("Acme", Kind.COMPANY)
    merged = acme.model_copy(update={"entity": acme.entity.model_copy(update={"id": "acme", "name": "Acme Group"})})
    assert statement(actor=merged).id == statement(actor=acme).id


def test_an_actor_that_nobody_names_is_unspecified() -> None:
    assert statement(actor=None).written(Role.ACTOR) == "unspecified"
    assert statement(counterparty=None).written(Role.COUNTERPARTY) is None


def test_roles_are_given_in_the_order_of_the_codebook() -> None:
    assert [role for role, _ in statement().fillers()] == [Role.ACTOR, Role.TECHNOLOGY, Role.COUNTERPARTY]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"technology": None, "counterparty": None}, "needs a technology, product, counterparty or measure"),
        ({"since": "2021", "until": "2020-12"}, "since 2021 lies after until 2020-12"),
        ({"since": "2020-02-30"}, "there is no day '2020-02-30'"),
        ({"duration": "a year"}, "duration"),
        ({"confidence": 1.5}, "confidence"),
        ({"quotes": ()}, "quotes"),
        ({"status": "maybe"}, "status"),
    ],
)
def test_what_is_no_statement_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        statement(**change)


def test_a_quote_stands_where_it_says_or_it_does_not() -> None:
    text = "Acme will not sell."
    assert Quote(text="will not", span=Span(start=5, end=13)).stands_in(text)
    assert not Quote(text="will not", span=Span(start=4, end=12)).stands_in(text)
    assert not Quote(text="will not").stands_in(text)


def test_a_span_runs_forward() -> None:
    with pytest.raises(ValidationError, match=r"must end after it starts, not 3\.\.3"):
        Span(start=3, end=3)
