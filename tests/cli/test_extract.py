"""`kg extract` and `kg extract-text` run alone, without a store."""

import json
from pathlib import Path

from kg.resources import demo_folder
from tests.cli.conftest import Run, piped

TEXT = (
    "Amazon bars police\n\nAmazon stopped selling its facial recognition software to police departments on Wednesday.\n"
)


def test_statements_come_as_json_lines_that_load_takes(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "bars.txt").write_text(TEXT, encoding="utf-8")
    lines = kg("extract", "bars.txt").stdout
    records = [json.loads(line) for line in lines.splitlines()]
    assert {record["id"] for record in records} == {"bars"}
    assert all(TEXT.strip()[r["start"] : r["end"]] == r["quote"] for r in records)
    assert not (tmp_path / "kg-store").exists()
    assert piped("load", "bars.txt", "-", "--store", "s", text=lines).returncode == 0


def test_what_cannot_be_read_is_said_and_the_rest_printed(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "bars.txt").write_text(TEXT, encoding="utf-8")
    result = kg("extract", "nowhere", "bars.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: nowhere: ")
    assert result.stdout


def test_text_is_title_blank_line_body(kg: Run) -> None:
    page = demo_folder() / "microsoft-waits-for-federal-law.html"
    title, blank, first, *_ = kg("extract-text", str(page)).stdout.splitlines()
    assert (title, blank) == ("No federal law, no sale: Microsoft shuts out US police", "")
    assert first.startswith("Microsoft will not sell facial recognition to police")
