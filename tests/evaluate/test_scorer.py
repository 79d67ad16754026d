"""Our figures are those of the scorer that reads are compared by elsewhere, where it lies beside the checkout."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import Figures, evaluate, figures, read_lines

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "evaluation" / "score.py"
GOLD = sorted((SHARED / "corpus").glob("*_train.jsonl"))
LEVEL = re.compile(r"^(\S+)\s+precision (\S+)\s+core recall (\S+)\s+F1 (\S+)\s+\(recall of all (\S+)\)", re.MULTILINE)
ACTION = re.compile(r"(\w+) (\d+)/(\d+);(\d+)/(\d+)")
SLOT = re.compile(r"(\w+) (\d+)/(\d+)")

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="there is no ../shared/evaluation/score.py")


def misread(records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Coded statements as a poor reader might give them: with gaps, reversals, doubles and blurred names."""
    for number, record in enumerate(records):
        changes: tuple[dict[str, Any], ...] = (
            {},
            {"technology": "AI", "status": "ended"},
            {"action": "uses", "actor": record["counterparty"] or "police", "counterparty": record["actor"]},
            {"actor": f"the {record['actor']} Corp.", "counterparty": None, "speaker": None},
            {"action": "supports", "measure": "ban", "since": "2020"},
            {"technology": None, "product": record["technology"], "certainty": "hedged"},
            {"id": "no such item"},
        )
        if number % 5:
            yield {**record, **changes[number % len(changes)]}
        if not number % 11:
            yield record


def scored(*words: object) -> str:
    command = [sys.executable, str(SCORER), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("chosen", [False, True], ids=["all", "ids"])
def test_both_count_the_same(gold: Path, chosen: bool, tmp_path: Path) -> None:
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    predicted = tmp_path / "read.jsonl"
    predicted.write_text("".join(json.dumps(each) + "\n" for each in misread(records)), encoding="utf-8")
    listed = gold.with_name(f"{gold.stem}_ids.txt")
    ids = frozenset(listed.read_text(encoding="utf-8").split()[::2]) if chosen else None
    (tmp_path / "ids.txt").write_text("\n".join(ids or ()), encoding="utf-8")
    theirs = scored(gold, predicted, *(["--ids", tmp_path / "ids.txt"] if chosen else []))
    ours = figures(evaluate(read_lines(gold), read_lines(predicted), ids=ids))
    assert levels(ours) == LEVEL.findall(theirs)
    assert actions(ours) == ACTION.findall(theirs.partition("per action")[2])
    assert qualifiers(ours) == SLOT.findall(theirs.partition("slots")[2].partition("\n")[0])


def levels(counted: Figures) -> list[tuple[str, ...]]:
    named = ((name, (s.precision, s.recall, s.f1, s.recall_of_all)) for name, s in counted.levels.items())
    return [(name, *(f"{value:.3f}" for value in values)) for name, values in named]


def actions(counted: Figures) -> list[tuple[str, ...]]:
    """As the scorer lists them: an action that was coded only where it is not core is left out."""
    listed = ((name, s) for name, s in counted.actions.items() if s.core or s.read)
    return [(name, *map(str, (s.core_found, s.core, s.right, s.read))) for name, s in listed]


def qualifiers(counted: Figures) -> list[tuple[str, ...]]:
    listed = ((name, share) for name, share in counted.qualifiers.items() if name != "counterparty")
    return [(name, str(share.count), str(share.of)) for name, share in listed]
