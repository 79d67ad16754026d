"""Intervals that a precision may be reported with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RecordError
from kg.evaluate import Stratum, overall, wilson


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    found = wilson(81, 263)  # Newcombe (1998), table I
    assert [found.low, found.high] == pytest.approx([0.2553, 0.3662], abs=5e-5)
    none = wilson(0, 20)
    assert [none.share, none.low, none.high] == pytest.approx([0, 0, 0.1611], abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_estimate(counted: tuple[int, int]) -> None:
    found = wilson(*counted)
    assert 0 <= found.low <= found.share <= found.high <= 1


@given(st.integers(1, 30).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), st.integers(1, 10_000))
def test_one_stratum_has_wilsons_interval(counted: tuple[int, int], size: int) -> None:
    right, coded = counted
    (whole, alone) = overall([Stratum("bans", size, right, coded)]), wilson(right, coded)
    assert (whole.share, whole.low, whole.high) == pytest.approx((alone.share, alone.low, alone.high))


def test_strata_weigh_as_much_as_they_are_large() -> None:
    found = overall([Stratum("uses", 900, right=5, coded=10), Stratum("bans", 100, right=10, coded=10)])
    assert found.share == pytest.approx(0.55)


def test_where_all_is_right_the_interval_still_has_a_width() -> None:
    found = overall([Stratum("uses", 50, 10, 10), Stratum("bans", 50, 10, 10)])
    assert found.share == found.high == 1
    assert 0.7 < found.low < 0.9


def test_a_stratum_in_which_nothing_is_coded_is_left_out() -> None:
    known = Stratum("uses", 50, right=8, coded=10)
    assert overall([known, Stratum("bans", 50, 0, 0, unsure=2, blank=8)]) == overall([known])


def test_nothing_coded_is_an_error() -> None:
    with pytest.raises(RecordError, match="write yes, no or unsure"):
        overall([Stratum("uses", 50, 0, 0, unsure=3)])
