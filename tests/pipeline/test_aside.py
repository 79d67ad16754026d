"""What failed is a line in a file, until it is loaded."""

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.pipeline import Failed, Stage
from kg.pipeline.aside import Failures, Manner, by_manner, read
from loaders import Settings

MANNER = Manner(Settings("csv", (("text", "body"),)), "2020")
FAILED = Failed("a.csv, row 3", "has no text", "/in/a.csv", Stage.READ)


def written(file: Path, *failed: Failed, manner: Manner = MANNER) -> None:
    failures = Failures(file)
    failures.add(failed, manner)
    failures.write()


def test_a_line_holds_all_that_is_needed_to_try_again(tmp_path: Path) -> None:
    file = tmp_path / "failures.jsonl"
    written(file, FAILED)
    (line,) = read(file)
    assert (line.path, line.where, line.stage, line.reason) == ("/in/a.csv", "a.csv, row 3", "read", "has no text")
    assert by_manner([line]) == {MANNER: ["/in/a.csv"]}


def test_a_path_holds_from_any_folder_whatever_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "failures.jsonl"
    written(file, Failed("w", "r", "in/\udcff\x1b.txt"), Failed("w", "r", "https://example.org/a"))
    assert [line.path for line in read(file)] == [f"{tmp_path}/in/\udcff\x1b.txt", "https://example.org/a"]


def test_a_file_with_many_bad_lines_is_tried_once(tmp_path: Path) -> None:
    file = tmp_path / "failures.jsonl"
    written(file, FAILED, Failed("a.csv, row 9", "has no text", "/in/a.csv"))
    assert by_manner(read(file)) == {MANNER: ["/in/a.csv"]}


def test_what_is_tried_again_is_over_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "failures.jsonl"
    written(file, FAILED, Failed("b.csv", "is empty", "/in/b.csv"))
    failures = Failures(file, read(file))
    failures.tried("/in/a.csv")
    failures.write()
    assert [line.path for line in read(file)] == ["/in/b.csv"]
    failures.tried("/in/b.csv")
    failures.write()
    assert not file.exists()


def test_a_line_of_something_else_is_named(tmp_path: Path) -> None:
    file = tmp_path / "failures.jsonl"
    file.write_text('{"title": "A"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match="line 1: is no line of a load"):
        read(file)
