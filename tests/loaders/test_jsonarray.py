"""JSON documents: arrays of records, alone or in an envelope, and single ones; read as a stream."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from loaders import Content, Failure, Settings, load
from loaders.head import Head
from loaders.jsonarray import recognises

RECORD: dict[str, Any] = {
    "headline": "Town bans drones",
    "body": "The town banned drones from its parks on Monday.",
    "source": {"id": None, "name": "The Paper"},
    "publishedAt": "2020-06-11T09:30:00Z",
    "url": "https://example.org/a",
}


def read(path: Path, text: str, settings: Settings | None = None) -> list[Content]:
    path.write_text(text, encoding="utf-8")
    return list(load(path, settings or Settings()))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("envelope", [lambda r: [r], lambda r: {"status": "ok", "articles": [r], "n": 1}, lambda r: r])
def test_articles_are_found_in_what_interfaces_answer(tmp_path: Path, envelope: Any, indent: int | None) -> None:
    (article,) = read(tmp_path / "a.json", json.dumps(envelope(RECORD), indent=indent), Settings("json"))
    assert isinstance(article, Article)
    assert (article.title, article.publisher) == ("Town bans drones", "The Paper")
    assert (article.published, article.url) == ("2020-06-11T09:30:00+00:00", "https://example.org/a")


def test_seconds_since_1970_are_a_date(tmp_path: Path) -> None:
    found = read(tmp_path / "a.json", json.dumps([{**RECORD, "publishedAt": n} for n in (1591867800, 1591867800000)]))
    assert [each.published for each in found if isinstance(each, Article)] == ["2020-06-11T09:30:00+00:00"] * 2


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ('[{"title": "a", "text": "b"}]', True),
        ('{\n "articles": [\n {"title": "a", "url": "b"', True),
        ('{"title": "a", "text": "b"}\n', False),
        ('{\n "indent": 2}', False),
        ('[{"price": 2, "name": "x"}]', False),
        ("[1, 2]", False),
        ("Title: text", False),
    ],
)
def test_content_decides(text: str, is_theirs: bool) -> None:
    assert recognises(Head(text.encode())) == is_theirs


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        (', {"title": "b"', "is no JSON"),
        (", {broken}]", "is no JSON"),
        (", " + "[" * 100_000, "nested too deeply"),
        (', {"n": ' + "9" * 5000 + "}]", "thousands of digits"),
    ],
)
def test_what_stands_before_a_broken_record_is_kept(tmp_path: Path, rest: str, reason: str) -> None:
    first, failure = read(tmp_path / "a.json", "[" + json.dumps(RECORD) + rest)
    assert isinstance(first, Article)
    assert isinstance(failure, Failure)
    assert failure.where.endswith("record 2")
    assert reason in failure.reason
    assert failure.reason.endswith("the records after it are lost, too")


def test_a_record_that_is_no_article_costs_no_other(tmp_path: Path) -> None:
    failure, article = read(tmp_path / "a.json", json.dumps([{"n": 1}, RECORD]), Settings("json"))
    assert isinstance(failure, Failure) and isinstance(article, Article)


def test_large_arrays_are_a_stream(tmp_path: Path) -> None:
    many = [{**RECORD, "url": f"https://example.org/{n}", "body": f"{RECORD['body']} " * 50} for n in range(500)]
    assert len(read(tmp_path / "a.json", json.dumps(many))) == 500


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=50) | st.integers() | st.none(), max_size=3)))
def test_any_array_gives_one_thing_a_record(tmp_path_factory: pytest.TempPathFactory, records: list[Any]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    found = read(path, json.dumps([*records, RECORD]), Settings("json"))
    assert len(found) == len(records) + 1
