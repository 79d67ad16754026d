"""The card of a judge: what it learned from, and what it is worth, with and without it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from kg.evaluate import Line, Score, evaluate, figures
from kg.extract.statements import statement
from kg.model.record import to_record
from training.crossval import FOLDS, Claims
from training.examples import Example
from training.threshold import NEWS, STEPS, score

_BINS = 5


def card(told: Sequence[Example], claims: Claims, threshold: float, date: str) -> dict[str, Any]:
    """The card: data, date, figures of each set by cross-validation beside those of the grammar alone, calibration."""
    names = tuple(dict.fromkeys(example.set for example in told))
    return {
        "date": date,
        "sets": {name: _size(told, name) for name in names},
        "folds": FOLDS,
        "grammar alone": {name: _told(_grammar(told, name)) for name in names},
        "judged": {name: _told(score(told, claims, name, threshold)) for name in names},
        "by threshold": {str(step): _at(told, claims, names, step) for step in STEPS},
        "calibration": list(_calibration(claims, threshold)),
    }


def _at(told: Sequence[Example], claims: Claims, names: Sequence[str], step: float) -> dict[str, Any]:
    return {name: _told(score(told, claims, name, step)) for name in names if name in NEWS}


def _size(told: Sequence[Example], name: str) -> dict[str, int]:
    sizes = Counter(articles=0, statements=0)
    for example in told:
        if example.set == name:
            sizes.update(articles=1, statements=len(example.coded))
    return dict(sizes)


def _grammar(told: Sequence[Example], name: str) -> Score:
    """Triples that the grammar's own proposals get right; repetitions count once."""
    examples = [example for example in told if example.set == name]
    read = [line for example in examples for line in _proposed(example)]
    coded = [line for example in examples for line in example.coded]
    return figures(evaluate(coded, read, ids={example.article for example in examples})).levels["triple"]


def _proposed(example: Example) -> Iterator[Line]:
    analyses = {seen.analysis.number: seen.analysis for seen in example.seen}
    met: set[tuple[str | None, ...]] = set()
    for analysis in analyses.values():
        for proposal in analysis.proposals:
            made = statement(proposal, analysis, "training")
            line = Line.model_validate(to_record(made, example.article)) if made else None
            if line and (key := (line.actor, line.action, line.technology, line.counterparty)) not in met:
                met.add(key)
                yield line


def _told(found: Score) -> dict[str, float]:
    return {"precision": round(found.precision, 3), "recall": round(found.recall, 3), "f1": round(found.f1, 3)}


def _calibration(claims: Claims, threshold: float) -> Iterator[dict[str, float]]:
    """Of the claims kept, in equal bins of probability: the mean probability, and the share that holds."""
    kept = claims.probabilities >= threshold
    order = np.argsort(claims.probabilities[kept], kind="stable")
    for part in np.array_split(order, _BINS):
        if len(part):
            said, held = claims.probabilities[kept][part], claims.holds[kept][part]
            yield {
                "claims": len(part),
                "probability": round(float(said.mean()), 3),
                "holds": round(float(held.mean()), 3),
            }
