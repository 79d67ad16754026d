"""A statement that was read stands for one that was coded, at one of three levels."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import Level, Line
from kg.evaluate.matching import level, matched
from tests.evaluate.lines import line


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ({}, Level.FULL),
        ({"counterparty": "schools"}, Level.TRIPLE),
        ({"counterparty": None}, Level.TRIPLE),
        ({"technology": "drones"}, Level.ACTION),
        ({"technology": None, "product": "facial recognition"}, Level.FULL),
        ({"action": "restricts_sale"}, Level.NONE),
        ({"actor": "Nothing Alike"}, Level.NONE),
    ],
)
def test_levels(read: dict[str, Any], expected: Level) -> None:
    assert level(line(), line(**read)) is expected


def test_a_deal_told_from_the_other_side_is_the_same() -> None:
    use = line(action="uses", actor="Sampleton Police Department", counterparty="Exampla Vision")
    assert level(line(), use) is Level.FULL
    assert level(use, line()) is Level.FULL
    assert level(line(), use.model_copy(update={"counterparty": None})) is Level.NONE


def test_what_the_coder_holds_to_be_as_good_is_right() -> None:
    coded = line(counterparty=None, alt={"action": ["uses"], "technology": ["drones"], "counterparty": ["schools"]})
    assert level(coded, line(action="uses", technology="drones", counterparty="schools")) is Level.FULL


def test_without_a_technology_the_measure_counts() -> None:
    coded = line(technology=None, measure="moratorium")
    assert level(coded, line(technology="drones", measure="moratorium")) is Level.FULL
    assert level(coded, line(technology="drones", measure="ban")) is Level.ACTION
    assert level(line(technology=None), line(technology="drones")) is Level.FULL


def test_a_role_may_be_an_object_with_a_name() -> None:
    assert line(actor={"name": "Exampla Vision"}).actor == "Exampla Vision"


def test_the_best_agreement_goes_first() -> None:
    coded = [line(counterparty="schools"), line()]
    of_coded, (read,) = matched(coded, [line()])
    assert [each.level for each in of_coded] == [Level.NONE, Level.FULL]
    assert read.partner is coded[1]


def test_core_statements_go_before_others() -> None:
    of_coded, _ = matched([line(core=False), line(core=True)], [line()])
    assert [each.level for each in of_coded] == [Level.NONE, Level.FULL]


def test_what_is_read_twice_is_right_once() -> None:
    _, of_read = matched([line()], [line(), line()])
    assert [each.level for each in of_read] == [Level.FULL, Level.NONE]


LINES = st.lists(
    st.builds(
        line,
        action=st.sampled_from(["sells", "uses", "bans"]),
        actor=st.sampled_from(["Exampla", "Sampleton"]),
        technology=st.sampled_from(["drones", "cameras", None]),
        counterparty=st.sampled_from(["Exampla", "Sampleton", None]),
        core=st.booleans(),
    ),
    max_size=5,
)


@given(LINES, LINES)
def test_nothing_is_matched_twice(coded: list[Line], read: list[Line]) -> None:
    of_coded, of_read = matched(coded, read)
    assert [each.line for each in of_coded] == coded
    assert [each.line for each in of_read] == read
    assert sorted(each.level for each in of_coded if each.partner) == sorted(
        each.level for each in of_read if each.partner
    )
    assert all((each.level > Level.NONE) == (each.partner is not None) for each in (*of_coded, *of_read))


@given(LINES)
def test_a_statement_agrees_with_itself(lines: list[Line]) -> None:
    assert all(level(each, each) is Level.FULL for each in lines)
