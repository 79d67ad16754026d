"""JSON Lines: every good line is read whatever its neighbours are."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import SourceError
from kg.model import Article
from kg.model.record import StatementRecord
from loaders import Content, Failure, Settings, Source, load

GOOD: dict[str, Any] = {"id": "x1", "title": "Town bans drones", "text": "The town banned drones on Monday.", "url": ""}


def read(data: bytes) -> list[Content]:
    return list(load(Source.of_stream(io.BufferedReader(io.BytesIO(data)), "-"), Settings(kind="jsonl")))


def line(**fields: Any) -> bytes:
    return json.dumps({**GOOD, **fields}).encode() + b"\n"


def test_fields_become_those_of_the_article(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(
        line(url="https://a.example/1", published="2020-01-31 12:30:00+00:00", publisher="A Paper", language="en-GB")
    )
    (article,) = load(path)
    assert isinstance(article, Article)
    assert article.text == "Town bans drones\n\nThe town banned drones on Monday."
    assert (article.source_id, article.url, article.publisher) == ("x1", "https://a.example/1", "A Paper")
    assert (article.published, article.language) == ("2020-01-31T12:30:00+00:00", "en")


def test_the_title_repeated_above_the_text_is_not_repeated_in_the_article() -> None:
    (article,) = read(line(text="Town bans drones\n\nTown bans drones\n\nIt did."))
    assert isinstance(article, Article)
    assert article.text == "Town bans drones\n\nIt did."


BAD = {
    "no json": b"{oops}\n",
    "an array": b"[1, 2]\n",
    "deep nesting": b'{"text": ' + b"[" * 200_000 + b"\n",
    "a huge number": b'{"text": ' + b"9" * 5_000 + b"}\n",
    "a long line": b'{"text": "' + b"x" * (50 * 1024 * 1024) + b'"}\n',
    "binary junk": b"\0\1\2\3\n",
    "a cut character": '{"text": "caf\u00e9'.encode()[:-1] + b"\n",
    "no date": line(published="last Tuesday"),
    "an impossible date": line(published="2020-02-31"),
    "no address": line(url="unknown"),
    "a broken address": line(url="http://[1/a"),
    "text of the wrong type": line(text=["a", "b"]),
    "no text": b'{"id": "x"}\n',
    "a half statement": b'{"action": "bans", "actor": "Town", "quote": ""}\n',
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_line_is_a_failure_between_its_neighbours(bad: bytes) -> None:
    before, failure, after = read(line(id="1") + bad + line(id="2"))
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(failure, Failure)
    assert failure.where == "-, line 2"
    assert failure.reason
    assert "\n" not in failure.reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_first_line(encoding: str) -> None:
    text = (line(id="1") + line(id="2")).decode()
    assert [type(item) for item in read(text.encode(encoding))] == [Article, Article]


def test_one_line_in_another_encoding_does_not_lose_the_others() -> None:
    latin = '{"text": "Die Städte können über Kameras künftig selbst entscheiden, heißt es."}\n'.encode("cp1252")
    assert [type(item) for item in read(line() + latin + line())] == [Article, Article, Article]


def test_line_separators_within_a_string_do_not_end_the_line() -> None:
    (article,) = read('{"text": "The town voted.\u2028It banned drones."}\n'.encode())
    assert isinstance(article, Article)
    assert article.text == "The town voted.\nIt banned drones."


def test_half_surrogate_pairs_are_replaced() -> None:
    (article,) = read(b'{"title": "Town", "text": "bans \\ud83d drones"}\n')
    assert isinstance(article, Article)
    assert "bans \ufffd drones" in article.text


def test_statements_are_told_by_their_keys() -> None:
    statement = (
        b'{"action": "bans", "actor": "Town", "technology": "drones", "quote": "banned drones", "note": "mine"}\n'
    )
    found = read(statement + line())
    assert [type(item) for item in found] == [StatementRecord, Article]


def test_empty_lines_are_passed_over_and_empty_input_is_an_error() -> None:
    assert len(read(b"\n" + line() + b"\r\n\n")) == 1
    with pytest.raises(SourceError, match="empty"):
        read(b"\n\n")
