from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Certainty, Status
from kg.network.timeline import Bar, bars
from kg.ontology import Ontology
from kg.store import Store
from tests.network.conftest import Tell
from tests.store.readings import filler

Bars = Callable[..., list[Bar]]


@pytest.fixture
def drawn(store: Store, ontology: Ontology, tell: Tell) -> Bars:
    """The bars of what is told."""

    def of(*said: tuple[str | None, dict[str, Any]]) -> list[Bar]:
        tell(*said)
        return bars(store, ontology, None)

    return of


def phases(bar: Bar) -> tuple[str | None, str | None, str | None]:
    return bar.announced, bar.since, bar.ended


ANNOUNCED, ENDED = {"status": Status.ANNOUNCED}, {"status": Status.ENDED}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ([("2020-06-10", {})], (None, "2020-06-10", None)),
        ([("2020-06-10", {"since": "2019", "until": "2021-06"})], (None, "2019-01-01", "2021-06-30")),
        ([("2020-01-10", ANNOUNCED), ("2020-06-10", {})], ("2020-01-10", "2020-06-10", None)),
        ([("2020-01-10", {**ANNOUNCED, "since": "2020-03"})], ("2020-01-10", "2020-03-01", None)),
        ([("2020-06-10", {}), ("2022-02-01", ENDED)], (None, "2020-06-10", "2022-02-01")),
        ([("2022-02-01", ENDED)], (None, None, "2022-02-01")),
        ([("2020-06-10", {}), ("2020-01-10T09:00:00Z", {})], (None, "2020-01-10", None)),
        ([(None, {"since": "2020"})], (None, "2020-01-01", None)),
    ],
)
def test_a_bar_has_the_phases_that_were_reported(drawn: Bars, said: Any, wanted: Any) -> None:
    (bar,) = drawn(*said)
    assert phases(bar) == wanted


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.PROPOSED},
        {"status": Status.CONSIDERED},
        {"status": Status.DENIED},
        {"certainty": Certainty.HEDGED},
    ],
)
def test_what_is_no_plain_fact_has_no_bar(drawn: Bars, fields: dict[str, Any]) -> None:
    assert drawn(("2020-06-10", fields)) == []


def test_a_time_that_nobody_knows_is_no_bar(drawn: Bars) -> None:
    assert drawn((None, {})) == []


def test_a_bar_knows_its_statements_and_its_stance(store: Store, ontology: Ontology, tell: Tell) -> None:
    first, second, rule = tell(
        ("2020-06-10", {}),
        ("2020-06-12", {}),
        ("2020-06-12", {"actor": "ibm", "action": "opposes", "counterparty": None, "measure": filler("moratorium")}),
    )
    amazon, ibm = bars(store, ontology, None)
    assert (amazon.statements, amazon.stance) == (tuple(sorted((first.id, second.id))), "restricts")
    assert (ibm.statements, ibm.stance) == ((rule.id,), "neutral")
