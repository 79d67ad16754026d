"""When a clause holds: which of a sentence's dates are its own."""

import pytest

from kg.extract import timing
from kg.extract.timing import Timing
from kg.ontology import Ontology
from tests.extract.sentences import FRIDAY, Reader


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> Reader:
    return Reader(ontology)


@pytest.mark.parametrize(
    ("text", "word", "since"),
    [
        ("Oakland banned facial recognition in July 2019.", "banned", "2019-07"),
        ("On Tuesday, Oakland banned facial recognition.", "banned", "2020-06-09"),
        ("Microsoft said on Thursday that it sells facial recognition to police.", "sells", "2020-06-11"),
        ("Axon said on Monday that police had used its drones in 2018.", "used", "2018"),
        ("The bureau has used facial recognition since last fall.", "used", "2019"),
        ("The council will ban facial recognition on Monday.", "ban", "2020-06-15"),
        ("Oakland banned facial recognition.", "banned", None),
        ("Oakland banned facial recognition ahead of the 2020 election.", "banned", None),
        ("Amazon, which opened an office in 2012, sells facial recognition to police.", "sells", None),
    ],
)
def test_a_clause_is_dated_by_its_own_words_before_those_that_report_it(
    reader: Reader, text: str, word: str, since: str | None
) -> None:
    reading = reader.sentence(text)
    assert timing.read(reading.clause(word), reading.sentence, reading.signals, FRIDAY).since == since


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police used the drones between June 2018 and May 2019.", Timing(since="2018-06", until="2019-05")),
        ("Police used facial recognition from 2016 to 2019.", Timing(since="2016", until="2019")),
        ("Police will use facial recognition until March 2021.", Timing(until="2021-03")),
        ("Police used facial recognition for two years.", Timing(duration="P2Y")),
    ],
)
def test_ranges_ends_and_lengths(reader: Reader, text: str, expected: Timing) -> None:
    reading = reader.sentence(text)
    assert timing.read(reading.clauses[0], reading.sentence, reading.signals, FRIDAY) == expected


def test_nothing_relative_is_known_in_an_article_without_a_date(reader: Reader) -> None:
    reading = reader.sentence("Oakland banned facial recognition on Tuesday.")
    assert timing.read(reading.clause("banned"), reading.sentence, reading.signals, None) == Timing()
