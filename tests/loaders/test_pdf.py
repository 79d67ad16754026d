"""PDF files are read as a person reads them: column after column, whole words, without running heads."""

from itertools import chain
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Article
from loaders import load
from tests.loaders.printed import Drawn, pdf

LEFT = [
    "The town banned drones from its parks on Mon-",
    "day, after a long night of debate in the town hall.",
    "Members of the council said that they had heard",
    "from many people who were afraid of being filmed,",
]
RIGHT = [
    "and that nobody had told them who would keep the",
    "pictures. The police (who had bought four of them",
    "in March) will give the machines back to their vendor",
    "by the end of the year, the mayor told reporters.",
]
TOLD = " ".join([*LEFT, *RIGHT]).replace("Mon- day", "Monday")


def columns(top: float = 640) -> list[Drawn]:
    """Two columns, drawn line by line across the page: the order of drawing is not that of reading."""
    rows = (
        (Drawn(72, top - 12 * n, left), Drawn(320, top - 12 * n, right))
        for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    return list(chain.from_iterable(rows))


def article(path: Path, data: bytes) -> Article:
    path.write_bytes(data)
    (only,) = load(path)
    assert isinstance(only, Article)
    return only


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    found = article(tmp_path / "a.pdf", pdf([Drawn(72, 700, "Town bans drones from parks", 20), *columns()]))
    assert found.title == "Town bans drones from parks"
    assert found.body == TOLD
    assert (found.published, found.language, found.source_id) == (None, "en", "a")


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Drones in parks: a report", "Drones in parks: a report"),
        ("Microsoft Word - final2.doc", "Town bans drones from parks"),
        ("report.pdf", "Town bans drones from parks"),
        ("", "Town bans drones from parks"),
    ],
)
def test_the_stated_title_counts_where_it_is_one(tmp_path: Path, stated: str, title: str) -> None:
    page = [Drawn(72, 700, "Town bans drones from parks", 20), *columns()]
    assert article(tmp_path / "a.pdf", pdf(page, title=stated)).title == title


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [Drawn(72, 760, f"The Paper, June 2020, page {n}", 8), *columns(), Drawn(300, 30, f"{n}", 8)] for n in range(4)
    ]
    body = article(tmp_path / "a.pdf", pdf(*pages)).body
    assert "The Paper" not in body
    assert body.split("\n\n") == [TOLD] * 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([]), "holds no text, perhaps only pictures"),
        (pdf([Drawn(72, 700, "12 34")]), "holds no text, perhaps only pictures"),
        (b"%PDF-1.4\nnothing", "is no PDF that can be read"),
        (pdf(columns())[:400], None),
        (b"%PDF-" + bytes(range(256)) * 20, None),
    ],
)
def test_what_holds_no_words_fails_in_one_line(tmp_path: Path, data: bytes, reason: str | None) -> None:
    with pytest.raises(SourceError, match=reason) as raised:
        article(tmp_path / "a.pdf", data)
    assert "\n" not in str(raised.value)
