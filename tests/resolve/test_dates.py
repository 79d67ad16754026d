"""Dates of the news, against the day of the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import dates

FRIDAY = date(2020, 6, 12)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on June 11, 2020", "2020-06-11"),
        ("on 11 June 2020", "2020-06-11"),
        ("on June 3", "2020-06-03"),
        ("in June 2019", "2019-06"),
        ("since 2018", "2018"),
        ("on Thursday", "2020-06-11"),
        ("on Friday", "2020-06-12"),
        ("yesterday", "2020-06-11"),
        ("last month", "2020-05"),
        ("last year", "2019"),
        ("in November", "2019-11"),
        ("last week", None),
        ("soon", None),
        ("on February 31, 2020", None),
    ],
)
def test_words_become_partial_dates(words: str, expected: str | None) -> None:
    assert dates.resolve(words, FRIDAY) == expected


@pytest.mark.parametrize("words", ["on Thursday", "yesterday", "last month", "on June 3"])
def test_what_is_relative_stays_unknown_without_a_day(words: str) -> None:
    assert dates.resolve(words, None) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [("a one-year pause", "P1Y"), ("for 18 months", "P18M"), ("three-to-five-year ban", "P5Y"), ("for a while", None)],
)
def test_durations(words: str, expected: str | None) -> None:
    assert dates.duration(words) == expected


@given(st.text(max_size=60), st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_any_words_resolve_or_do_not_and_never_fail(words: str, today: date) -> None:
    dates.resolve(words, today)
    dates.duration(words)
