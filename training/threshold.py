"""Where to draw the line: which claims become statements."""

from collections.abc import Sequence

import numpy as np

from kg.evaluate import Score, evaluate, figures
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
    kept = (c.line for c, p in zip(claims.coded, claims.probabilities, strict=True) if p >= threshold)
    ids = {example.article for example in examples}
    return figures(evaluate(coded, [line for line in kept if line.id in ids], ids=ids)).levels["triple"]


def best(told: Sequence[Example], claims: Claims) -> float:
    """The highest threshold whose mean F1 over the news sets is nearly the best."""
    names = [name for name in NEWS if any(example.set == name for example in told)] or [told[0].set]
    mean = {step: float(np.mean([score(told, claims, name, step).f1 for name in names])) for step in STEPS}
    return max(step for step, f1 in mean.items() if f1 >= max(mean.values()) - _AS_GOOD)
