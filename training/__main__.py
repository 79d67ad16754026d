"""`python -m training [--write]`: figures by cross-validation; with `--write` the judge's file as well."""

import sys
from collections.abc import Sequence

import numpy as np

from kg.evaluate import Line, evaluate, figures
from kg.extract.analysis import Analyst
from kg.extract.learned.judge import DEFAULT_FILE
from kg.ontology import load
from training import file
from training.claims import Coded, coded_claims
from training.examples import Example, examples
from training.fitting import Numbers, Words, folds, linear, trees
from training.sets import SETS, open_set

FOLDS = 5


def main(arguments: Sequence[str]) -> None:
    """Reads the sets, reports what cross-validation gives, and writes the file where that is asked for."""
    ontology = load()
    analyst, actions = Analyst(ontology), tuple(ontology.actions)
    told = [e for name in SETS if (gold := open_set(name)) for e in examples(name, gold, analyst, actions)]
    rows = np.repeat(np.arange(len(told)), [len(e.seen) for e in told])
    seen = [each for e in told for each in e.seen]
    labels = np.array([each.labels for each in seen])
    words = Words.of(seen)
    table = words.table(seen)
    print(f"{len(told)} articles, {len(seen)} candidates, {table.shape[1]} features", flush=True)
    fold = folds(told, FOLDS)
    scores = np.zeros(labels.shape)
    for k in range(FOLDS):
        inside = fold[rows] == k
        scores[inside] = linear(table[~inside], labels[~inside]).scores(table[inside])
    claims = [c for i, e in enumerate(told) for c in coded_claims(i, e, scores[rows == i], actions)]
    numbers = np.array([c.claim.numbers for c in claims])
    holds, weights = np.array([c.holds for c in claims]), np.array([c.weight for c in claims])
    claim_fold = fold[[c.article for c in claims]]
    sure = np.zeros(len(claims))
    for k in range(FOLDS):
        inside = claim_fold == k
        model = trees(numbers[~inside], holds[~inside], weights[~inside])
        sure[inside] = model.predict_proba(numbers[inside])[:, 1]
    print(f"{len(claims)} claims, {holds.sum()} right", flush=True)
    report(told, claims, sure)
    if "--write" in arguments:
        whole, model = linear(table, labels), trees(numbers, holds, weights)
        file.write(DEFAULT_FILE, actions, words.names, whole, model, 0.35, {})


def report(told: Sequence[Example], claims: Sequence[Coded], sure: Numbers) -> None:
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        kept = [c for c, p in zip(claims, sure, strict=True) if p >= threshold]
        row = [f"{threshold:.2f}"]
        for name in dict.fromkeys(e.set for e in told):
            row.append(f"{name} {_told(name, told, kept)}")
        print("  ".join(row), flush=True)


def _told(name: str, told: Sequence[Example], kept: Sequence[Coded]) -> str:
    coded: list[Line] = [line for e in told if e.set == name for line in e.coded]
    ids = {e.article for e in told if e.set == name}
    read = [c.line for c in kept if told[c.article].set == name]
    found = figures(evaluate(coded, read, ids=ids)).levels["triple"]
    return f"P {found.precision:.3f} R {found.recall:.3f} F {found.f1:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
