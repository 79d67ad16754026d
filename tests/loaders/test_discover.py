"""Which files are read: by content first, in one order, and nothing that could hang or lead elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import SourceError
from loaders import Failure, PassedOver, Source, discover, load

STORY = "Town bans drones\n\nThe town banned drones from its parks on Monday.\n"


def write(path: Path, text: str = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def sources(*paths: Path) -> list[Path]:
    return [found.path for found in discover(paths) if isinstance(found, Source) and found.path]


def test_folders_are_read_in_order_of_name_without_hidden_files(tmp_path: Path) -> None:
    inner, last, first = (write(tmp_path / name) for name in ("b/c.md", "z.txt", "a.html"))
    write(tmp_path / ".hidden" / "x.txt")
    write(tmp_path / ".y.txt")
    assert sources(tmp_path) == [first, inner, last]


def test_other_files_in_a_folder_are_passed_over_but_told(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    picture = tmp_path / "b.png"
    picture.write_bytes(b"\x89PNG\0")
    program = write(tmp_path / "c.py", "print()")
    assert [found.path for found in discover([tmp_path]) if isinstance(found, PassedOver)] == [picture, program]


def test_content_comes_before_the_name(tmp_path: Path) -> None:
    page = write(tmp_path / "page", "<!doctype html><p>Hello")
    records = write(tmp_path / "records.json", '{"text": "a b"}\n')
    write(tmp_path / "settings.json", '{\n "indent": 2}')
    assert sources(tmp_path) == [page, records]


def test_a_missing_path_does_not_lose_the_others(tmp_path: Path) -> None:
    story, missing = write(tmp_path / "a.txt"), tmp_path / "nothing"
    first, second = (found for found in discover([missing, story]) if isinstance(found, Source))
    with pytest.raises(SourceError, match="nothing: no such file or folder; check the spelling"):
        list(load(first))
    assert second == Source.of_file(story)


def test_a_folder_without_articles_is_a_failure_that_says_what_is_read(tmp_path: Path) -> None:
    write(tmp_path / "c.py", "print()")
    *_, failure = discover([tmp_path])
    assert isinstance(failure, Failure)
    assert ".jsonl" in failure.reason


def test_a_named_file_of_no_known_kind_is_an_error(tmp_path: Path) -> None:
    program = write(tmp_path / "c.py", "print()")
    assert sources(program) == [program]
    with pytest.raises(SourceError, match="no known kind"):
        list(load(program))


def test_pipes_and_links_in_folders_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    folder = tmp_path / "folder"
    story = write(folder / "a.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    assert sources(folder) == [story]


@pytest.mark.parametrize("kind", ["pipe", "loop", "folder", "missing"])
def test_what_is_no_regular_file_fails_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(SourceError, match=kind):
        list(load(path))


def test_names_are_escaped_in_messages(tmp_path: Path) -> None:
    path = tmp_path / "a\n\x1b[31m.txt"
    path.write_bytes(b"")
    with pytest.raises(SourceError) as raised:
        list(load(path))
    assert "\\n\\x1b[31m.txt" in str(raised.value)


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder below 1,500 others, taken away one by one: what removes temporary folders recurses."""
    folders = [tmp_path]
    for _ in range(1500):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    yield folders[-1]
    for story in folders[-1].iterdir():
        story.unlink()
    for folder in reversed(folders[1:]):
        folder.rmdir()


def test_folders_may_be_deeper_than_recursion_allows(tmp_path: Path, deep: Path) -> None:
    story = write(deep / "a.txt")
    assert sources(tmp_path) == [story]
