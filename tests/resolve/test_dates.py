"""Dates of the news, against the day of the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import dates
from kg.resolve.dates import Outlook

FRIDAY = date(2020, 6, 12)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on June 11, 2020", "2020-06-11"),
        ("on 11 June 2020", "2020-06-11"),
        ("on the 12th of May 2016", "2016-05-12"),
        ("on 2019-03-04", "2019-03-04"),
        ("on June 3", "2020-06-03"),
        ("on Dec. 30", "2019-12-30"),
        ("in June 2019", "2019-06"),
        ("since 2018", "2018"),
        ("on Thursday", "2020-06-11"),
        ("on Friday", "2020-06-12"),
        ("last Friday", "2020-06-05"),
        ("next Tuesday", "2020-06-16"),
        ("yesterday", "2020-06-11"),
        ("earlier today", "2020-06-12"),
        ("this morning", "2020-06-12"),
        ("last week", "2020-06"),
        ("last month", "2020-05"),
        ("earlier this year", "2020"),
        ("last year", "2019"),
        ("in November", "2019-11"),
        ("in April", "2020-04"),
        ("last April", "2020-04"),
        ("in April last year", "2019-04"),
        ("last fall", "2019"),
        ("this spring", "2020"),
        ("two years ago", "2018"),
        ("a decade ago", "2010"),
        ("three months ago", "2020-03"),
        ("six weeks ago", "2020-05"),
    ],
)
def test_words_become_dates_as_fine_as_they_are(words: str, expected: str) -> None:
    assert dates.resolve(words, FRIDAY) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Monday", "2020-06-15"),
        ("in August", "2020-08"),
        ("in April", "2021-04"),
        ("next year", "2021"),
        ("on June 24", "2020-06-24"),
    ],
)
def test_what_is_still_to_come_lies_ahead(words: str, expected: str) -> None:
    assert dates.resolve(words, FRIDAY, Outlook.AHEAD) == expected


@pytest.mark.parametrize(
    "words",
    ["soon", "on February 31, 2020", "the 1990s", "$2020", "it may rain", "2,016 cameras", "a 2018-model drone"],
)
def test_other_words_are_no_dates(words: str) -> None:
    assert dates.resolve(words, FRIDAY) is None


@pytest.mark.parametrize("words", ["on Thursday", "yesterday", "last month", "two years ago", "on June 3", "in April"])
def test_what_is_relative_stays_unknown_without_a_day(words: str) -> None:
    assert dates.resolve(words, None) is None


def test_all_dates_of_a_text_are_found_in_its_order() -> None:
    text = "The pilot ran from March 2019 to Thursday, and was planned in 2017."
    assert [dated.value for dated in dates.find(text, FRIDAY)] == ["2019-03", "2020-06-11", "2017"]
    assert [text[dated.start : dated.end] for dated in dates.find(text, FRIDAY)] == ["March 2019", "Thursday", "2017"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("City drops its cameras\n\nUpdated Friday, June 12, 2020 10:15 AM EDT\n\nThe council voted.", FRIDAY),
        ("City drops its cameras\n\n12 June 2020\n\nThe council voted.", FRIDAY),
        ("City drops its cameras\n\nThe council voted on June 12, 2020.", None),
        ("City drops its cameras", None),
    ],
)
def test_a_line_that_is_only_a_date_dates_a_text(text: str, expected: date | None) -> None:
    assert dates.dateline(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a one-year pause", "P1Y"),
        ("for 18 months", "P18M"),
        ("for a year", "P1Y"),
        ("over the next twelve weeks", "P12W"),
        ("a decade", "P10Y"),
        ("three-to-five-year ban", "P5Y"),
        ("for three to five years", "P5Y"),
        ("for a while", None),
        ("two years ago", None),
        ("a six-year-old app", None),
    ],
)
def test_durations(words: str, expected: str | None) -> None:
    assert dates.duration(words) == expected


@given(st.text(max_size=60), st.dates())
def test_any_words_resolve_or_do_not_and_never_fail(words: str, today: date) -> None:
    dates.resolve(words, today)
    dates.duration(words)
    dates.dateline(words)


@given(
    st.sampled_from(["Monday", "last week", "last year", "next month", "9 decades ago", "tomorrow", "in May"]),
    st.sampled_from(Outlook),
    st.dates(),
)
def test_relative_dates_stay_in_the_calendar(words: str, outlook: Outlook, today: date) -> None:
    resolved = dates.resolve(words, today, outlook)
    assert resolved is not None
    assert 1 <= int(resolved[:4]) <= 9999
