"""The trained file: what it must hold, and how one that is damaged is told."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from kg.extract.learned.claims import NUMBERS
from kg.extract.learned.judge import DEFAULT_FILE, Forest, JudgeError, card_of, load
from kg.ontology import Ontology

MOST_BYTES = 5_000_000


def test_the_shipped_judge_knows_every_action(ontology: Ontology) -> None:
    assert load().actions == tuple(ontology.actions)


def test_it_weighs_only_numbers_that_claims_have() -> None:
    used = set(load().trees.feature.flat)
    assert used <= set(range(len(NUMBERS)))


def test_it_is_small_and_carries_its_card() -> None:
    assert DEFAULT_FILE.stat().st_size < MOST_BYTES
    card = card_of()
    assert {"date", "sets", "grammar alone", "judged", "calibration"} <= card.keys()


def test_no_features_weigh_nothing() -> None:
    judge = load()
    assert not judge.weigh({}).any()


def test_a_feature_that_was_never_seen_weighs_nothing() -> None:
    judge = load()
    assert not judge.weigh({"word=xyzzy": 1.0}).any()


def test_a_tree_leads_to_the_leaf_of_its_numbers() -> None:
    tree = {
        "feature": (0, -1, -1),
        "threshold": (1.5, 0.0, 0.0),
        "left": (1, 0, 0),
        "right": (2, 0, 0),
        "value": (0.0, -1.0, 2.0),
    }
    assert list(Forest.of([tree]).margins(np.array([[1.5], [1.6]]))) == [-1.0, 2.0]


@pytest.mark.parametrize("contents", [b"", b"not compressed", gzip.compress(b"not JSON")])
def test_a_damaged_file_is_told_with_its_cure(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "judge.json.gz"
    path.write_bytes(contents)
    with pytest.raises(JudgeError, match=r"judge\.json\.gz: not a trained judge .*make train"):
        load(path)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "judge.json.gz"
    path.write_bytes(gzip.compress(json.dumps({"format": 99}).encode()))
    with pytest.raises(JudgeError, match="format 99"):
        load(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(JudgeError, match="No such file"):
        load(tmp_path / "none.json.gz")
