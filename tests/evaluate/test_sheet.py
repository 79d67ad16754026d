"""The coding sheet goes through spreadsheets and comes back with verdicts."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RecordError, SourceError
from kg.evaluate import Drawn, Stratum, read_sheet, strata
from kg.evaluate.sheet import COLUMNS, SHOWN, cell, is_sheet, value_of, written

HEAD = "statement,stratum,stratum_size,correct\n"


def record(statement: str, **changed: Any) -> dict[str, Any]:
    return {**dict.fromkeys(SHOWN), "statement": statement, "quote": "It sells.", "action": "sells", **changed}


def sheet(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_row_a_statement_with_empty_cells_for_the_coder() -> None:
    drawn = [Drawn("s-2", "sells", 40), Drawn("s-1", "bans", 2)]
    records = [record("s-1", title="A\nban"), record("s-2", quote="One."), record("s-2", quote="Two.")]
    text = written(drawn, records)
    assert text.startswith("\ufeffstatement,stratum,stratum_size,title")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["statement"] for row in rows] == ["s-2", "s-1"]
    assert rows[0]["quote"] == "One. […] Two."
    assert rows[1]["title"] == "A ban"
    assert tuple(rows[0]) == COLUMNS
    assert {rows[0]["correct"], rows[0]["comment"], rows[0]["speaker"]} == {""}


def test_a_statement_that_has_gone_is_an_error() -> None:
    with pytest.raises(RecordError, match="draw the sample again"):
        written([Drawn("s-1", "bans", 2)], [])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cell(f"{start}HYPERLINK(1)").startswith("'")


@given(st.text())
def test_a_cell_reads_back(text: str) -> None:
    shown = cell(text)
    assert not shown.startswith(("=", "+", "-", "@"))
    assert value_of(shown) == " ".join(text.split())


def test_what_was_written_reads_back_blank(tmp_path: Path) -> None:
    text = written([Drawn("s-1", "sells", 40)], [record("s-1", quote="=1+1")])
    (row,) = read_sheet(sheet(tmp_path, text))
    assert (row.statement, row.stratum, row.stratum_size, row.verdict) == ("s-1", "sells", 40, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_save_it_in_their_own_ways(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = ("Statement,STRATUM,Stratum_Size,Correct,quote", 's-1,uses,40, YES ,"“é”"', ",,,,", "s-2,uses,40,FALSE,x")
    rows = read_sheet(sheet(tmp_path, "\r\n".join(lines).replace(",", delimiter), encoding))
    assert [(row.line, row.verdict) for row in rows] == [(2, "yes"), (4, "no")]


@pytest.mark.parametrize(("value", "verdict"), [("y", "yes"), ("1", "yes"), ("N", "no"), ("?", "unsure"), ("", None)])
def test_verdicts_have_short_forms(tmp_path: Path, value: str, verdict: str | None) -> None:
    assert read_sheet(sheet(tmp_path, f"{HEAD}s-1,uses,4,{value}\n"))[0].verdict == verdict


def test_what_was_coded_is_counted_by_stratum(tmp_path: Path) -> None:
    rows = "s-1,uses,40,yes\ns-2,uses,40,no\ns-3,uses,40,unsure\ns-4,uses,40,\ns-5,bans,2,yes\n"
    assert strata(read_sheet(sheet(tmp_path, HEAD + rows))) == (
        Stratum("bans", 2, right=1, coded=1),
        Stratum("uses", 40, right=1, coded=2, unsure=1, blank=1),
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('s-1,uses,4,yes\n"s\n2",uses,4,perhaps\n', "sheet.csv, line 3: correct is 'perhaps'; write yes, no or unsure"),
        ("s-1,uses,many,yes\n", "line 2: stratum_size is 'many'"),
        ("s-1,uses,0,yes\n", "line 2: stratum_size is '0'"),
        ("s-1,uses,4,yes\ns-1,uses,4,no\n", "line 3: the statement of line 2 again"),
        ("s-1,uses,4,yes\ns-2,uses,5,no\n", "line 3: stratum 'uses' has the size 5, on line 2 4"),
        ("s-1\n", "line 2: stratum_size is ''"),
    ],
)
def test_a_cell_that_is_not_understood_is_named_with_its_line(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(RecordError, match=r"sheet\.csv") as caught:
        read_sheet(sheet(tmp_path, HEAD + rows))
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_a_file_without_the_columns_is_no_sheet(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="kg sample"):
        read_sheet(sheet(tmp_path, text))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [("a.csv", "", True), ("a.jsonl", "", False), ("a", '\ufeff{"id": 1}', False), ("a.txt", HEAD, True)],
)
def test_a_sheet_is_told_from_json_lines(tmp_path: Path, name: str, text: str, expected: bool) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert is_sheet(tmp_path / name) is expected
