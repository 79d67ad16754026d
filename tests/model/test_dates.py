"""Partial dates mean a first and a last day."""

from datetime import date

import pytest
from hypothesis import given

from kg.model.dates import first_day, last_day
from tests.model.examples import partial_dates


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-06-11", date(2020, 6, 11), date(2020, 6, 11)),
    ],
)
def test_a_partial_date_means_all_its_days(partial: str, first: date, last: date) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@given(partial_dates)
def test_the_last_day_is_not_before_the_first(partial: str) -> None:
    assert first_day(partial) <= last_day(partial)


@pytest.mark.parametrize("text", ["", "20", "2020-6", "2020-13", "2021-02-29", "2020-06-11\n", "٢٠٢٠", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    for end in (first_day, last_day):
        with pytest.raises(ValueError, match=r"no ISO date|no day"):
            end(text)
