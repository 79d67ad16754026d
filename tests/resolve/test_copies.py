"""Texts that are nearly the same are alike, and share a band; others hardly ever do."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.copies import BANDS, THRESHOLD, bands, likeness, shingles

WORDS = [f"word{number}" for number in range(400)]


def alike(one: str, other: str) -> float:
    return likeness(shingles(one), shingles(other))


def text(*spans: tuple[int, int]) -> str:
    return " ".join(" ".join(WORDS[start:end]) for start, end in spans)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The town bans drones.", "the town, bans DRONES", 1.0),
        ("a b c d e f", "a b c d e g", 1 / 3),
        ("a b c d e", "f g h i j", 0.0),
        ("", "", 0.0),
        ("…", "!", 0.0),
    ],
)
def test_likeness_is_the_share_of_common_runs_of_words(one: str, other: str, expected: float) -> None:
    assert alike(one, other) == pytest.approx(expected)


@given(st.text(max_size=300))
def test_a_text_is_like_itself_and_has_the_same_bands_whatever_its_case(words: str) -> None:
    assert bands(words) == bands(words)
    assert len(bands(words)) in (0, BANDS)
    assert alike(words, words) == (1.0 if bands(words) else 0.0)


def test_signatures_are_what_they_always_were() -> None:
    assert bands("The town banned drones from its parks on Monday.")[:2] == ("e0d526e8d91b9d64", "41272e361b5fa916")


def test_texts_from_the_threshold_on_share_a_band_and_strangers_do_not() -> None:
    chance = random.Random(1)
    near = far = 0
    for _ in range(400):
        start = chance.randrange(200)
        one, other = text((start, start + 100)), text((start + 16, start + 116))
        assert THRESHOLD <= alike(one, other) < 0.72
        near += bool(set(enumerate(bands(one))) & set(enumerate(bands(other))))
        stranger = " ".join(chance.sample(WORDS, 100))
        far += bool(set(enumerate(bands(one))) & set(enumerate(bands(stranger))))
    assert near >= 0.97 * 400
    assert far <= 0.01 * 400
