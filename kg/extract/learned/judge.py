"""The trained file, and what it says: how likely a candidate does something, and how likely a claim holds.

Two steps. A linear model an action weighs the features of a candidate in its sentence; boosted trees weigh the numbers
of a claim in its article. Both are plain numbers in a compressed JSON file: no pickle, nothing that runs.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import KgError
from kg.extract.analysis import Analysis
from kg.extract.learned import about
from kg.extract.learned.claims import Scores
from kg.extract.learned.features import Features
from kg.extract.themes import Theme

DEFAULT_FILE = Path(__file__).parent / "judge.json.gz"
FORMAT = 2

_LIKELIER_THAN_NOT = 0.5


class JudgeError(KgError):
    """The trained file is missing, damaged, or of another format."""


@dataclass(frozen=True)
class Tree:
    """One regression tree as parallel lists: `feature` is -1 at a leaf, where `value` is what the tree adds."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]

    def of(self, numbers: Sequence[float]) -> float:
        """The value of the leaf that the numbers lead to."""
        node = 0
        while self.feature[node] >= 0:
            goes_left = numbers[self.feature[node]] <= self.threshold[node]
            node = self.left[node] if goes_left else self.right[node]
        return self.value[node]


@dataclass(frozen=True)
class Judge:
    """A trained judge: weights of features, trees over claims, and where to draw the line.

    `about` weighs what a theme looks like, `weights` and `bias` what a candidate does, in log odds, a column an action.
    `threshold` is the probability from which a claim is kept; `fingerprint` is a hash of the file.
    """

    actions: tuple[str, ...]
    bias: Scores
    weights: Mapping[str, npt.NDArray[np.float64]]
    about: Mapping[str, float]
    start: float
    trees: tuple[Tree, ...]
    threshold: float
    fingerprint: str

    def scores(self, features: Features) -> Scores:
        """Log odds of each action for a candidate."""
        total = self.bias.copy()
        for name, weight in features.items():
            row = self.weights.get(name)
            if row is not None:
                total += weight * row
        return total

    def theme(self, themes: Sequence[Theme], action: str, analysis: Analysis) -> Theme:
        """Which of several themes an action is about."""
        return about.likeliest(themes, action, analysis, self.about)

    def probability(self, numbers: Sequence[float]) -> float:
        """How likely a claim holds, from 0 to 1."""
        margin = self.start + sum(tree.of(numbers) for tree in self.trees)
        return float(1.0 / (1.0 + np.exp(-margin)))


def standing(probabilities: Sequence[float], threshold: float) -> list[bool]:
    """Which claims of one article stand: those from the threshold on.

    Where not even one is more likely than not, the article tells no statement, and none stands.
    """
    sure = max(probabilities, default=0.0) >= _LIKELIER_THAN_NOT
    return [sure and probability >= threshold for probability in probabilities]


@cache
def load(path: Path = DEFAULT_FILE) -> Judge:
    """The judge of a file. Raises JudgeError where it cannot be read."""
    data, fingerprint = _read(path)
    return _of(data, fingerprint)


def card_of(path: Path = DEFAULT_FILE) -> Mapping[str, Any]:
    """What a judge says of itself: data, date, figures. Raises JudgeError where the file cannot be read."""
    card: Mapping[str, Any] = _read(path)[0]["card"]
    return card


def _read(path: Path) -> tuple[Mapping[str, Any], str]:
    """The contents of a judge's file, and the hash of its bytes."""
    try:
        packed = path.read_bytes()
        data = json.loads(gzip.decompress(packed))
    except (OSError, EOFError, ValueError) as error:
        raise JudgeError(f"{path}: not a trained judge ({error}); make it again with `make train`") from error
    if data.get("format") != FORMAT:
        raise JudgeError(f"{path}: format {data.get('format')}, but this version reads {FORMAT}; run `make train`")
    return data, hashlib.sha256(packed).hexdigest()[:16]


def _of(raw: Mapping[str, Any], fingerprint: str) -> Judge:
    size, scale = len(raw["actions"]), raw["scale"]
    return Judge(
        actions=tuple(raw["actions"]),
        bias=np.array(raw["bias"]),
        weights={name: _row(sparse, size, scale) for name, sparse in raw["weights"].items()},
        about=raw["about"],
        start=raw["start"],
        trees=tuple(Tree(**{field: tuple(values) for field, values in tree.items()}) for tree in raw["trees"]),
        threshold=raw["threshold"],
        fingerprint=fingerprint,
    )


def _row(sparse: Sequence[int], size: int, scale: float) -> npt.NDArray[np.float64]:
    """A row of weights from its pairs of column and whole number."""
    row = np.zeros(size)
    row[list(sparse[::2])] = np.array(sparse[1::2]) / scale
    return row
