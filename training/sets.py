"""The coded texts that the judge learns from, and those that it never sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate import Gold

_HERE = Path(__file__).parent.parent
_CORPUS = _HERE.parent / "shared" / "corpus"
_OWN = _HERE / "tests" / "gold"


@dataclass(frozen=True)
class CodedSet:
    """Statements, their texts, and a file of the ids to learn from."""

    statements: Path
    texts: Path
    ids: Path


SETS: Mapping[str, CodedSet] = {
    "ledes": CodedSet(_CORPUS / "ledes_train.jsonl", _CORPUS / "ledes.jsonl", _CORPUS / "ledes_train_ids.txt"),
    "articles": CodedSet(
        _CORPUS / "articles_train.jsonl", _CORPUS / "articles.jsonl", _CORPUS / "articles_train_ids.txt"
    ),
    "own-a": CodedSet(_OWN / "statements_a.jsonl", _OWN / "texts_a.jsonl", _OWN / "train_a_ids.txt"),
    "own-b": CodedSet(_OWN / "statements_b.jsonl", _OWN / "texts_b.jsonl", _OWN / "train_b_ids.txt"),
}
"""The training sets by name. Of the project's own gold every second passage is left unseen."""


def open_set(name: str) -> Gold | None:
    """A set with its texts; None where its files are not at hand."""
    files = SETS[name]
    if not (files.statements.is_file() and files.ids.is_file()):
        return None
    return Gold.open([files.statements], files.texts, frozenset(files.ids.read_text("utf-8").split()))
