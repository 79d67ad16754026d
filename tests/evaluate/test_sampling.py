"""What is drawn depends on the seed and the statements alone."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RecordError
from kg.evaluate import draw

POPULATION = [(f"s-{n}", "uses" if n < 80 else "bans" if n < 95 else "sues") for n in range(100)]
POPULATIONS = st.dictionaries(st.text(min_size=1, max_size=4), st.sampled_from(["uses", "bans", "sues"]), min_size=1)


def test_every_stratum_gives_as_much_and_small_ones_all_they_have() -> None:
    drawn = draw(POPULATION, 45, seed=0)
    assert Counter(each.stratum for each in drawn) == {"uses": 25, "bans": 15, "sues": 5}
    assert {(each.stratum, each.stratum_size) for each in drawn} == {("uses", 80), ("bans", 15), ("sues", 5)}


def test_the_seed_decides() -> None:
    assert draw(POPULATION, 20, seed=1) == draw(reversed(POPULATION), 20, seed=1)
    assert draw(POPULATION, 20, seed=1) != draw(POPULATION, 20, seed=2)


def test_the_rows_are_in_the_order_of_chance() -> None:
    first_halves = Counter(each.stratum for seed in range(100) for each in draw(POPULATION, 30, seed)[:15])
    assert first_halves["uses"] == pytest.approx(100 * 13 / 2, rel=0.1)
    assert first_halves["sues"] == pytest.approx(100 * 5 / 2, rel=0.15)


def test_without_strata_all_are_one() -> None:
    drawn = draw([(identity, None) for identity, _ in POPULATION], 10, seed=0)
    assert {(each.stratum, each.stratum_size) for each in drawn} == {("all", 100)}


def test_there_must_be_something_to_draw_from() -> None:
    with pytest.raises(RecordError, match="load articles first"):
        draw([], 10, seed=0)


@given(POPULATIONS, st.integers(1, 40), st.integers())
def test_as_many_as_wanted_each_once_and_a_larger_sample_holds_the_smaller(
    population: dict[str, str], size: int, seed: int
) -> None:
    drawn = draw(population.items(), size, seed)
    assert len({each.statement for each in drawn}) == len(drawn) == min(size, len(population))
    assert {each.statement for each in drawn} <= {each.statement for each in draw(population.items(), size + 5, seed)}
