"""Cross-validation: every article judged by a model that has not seen it.

The second step learns from scores that the first step gave to articles it had not seen, as it will be used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.extract.learned import about
from kg.extract.learned.claims import GRAMMAR, SURE
from kg.extract.learned.loose import Choose
from training import themes, warrants
from training.claims import Coded, coded_claims
from training.examples import Example
from training.fitting import Numbers, Whole, Words, folds, linear, trees

FOLDS = 5


@dataclass(frozen=True)
class Claims:
    """The claims of all examples as a table, and how likely each holds by a model that has not seen its article."""

    coded: tuple[Coded, ...]
    numbers: Numbers
    probabilities: Numbers

    @property
    def holds(self) -> Numbers:
        """1 where a coder agrees, else 0."""
        return np.array([each.holds for each in self.coded], float)

    @property
    def weights(self) -> Numbers:
        """How much each counts in training."""
        return np.array([each.weight for each in self.coded])


def claims(told: Sequence[Example], words: Words, actions: Sequence[str]) -> Claims:
    """The claims of the examples, judged across folds."""
    fold = folds(told, FOLDS)
    scores = _scores(told, words, fold)
    choosers = [chooser([e for e, f in zip(told, fold, strict=True) if f != k]) for k in range(FOLDS)]
    coded = tuple(c for i, e in enumerate(told) for c in coded_claims(i, e, scores[i], actions, choosers[fold[i]]))
    numbers = np.array([each.claim.numbers for each in coded])
    unjudged = Claims(coded, numbers, np.zeros(len(coded)))
    return Claims(coded, numbers, _probabilities(unjudged, fold))


def chooser(told: Sequence[Example]) -> Choose:
    """Which theme an action is about, as learned from some examples."""
    weights = themes.fit(told)
    return lambda options, action, analysis: about.likeliest(options, action, analysis, weights)


def _scores(told: Sequence[Example], words: Words, fold: Whole) -> list[Numbers]:
    """The first step's scores of each article, by a model of the other folds."""
    scores = [np.zeros((0, 0))] * len(told)
    for k in range(FOLDS):
        inside = [seen for e, f in zip(told, fold, strict=True) if f != k for seen in e.seen]
        model = linear(words.table(inside), np.array([seen.labels for seen in inside]))
        for i, example in enumerate(told):
            if fold[i] == k and example.seen:
                scores[i] = model.scores(words.table(example.seen))
    return scores


def _probabilities(all_claims: Claims, fold: Whole) -> Numbers:
    probabilities = np.zeros(len(all_claims.coded))
    folds_of_claims = fold[[each.article for each in all_claims.coded]]
    for k in range(FOLDS):
        outside = folds_of_claims == k
        model = trees(all_claims.numbers[~outside], all_claims.holds[~outside], all_claims.weights[~outside])
        weighed = model.predict_proba(all_claims.numbers[outside])[:, 1]
        known = warrants.fit([c for c, out in zip(all_claims.coded, outside, strict=True) if not out])
        probabilities[outside] = np.maximum(weighed, _warranted(all_claims, outside, known))
    return probabilities


def _warranted(all_claims: Claims, chosen: npt.NDArray[np.bool_], known: Mapping[str, float]) -> Numbers:
    """What the grammar's sure word is worth for each of the chosen claims, 0 where it has none."""
    claims_chosen = (c.claim for c, wanted in zip(all_claims.coded, chosen, strict=True) if wanted)
    return np.array([known.get(c.action, 0.0) if c.numbers[GRAMMAR] >= SURE else 0.0 for c in claims_chosen])
