"""The figures of an evaluation, on lines made for each of them."""

import pytest

from kg.errors import RecordError
from kg.evaluate import Figures, Line, Share, evaluate, figures
from kg.evaluate.confusion import Confusion
from tests.evaluate.lines import line


def of(coded: list[Line], read: list[Line], texts: dict[str, str] | None = None) -> Figures:
    return figures(evaluate(coded, read, texts=texts))


def test_precision_counts_all_that_is_read_and_recall_what_is_core() -> None:
    coded = [line(), line(actor="Samplesoft", core=False), line(actor="Third Party")]
    read = [line(), line(actor="Samplesoft"), line(actor="Nobody"), line(technology="drones")]
    triple = of(coded, read).levels["triple"]
    assert (triple.right, triple.read, triple.core_found, triple.core) == (2, 4, 1, 2)
    assert (triple.precision, triple.recall, triple.f1) == (0.5, 0.5, 0.5)
    assert triple.recall_of_all == pytest.approx(2 / 3)


def test_where_nothing_is_read_all_is_zero() -> None:
    triple = of([line()], []).levels["triple"]
    assert (triple.precision, triple.recall, triple.f1) == (0, 0, 0)


def test_actions_are_counted_on_each_side_by_their_own() -> None:
    actions = of([line(), line(action="bans")], [line(), line(action="opposes")]).actions
    assert (actions["sells"].core_found, actions["sells"].core, actions["sells"].f1) == (1, 1, 1)
    assert (actions["bans"].core, actions["bans"].read) == (1, 0)
    assert (actions["opposes"].core, actions["opposes"].read) == (0, 1)


def test_qualifiers_are_compared_where_the_coder_gave_them() -> None:
    coded = [
        line(status="in_force", certainty="stated", since="2020-06-11", condition="until there is a law"),
        line(id="2", status="proposed", certainty="hedged", speaker="Ada Example", alt={"status": ["considered"]}),
        line(id="3", counterparty=None, status="ended"),
    ]
    read = [
        line(status="announced", certainty="stated", since="2020-06", condition="until a law is there"),
        line(id="2", status="considered", certainty="stated", counterparty=None),
        line(id="3", status="in_force", speaker="Somebody"),
    ]
    found = of(coded, read).qualifiers
    assert found["status"] == Share(2, 3)
    assert found["certainty"] == Share(1, 2)
    assert found["since"] == found["condition"] == Share(1, 1)
    assert found["speaker"] == Share(0, 1)
    assert found["counterparty"] == Share(1, 2)


def test_items_in_which_nothing_is_coded_count_where_they_are_known() -> None:
    coded, read = [line()], [line(), line(id="2")]
    assert of(coded, read).quiet is None
    known = of(coded, read, texts={"1": "", "2": "", "3": "", "4": ""})
    assert (known.items, known.quiet) == (4, Share(1, 3))
    assert known.levels["triple"].precision == 0.5


def test_only_the_items_named_count() -> None:
    chosen = figures(evaluate([line()], [line(), line(id="2")], ids={"1", "3"}))
    assert (chosen.items, chosen.quiet, chosen.levels["triple"].precision) == (2, Share(0, 1), 1.0)


def test_items_that_nobody_knows_are_an_error() -> None:
    with pytest.raises(RecordError, match="no item to evaluate"):
        evaluate([line()], [], ids={"9"})


def test_a_reversed_action_is_a_confusion_and_a_wrong_polarity() -> None:
    coded = [line(action="restricts_sale"), line(id="2", action="restricts_sale")]
    read = [line(), line(id="2", action="restricts_sale")]
    counted = of(coded, read)
    assert counted.confusions == (Confusion("restricts_sale", "sells", 1),)
    assert counted.polarity["restricts_sale"] == Share(1, 2)


def test_what_is_over_and_read_as_holding_is_a_wrong_polarity() -> None:
    coded = [line(status="denied"), line(id="2", status="in_force"), line(id="3", status="ended")]
    read = [line(status="in_force"), line(id="2", status="announced"), line(id="3", status="denied")]
    assert of(coded, read).polarity == {"sells": Share(2, 3)}


def test_a_missed_statement_is_no_wrong_polarity() -> None:
    assert of([line(action="restricts_sale")], [line(actor="Nobody")]).polarity == {}


def test_quotes_are_looked_up_in_the_texts() -> None:
    text = "Exampla sells cameras."
    read = [
        line(quote="sells", start=8, end=13),
        line(quote="sells", start=0, end=5),
        line(quote="cameras", more_quotes=[{"quote": "drones"}]),
    ]
    assert of([], read).quotes is None
    assert of([], read, texts={"1": text}).quotes == Share(2, 4)


def test_confidence_is_compared_with_what_is_right() -> None:
    read = [
        line(confidence=0.95),
        line(id="2", confidence=0.95),
        line(id="3", confidence=0.25),
        line(id="4", confidence=1.0),
    ]
    found = of([line(), line(id="4")], read).calibration
    assert found is not None
    assert [(each.low, each.count, each.right) for each in found.bins] == [(0.2, 1, 0.0), (0.9, 3, 0.6667)]
    assert found.expected_error == pytest.approx((0.25 + 3 * (2.9 / 3 - 2 / 3)) / 4, abs=0.001)


def test_without_confidences_there_is_no_calibration() -> None:
    assert of([line()], [line()]).calibration is None
