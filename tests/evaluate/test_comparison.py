"""Two runs are compared figure by figure."""

from typing import Any

import pytest

from kg.errors import RecordError
from kg.evaluate import Line, differences, evaluate, figures, flat
from tests.evaluate.lines import line

CODED = [line(), line(id="2", status="ended", action="bans")]


def run(*read: Line) -> dict[str, Any]:
    return figures(evaluate(CODED, read, texts={"1": "", "2": ""})).record()


def test_figures_have_names() -> None:
    named = flat(run(line(confidence=0.5)))
    assert named["levels.triple.f1"] == pytest.approx(0.6667)
    assert named["actions.sells.precision"] == 1
    assert named["calibration"] == 0.5
    assert "levels.triple.read" not in named


def test_a_difference_is_what_the_figure_has_risen_by() -> None:
    found = {each.figure: each for each in differences(run(line()), run(line(), line(id="2", action="bans")))}
    assert found["levels.triple.recall"].change == 0.5
    assert found["qualifiers.status"].earlier is None
    assert found["qualifiers.status"].change is None


def test_runs_on_other_gold_sets_are_refused() -> None:
    other = figures(evaluate([line()], [line()])).record()
    with pytest.raises(RecordError, match="1 coded statements and this one 2"):
        [*differences(other, run(line()))]


def test_what_is_no_run_is_refused() -> None:
    with pytest.raises(RecordError, match="--format json"):
        [*differences({"levels": {}}, run(line()))]
