"""The judge's file: plain numbers as JSON, compressed, the same bytes from the same fit."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from kg.extract.learned.judge import FORMAT
from training.fitting import Linear

_SCALE = 100
"""Weights are kept as whole numbers of hundredths; smaller ones are let go."""


def write(
    path: Path,
    actions: Sequence[str],
    names: Sequence[str],
    linear: Linear,
    about: Mapping[str, float],
    warrants: Mapping[str, float],
    trees: GradientBoostingClassifier,
    threshold: float,
    card: Mapping[str, Any],
) -> None:
    """Write the file of a fitted judge, with its card."""
    data = {
        "format": FORMAT,
        "card": card,
        "actions": list(actions),
        "threshold": threshold,
        "scale": _SCALE,
        "bias": [round(float(bias), 4) for bias in linear.bias],
        "weights": _weights(names, linear),
        "about": about,
        "warrants": warrants,
        "start": _start(trees),
        "trees": [_tree(each[0].tree_, trees.learning_rate) for each in trees.estimators_],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _weights(names: Sequence[str], linear: Linear) -> dict[str, list[int]]:
    """Feature → column, weight, column, weight …; zeros left out."""
    rounded = np.rint(linear.weights.T * _SCALE).astype(int)
    rows = {name: _pairs(row) for name, row in zip(names, rounded, strict=True)}
    return {name: row for name, row in rows.items() if row}


def _pairs(row: Any) -> list[int]:
    return [int(value) for column in np.flatnonzero(row) for value in (column, row[column])]


def _start(trees: GradientBoostingClassifier) -> float:
    """The log odds before any tree: those of the share that holds."""
    share = float(trees.init_.class_prior_[1])
    return float(np.log(share / (1 - share)))


def _tree(tree: Any, rate: float) -> dict[str, list[Any]]:
    leaf = tree.children_left < 0
    return {
        "feature": [-1 if end else int(feature) for end, feature in zip(leaf, tree.feature, strict=True)],
        "threshold": [0.0 if end else round(float(t), 5) for end, t in zip(leaf, tree.threshold, strict=True)],
        "left": [max(int(node), 0) for node in tree.children_left],
        "right": [max(int(node), 0) for node in tree.children_right],
        "value": [
            round(float(value) * rate, 5) if end else 0.0 for end, value in zip(leaf, tree.value[:, 0, 0], strict=True)
        ],
    }
