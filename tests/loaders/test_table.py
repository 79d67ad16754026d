"""CSV and TSV: a row an article or a statement, whatever the columns are called and however long the cells are."""

import csv
import gc
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.model import Article
from kg.model.record import StatementRecord
from loaders import Content, Failure, Settings, Source, load
from loaders.head import Head
from loaders.table import recognises

WORDS = "The town banned drones from its parks on Monday."


def read(path: Path, data: str | bytes, settings: Settings | None = None) -> list[Content]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(load(path, settings or Settings()))


def article(path: Path, data: str | bytes, settings: Settings | None = None) -> Article:
    (only,) = read(path, data, settings)
    assert isinstance(only, Article), only
    return only


@pytest.mark.parametrize(
    "header",
    ["title,text,date", "Headline;Full Text;Published At", "TITLE\tbody\tpublication_date", "title|content|pubdate"],
)
def test_columns_are_found_by_their_usual_names(tmp_path: Path, header: str) -> None:
    separator = next(sign for sign in ";\t|," if sign in header)
    found = article(tmp_path / "a.csv", f"{header}\nTown{separator}{WORDS}{separator}2020-06-11\n")
    assert (found.title, found.body, found.published) == ("Town", WORDS, "2020-06-11")


def test_a_person_says_where_a_field_is(tmp_path: Path) -> None:
    settings = Settings(fields=(("text", "what they wrote"), ("title", "Nr")))
    found = article(tmp_path / "a.csv", f"Nr,text,what they wrote\n7,no,{WORDS}\n", settings)
    assert (found.title, found.body) == ("7", WORDS)


def test_a_field_that_no_article_has_is_an_error_of_the_whole(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="articles have no field 'txt'; map one of text, title"):
        read(tmp_path / "a.csv", "title,text\na,b\nc,d\n", Settings(fields=(("txt", "text"),)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_from_the_bytes(tmp_path: Path, encoding: str) -> None:
    found = article(tmp_path / "a.csv", f"title,text\nCafé,“{WORDS}”\n".encode(encoding))
    assert (found.title, found.body) == ("Café", f"“{WORDS}”")


def test_a_stray_byte_costs_no_row(tmp_path: Path) -> None:
    data = f"title,text\n{'x' * 70_000},{WORDS}\nCaf\xe9,{WORDS}\n".encode("latin-1")
    _, second = read(tmp_path / "a.csv", data)
    assert isinstance(second, Article)
    assert second.title == "Café"


def test_long_cells_over_many_lines_are_one_article(tmp_path: Path) -> None:
    body = "\n\n".join(f"{WORDS} It said, “so be it”, {n} times." for n in range(4000))
    out = io.StringIO()
    csv.writer(out).writerows([["title", "text"], ["Town", body]])
    assert article(tmp_path / "a.csv", out.getvalue()).body == body


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,b,c", "has 3 cells below 2 names"),
        ('"a"b,c', "is no row of a table"),
        ("only a title,", None),
        (",,", None),
    ],
)
def test_a_bad_row_costs_no_other(tmp_path: Path, row: str, reason: str | None) -> None:
    found = read(tmp_path / "a.csv", f"title,text\n{row}\nTown,{WORDS}\n")
    assert isinstance(found[-1], Article)
    assert found[-1].title == "Town"
    failures = [each.reason for each in found if isinstance(each, Failure)]
    assert [reason in each for each in failures if reason] == ([True] if reason else [])


def test_a_quote_that_never_ends_is_told(tmp_path: Path) -> None:
    (failure,) = read(tmp_path / "a.csv", 'title,text\n"a,b\nc,d\n')
    assert isinstance(failure, Failure)
    assert failure.reason.endswith("mend its quotes")


def test_rows_may_be_statements(tmp_path: Path) -> None:
    header, row = "id,action,actor,technology,quote", "x,bans,Oakland,drones,Oakland bans drones"
    (statement,) = read(tmp_path / "a.csv", f"{header}\n{row}\n")
    assert isinstance(statement, StatementRecord)
    assert (statement.actor, statement.counterparty) == ("Oakland", None)


@pytest.mark.parametrize(
    "head",
    ["Title and text, said the mayor on a date, were banned\n", "a,b\n1,2\n", "text\nhello\n", "name,price,url\n", ""],
)
def test_what_is_no_table_of_articles_is_not_taken_for_one(head: str) -> None:
    assert not recognises(Head(head.encode()))


def test_an_empty_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is empty"):
        read(tmp_path / "a.csv", "title,text\n")


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=200)), min_size=1, max_size=5))
def test_any_table_that_a_writer_writes_is_read(cells: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("title", "text"), *cells])
    data = io.BytesIO(out.getvalue().encode("utf-8", "surrogatepass"))
    try:
        found = list(load(Source.of_stream(io.BufferedReader(data), "table"), Settings(kind="csv")))
    except SourceError:
        found = []
    assert len(found) <= len(cells)


def test_a_table_that_is_given_up_leaves_nothing_behind(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    with pytest.raises(SourceError, match="holds no names"):
        read(tmp_path / "a.csv", b"\xff" * 100_000)
    gc.collect()
    assert not recwarn.list
