"""Rows of the tables that researchers have: statements without reading, whose quote is the row."""

import csv
from pathlib import Path
from typing import Any

import pytest

from kg.errors import SourceError
from kg.model.record import StatementRecord
from loaders import Coded, Failure, Settings, load
from loaders.mapping import mapping_named, shipped

ATLAS = {
    "AOSNUMBER": "AOS01", "City": "Detroit", "County": "Wayne County", "State": "MI",
    "Agency": "Detroit Police Department",
    "Type of LEA": "Police", "Summary": "Runs it on video, \"since 2017\".", "Type of Juris": "Municipal",
    "Technology": "Face Recognition", "Vendor": "DataWorks Plus", "Link 1": "https://example.org/a",
    "Link 1 Source": "The Paper", "Link 1 Type": "News", "Link 1 Date": "1/2/2020",
}  # fmt: skip
INCIDENT = {
    "_id": "x", "incident_id": "9", "date": "2020-01-02", "reports": "[1, 2]", "title": "A car hits a cone",
    "Alleged deployer of AI system": '["new-york-police-department", "tesla"]',
    "Alleged developer of AI system": '["tesla"]', "Alleged harmed or nearly harmed parties": '["pedestrians"]',
    "description": "A car did it.",
}  # fmt: skip
MEASURE = {
    "AGORA ID": "7", "Official name": "An Act on AI", "Casual name": "AI Act", "Link to document": "https://example.org/x",
    "Authority": "United States Congress", "Collections": "U.S. federal laws", "Most recent activity": "Enacted",
    "Most recent activity date": "2021-01-01", "Proposed date": "2020-03-12", "Short summary": "It does.",
}  # fmt: skip
POSITION = {
    "Actor": "Amazon", "Action": "restricts_sale", "Technology": "facial recognition", "Towards": "police; schools",
    "Condition": "until Congress acts", "Since": "2020-06-10", "Source link": "https://example.org/b",
}  # fmt: skip


def read(path: Path, row: dict[str, Any], **changed: str) -> Coded | Failure:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, [*row, *(name for name in changed if name not in row)])
        writer.writeheader()
        writer.writerow({**row, **changed})
    (only,) = load(path)
    assert isinstance(only, Coded | Failure), only
    return only


def coded(path: Path, row: dict[str, Any], **changed: str) -> Coded:
    found = read(path, row, **changed)
    assert isinstance(found, Coded), found
    return found


def told(record: StatementRecord) -> tuple[str | None, ...]:
    return (record.actor, record.action, record.technology, record.counterparty, record.jurisdiction, record.since)


def test_an_agency_of_the_atlas_uses_a_vendors_technology(tmp_path: Path) -> None:
    found = coded(tmp_path / "a.csv", ATLAS)
    (record,) = found.records
    assert told(record) == ("Detroit Police Department", "uses", "Face Recognition", "DataWorks Plus", "Michigan", None)
    assert (found.article.url, found.article.published) == ("https://example.org/a", "2020-01-02")
    assert (found.article.source_id, record.actor_place) == ("AOS01", "Michigan")


def test_who_deployed_and_who_developed_an_incidents_system_is_alleged(tmp_path: Path) -> None:
    records = coded(tmp_path / "a.csv", INCIDENT).records
    assert [told(each)[:4] for each in records] == [
        ("New York Police Department", "uses", "artificial intelligence", "Tesla"),
        ("Tesla", "uses", "artificial intelligence", None),
        ("Tesla", "develops", "artificial intelligence", None),
    ]
    assert {each.certainty for each in records} == {"hedged"}


@pytest.mark.parametrize(
    ("activity", "action", "status", "since", "until"),
    [
        ("Enacted", "regulates", "in_force", "2021-01-01", None),
        ("Proposed", "proposes", "proposed", "2020-03-12", None),
        ("Defunct", "proposes", "ended", "2020-03-12", "2021-01-01"),
    ],
)
def test_what_became_of_a_measure_decides_the_statement(
    tmp_path: Path, activity: str, action: str, status: str, since: str, until: str | None
) -> None:
    (record,) = coded(tmp_path / "a.csv", MEASURE, **{"Most recent activity": activity}).records
    assert (record.actor, record.measure) == ("United States Congress", "AI Act")
    assert (record.action, record.status, record.since, record.until) == (action, status, since, until)


