"""The two steps of the judge, fitted: words to actions, then claims to what holds."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from training.examples import ELSEWHERE, Example, Seen

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

RAREST = 3
"""A feature that fewer candidates have is left out: it would be learned by heart."""

_STRENGTH = 0.4
_WEIGHT_ELSEWHERE = 0.3
_FEWEST = 3
_NEVER = -8.0
_TREES = {
    "n_estimators": 220,
    "learning_rate": 0.05,
    "max_depth": 4,
    "min_samples_leaf": 25,
    "subsample": 0.7,
    "max_features": 0.3,
    "random_state": 0,
}


@dataclass(frozen=True)
class Words:
    """The features that are common enough, by column."""

    vectorizer: DictVectorizer

    @classmethod
    def of(cls, seen: Sequence[Seen]) -> "Words":
        """The features that at least RAREST candidates have."""
        vectorizer = DictVectorizer()
        counts = np.asarray((vectorizer.fit_transform([each.features for each in seen]) != 0).sum(0)).ravel()
        return cls(vectorizer.restrict(counts >= RAREST))

    def table(self, seen: Sequence[Seen]) -> csr_matrix:
        """A row a candidate, a column a feature."""
        return narrow(self.vectorizer.transform([each.features for each in seen]))

    @property
    def names(self) -> list[str]:
        """The features, in the order of the columns."""
        return list(self.vectorizer.get_feature_names_out())


def narrow(table: Any) -> csr_matrix:
    """A sparse table with indices of 32 bits: scikit-learn's linear solver takes no others."""
    rows = csr_matrix(table)
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    return rows


@dataclass(frozen=True)
class Linear:
    """Log odds of each action: a row of `weights` an action, a column a feature."""

    weights: Numbers
    bias: Numbers

    def scores(self, table: csr_matrix) -> Numbers:
        """Log odds, a row a candidate, a column an action."""
        return np.asarray(table @ self.weights.T) + self.bias


def linear(table: csr_matrix, labels: npt.NDArray[np.int8]) -> Linear:
    """One logistic regression an action; an action that hardly occurs is never read."""
    weights, bias = np.zeros((labels.shape[1], table.shape[1])), np.full(labels.shape[1], _NEVER)
    for action in range(labels.shape[1]):
        right = labels[:, action] > 0
        if right.sum() >= _FEWEST:
            sample = np.where(labels[:, action] == ELSEWHERE, _WEIGHT_ELSEWHERE, 1.0)
            model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=300, random_state=0)
            model.fit(table, right, sample_weight=sample)
            weights[action], bias[action] = model.coef_[0], model.intercept_[0]
    return Linear(weights, bias)


def trees(numbers: Numbers, holds: Numbers, weights: Numbers) -> GradientBoostingClassifier:
    """Boosted trees from a claim's numbers to whether it holds."""
    return GradientBoostingClassifier(**_TREES).fit(numbers, holds, sample_weight=weights)


def folds(examples: Sequence[Example], number: int) -> Whole:
    """A fold for each article by a hash of its id: the same one at every run, whatever other articles there are."""
    hashed = (hashlib.sha256(example.article.encode()).digest()[0] for example in examples)
    return np.array([each % number for each in hashed], np.int64)
