"""Where to draw the line: which claims become statements."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

import numpy as np

from kg.evaluate import Line, Score, evaluate, figures
from kg.extract.learned.judge import standing
from training.crossval import Claims
from training.examples import Example

STEPS = tuple(round(float(step), 3) for step in np.arange(0.2, 0.651, 0.025))
_AS_GOOD = 0.015
"""F1 that may be given up for precision: a reader who trusts a row wrongly is worse off than one who misses it."""

NEWS = ("ledes", "articles")
"""The sets of real news, which the line is drawn for."""


def score(told: Sequence[Example], claims: Claims, name: str, threshold: float) -> Score:
    """Triples of a set right and found when claims from this probability are kept."""
    examples = [example for example in told if example.set == name]
    coded = [line for example in examples for line in example.coded]
    ids = {example.article for example in examples}
    return figures(evaluate(coded, _kept(claims, threshold, ids), ids=ids)).levels["triple"]


def _kept(claims: Claims, threshold: float, ids: Collection[str]) -> Iterator[Line]:
    """The statements of the claims that stand, of some articles."""
    for _, article in groupby(zip(claims.coded, claims.probabilities, strict=True), lambda one: one[0].article):
        told = [(coded.line, float(p)) for coded, p in article if coded.line.id in ids]
        stand = standing([p for _, p in told], threshold)
        yield from (line for (line, _), stands in zip(told, stand, strict=True) if stands)


def best(told: Sequence[Example], claims: Claims) -> float:
    """The highest threshold whose mean F1 over the news sets is nearly the best."""
    names = [name for name in NEWS if any(example.set == name for example in told)] or [told[0].set]
    mean = {step: float(np.mean([score(told, claims, name, step).f1 for name in names])) for step in STEPS}
    return max(step for step, f1 in mean.items() if f1 >= max(mean.values()) - _AS_GOOD)