def test_a_plain_table_of_positions_speaks_as_the_codebook_does(tmp_path: Path) -> None:
    records = coded(tmp_path / "a.csv", POSITION).records
    assert [each.counterparty for each in records] == ["police", "schools"]
    assert {each.condition for each in records} == {"until Congress acts"}


@pytest.mark.parametrize("row", [ATLAS, INCIDENT, MEASURE, POSITION])
def test_the_quote_is_the_row_and_stands_in_the_article(tmp_path: Path, row: dict[str, str]) -> None:
    found = coded(tmp_path / "a.csv", row)
    assert {each.quote for each in found.records} == {found.article.body}
    assert all(f"{name}: " in found.article.body for name in list(row)[4:5])


def test_rows_with_one_link_are_articles_of_their_own(tmp_path: Path) -> None:
    first, second = (coded(tmp_path / "a.csv", ATLAS, AOSNUMBER=number).article for number in ("AOS01", "AOS02"))
    assert first.id != second.id
    assert first.url == second.url


def test_a_changed_row_keeps_its_id_and_an_edition_may_have_other_columns(tmp_path: Path) -> None:
    first = coded(tmp_path / "a.csv", ATLAS).article
    second = coded(tmp_path / "a.csv", ATLAS, Vendor="Another", Notes="new").article
    assert first.id == second.id
    assert first.text != second.text


@pytest.mark.parametrize(
    ("row", "changed", "reason"),
    [
        (MEASURE, {"Most recent activity date": "soon"}, "'soon' is no date"),
        (POSITION, {"Status": "sung"}, "status"),
        (ATLAS, {"Link 1 Date": "32/13/2020"}, "is no date"),
    ],
)
def test_a_row_that_does_not_fit_says_why(
    tmp_path: Path, row: dict[str, str], changed: dict[str, str], reason: str
) -> None:
    found = read(tmp_path / "a.csv", row, **changed)
    assert isinstance(found, Failure)
    assert found.where.endswith("row 2")
    assert reason in found.reason


def test_a_row_without_an_actor_states_nothing(tmp_path: Path) -> None:
    assert (
        coded(tmp_path / "a.csv", INCIDENT, **{"Alleged deployer of AI system": "[]"}).records[0].action == "develops"
    )


OWN = """
title: Letters
columns:
  who: [signer]
  what: [asks for]
recognised_by: [who]
article: {title: "{who}"}
statements:
  - {action: supports, actor: "{who}", measure: "{what}"}
"""


def test_a_mapping_of_ones_own_reads_any_table(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "a.tsv").write_text("Signer\tAsks for\nACLU\tban\n", encoding="utf-8")
    (found,) = load(tmp_path / "a.tsv", Settings(kind="csv", table=str(tmp_path / "own.yaml")))
    assert isinstance(found, Coded)
    assert [(each.actor, each.measure) for each in found.records] == [("ACLU", "ban")]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("{who}", "{whom}", "no column 'whom' under columns; there are who, what"),
        ("action: supports, ", "", "action"),
        ("title: Letters", "titel: Letters", "title: Field required"),
        ("columns:", "columns: [", "is no YAML"),
        ("recognised_by: [who]", "recognised_by: []", "recognised_by"),
    ],
)
def test_a_mapping_with_a_mistake_says_where(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError, match=r"own\.yaml") as raised:
        mapping_named(str(path))
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_unknown_mapping_is_answered_with_those_there_are() -> None:
    with pytest.raises(SourceError, match=r"agora, ai-incidents, atlas-of-surveillance, positions"):
        mapping_named("atlas")


def test_no_shipped_mapping_takes_the_table_of_another() -> None:
    rows = {"atlas-of-surveillance": ATLAS, "ai-incidents": INCIDENT, "agora": MEASURE, "positions": POSITION}
    for name, row in rows.items():
        assert [each for each, mapping in shipped().items() if mapping.fits(row)] == [name]
