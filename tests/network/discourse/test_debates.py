"""Worked by hand: what joins two, and how much, in small debates."""

import math

import pytest

from kg.network.discourse import Debate, Mode, discourse
from kg.network.discourse.backbone import weights
from tests.network.discourse.debates import debate

Ties = dict[str, float]


def ties(written: str, **settings: object) -> Ties:
    """The ties of a debate in which all counts, `ab` being that of a and b."""
    graph = discourse(debate(written), Debate(**{"mode": Mode.ACTORS, "duplicates": "include", **settings}))  # type: ignore[arg-type]
    return {"".join(sorted((one, other))): weight for one, other, weight in weights(graph)}


# Two who agree on x and quarrel about y; c is alone with z.
QUARREL = "a+x b+x a+y b-y c+z"
# Three of one mind on x; a and b also on y.
CHORUS = "a+x b+x c+x a-y b-y"
# a is for x twice and against it once; b for it, c against it.
DIVIDED = "2a+x a-x b+x c-x"
# Many words and few: a says x three times, b once, and b says y four times.
LOUD = "3a+x b+x 4b+y"
# Two camps with a bridge: c is with a and b on x, with d and e on y.
CAMPS = "a+x b+x c+x c-y d-y e-y a+y"
# Nobody shares a concept.
APART = "a+x b+y c-z"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (QUARREL, {"ab": 1.0}),
        (CHORUS, {"ab": 2.0, "ac": 1.0, "bc": 1.0}),
        (DIVIDED, {"ab": 2.0, "ac": 1.0}),
        (LOUD, {"ab": 3.0}),
        (CAMPS, {"ab": 1.0, "ac": 1.0, "bc": 1.0, "cd": 1.0, "ce": 1.0, "de": 1.0}),
        (APART, {}),
    ],
)
def test_congruence(written: str, wanted: Ties) -> None:
    assert ties(written) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (QUARREL, {"ab": 1.0}),
        (CHORUS, {}),
        (DIVIDED, {"ab": 1.0, "ac": 2.0, "bc": 1.0}),
        (LOUD, {}),
        (CAMPS, {"ac": 1.0, "ad": 1.0, "ae": 1.0}),
        (APART, {}),
    ],
)
def test_conflict(written: str, wanted: Ties) -> None:
    assert ties(written, tie="conflict") == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (QUARREL, {}),
        (CHORUS, {"ab": 2.0, "ac": 1.0, "bc": 1.0}),
        (DIVIDED, {"ab": 1.0, "ac": -1.0, "bc": -1.0}),
        (LOUD, {"ab": 3.0}),
        (CAMPS, {"ab": 1.0, "ad": -1.0, "ae": -1.0, "bc": 1.0, "cd": 1.0, "ce": 1.0, "de": 1.0}),
        (APART, {}),
    ],
)
def test_subtract(written: str, wanted: Ties) -> None:
    assert ties(written, tie="subtract") == wanted


def test_ignore_joins_all_who_speak_of_the_same() -> None:
    assert ties(QUARREL, tie="ignore") == {"ab": 2.0}
    assert ties(DIVIDED, tie="ignore") == {"ab": 3.0, "ac": 3.0, "bc": 1.0}


@pytest.mark.parametrize(
    ("norm", "written", "wanted"),
    [
        ("average", QUARREL, {"ab": 1 / 2}),  # both have two claims
        ("average", LOUD, {"ab": 3 / 4}),  # three claims and five
        ("jaccard", QUARREL, {"ab": 1 / 3}),  # shared x+, and y+ and y- apart
        ("jaccard", CHORUS, {"ab": 2 / 2, "ac": 1 / 2, "bc": 1 / 2}),
        ("jaccard", LOUD, {"ab": 3 / 7}),  # 3·1 shared, four of b's apart
        ("cosine", QUARREL, {"ab": 1 / 2}),  # √2·√2
        ("cosine", LOUD, {"ab": 3 / (3 * math.sqrt(17))}),
        ("cosine", CHORUS, {"ab": 1.0, "ac": 1 / math.sqrt(2), "bc": 1 / math.sqrt(2)}),
    ],
)
def test_norms(norm: str, written: str, wanted: Ties) -> None:
    assert ties(written, norm=norm) == pytest.approx(wanted)


def test_concepts_are_joined_by_who_is_on_one_side_of_both() -> None:
    assert ties(CHORUS, mode=Mode.CONCEPTS) == {}
    assert ties("a+x a+y b-x b-y c+x c-y", mode=Mode.CONCEPTS) == {"xy": 2.0}
    assert ties("a+x a+y b-x b-y c+x c-y", mode=Mode.CONCEPTS, tie="conflict") == {"xy": 1.0}


@pytest.mark.parametrize(
    ("norm", "wanted"),
    [
        ("none", {"ax": 1.0, "bx": 1.0, "cx": -1.0}),
        ("activity", {"ax": 1 / 3, "bx": 1.0, "cx": -1.0}),
        ("prominence", {"ax": 1 / 5, "bx": 1 / 5, "cx": -1 / 5}),
    ],
)
def test_two_modes_have_signs(norm: str, wanted: Ties) -> None:
    assert ties(DIVIDED, mode=Mode.TWO_MODE, norm=norm) == pytest.approx(wanted)
