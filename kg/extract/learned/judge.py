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
from kg.extract.learned.claims import GRAMMAR, SURE, Claim, Scores
from kg.extract.learned.features import Features
from kg.extract.themes import Theme

DEFAULT_FILE = Path(__file__).parent / "judge.json.gz"
FORMAT = 3

_LIKELIER_THAN_NOT = 0.5


class JudgeError(KgError):
    """The trained file is missing, damaged, or of another format."""


Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Forest:
    """Regression trees side by side: a row a tree, a column a node; a leaf leads to itself."""

    feature: Whole
    threshold: Scores
    left: Whole
    right: Whole
    value: Scores

    @classmethod
    def of(cls, trees: Sequence[Mapping[str, Sequence[float]]]) -> "Forest":
        """From trees as lists of nodes, where the feature of a leaf is -1."""
        size = max((len(tree["feature"]) for tree in trees), default=1)
        table = {name: np.zeros((len(trees), size)) for name in ("feature", "threshold", "left", "right", "value")}
        for row, tree in enumerate(trees):
            for name, column in table.items():
                column[row, : len(tree[name])] = tree[name]
        leaf, itself = table["feature"] < 0, np.arange(size)
        whole = {name: table[name].astype(np.int64) for name in ("feature", "left", "right")}
        return cls(
            feature=np.where(leaf, 0, whole["feature"]),
            threshold=table["threshold"],
            left=np.where(leaf, itself, whole["left"]),
            right=np.where(leaf, itself, whole["right"]),
            value=table["value"],
        )

    def margins(self, numbers: Scores) -> Scores:
        """What the trees add up to for each row of numbers."""
        trees, rows = np.arange(len(self.feature)), np.arange(len(numbers))[:, None]
        before, node = None, np.zeros((len(numbers), len(trees)), np.int64)
        while before is None or (before != node).any():
            goes_left = numbers[rows, self.feature[trees, node]] <= self.threshold[trees, node]
            before, node = node, np.where(goes_left, self.left[trees, node], self.right[trees, node])
        return np.asarray(self.value[trees, node].sum(axis=1))


@dataclass(frozen=True)
class Judge:
    """A trained judge: weights of features, trees over claims, and where to draw the line.

    `warrants` are what the grammar's sure proposals are worth, for actions that news tells too rarely to learn.
    `about` weighs what a theme looks like, `weights` and `bias` what a candidate does, in log odds, a column an action.
    `threshold` is the probability from which a claim is kept; `fingerprint` is a hash of the file.
    """

    actions: tuple[str, ...]
    bias: Scores
    weights: Mapping[str, npt.NDArray[np.float64]]
    about: Mapping[str, float]
    warrants: Mapping[str, float]
    start: float
    trees: Forest
    threshold: float
    fingerprint: str

    def weigh(self, features: Features) -> Scores:
        """What features add to the log odds of each action."""
        total = np.zeros(len(self.actions))
        for name, weight in features.items():
            row = self.weights.get(name)
            if row is not None:
                total += weight * row
        return total

    def theme(self, themes: Sequence[Theme], action: str, analysis: Analysis) -> Theme:
        """Which of several themes an action is about."""
        return about.likeliest(themes, action, analysis, self.about)

    def probabilities(self, claims: Sequence[Claim]) -> list[float]:
        """How likely each claim holds: as weighed, and no less than the grammar's sure word for it is worth."""
        weighed = self.weighed([claim.numbers for claim in claims])
        return [max(one, self._warrant(claim)) for one, claim in zip(weighed, claims, strict=True)]

    def weighed(self, claims: Sequence[Sequence[float]]) -> list[float]:
        """What the trees say of claims, by their numbers."""
        if not claims:
            return []
        margins = self.start + self.trees.margins(np.array(claims))
        return [float(probability) for probability in 1.0 / (1.0 + np.exp(-margins))]

    def _warrant(self, claim: Claim) -> float:
        return self.warrants.get(claim.action, 0.0) if claim.numbers[GRAMMAR] >= SURE else 0.0


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
        warrants=raw["warrants"],
        start=raw["start"],
        trees=Forest.of(raw["trees"]),
        threshold=raw["threshold"],
        fingerprint=fingerprint,
    )


def _row(sparse: Sequence[int], size: int, scale: float) -> npt.NDArray[np.float64]:
    """A row of weights from its pairs of column and whole number."""
    row = np.zeros(size)
    row[list(sparse[::2])] = np.array(sparse[1::2]) / scale
    return row
