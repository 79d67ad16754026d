"""Mistakes are listed with the sentence that they stand in."""

import pytest

from kg.evaluate import evaluate, mistakes
from kg.evaluate.passage import sentence_of
from tests.evaluate.lines import line

TEXT = "No more cameras\n\nExampla, Inc. stopped selling. “It is over,” it said. Others went on."


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("stopped", "Exampla, Inc. stopped selling."),
        ("is over", "“It is over,” it said."),
        ("more", "No more cameras"),
        ("went on.", "Others went on."),
        ("selling. “It", "Exampla, Inc. stopped selling. “It is over,” it said."),
        ("not there", None),
    ],
)
def test_the_sentence_around_a_quote(quote: str, sentence: str | None) -> None:
    assert sentence_of(TEXT, quote) == sentence


def test_what_is_missed_comes_first_and_says_what_was_near() -> None:
    coded = [line(quote="stopped"), line(action="bans", core=False, quote="elsewhere")]
    found = [*mistakes(evaluate(coded, [line(technology="drones", quote="over")], texts={"1": TEXT}))]
    assert [each.fault for each in found] == ["missed", "missed, not core", "false alarm"]
    assert found[0].sentence == "Exampla, Inc. stopped selling."
    assert found[0].nearest == "Exampla Vision · sells · drones · to: Sampleton Police Department"
    assert found[1].sentence == "elsewhere"


def test_what_is_right_is_not_listed() -> None:
    assert not [*mistakes(evaluate([line()], [line()]))]
