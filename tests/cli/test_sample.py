"""`kg sample` draws a coding sheet that `kg evaluate` takes back."""

import csv
import io
from pathlib import Path

import pytest

from kg.ontology import Ontology
from kg.store import Store, open_store
from tests.cli.conftest import Run, complaint
from tests.coded import coded_readings
from tests.neo4j_server import Server, emptied


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> str:
    """The coded demo as if an extractor had read it: what people coded is not drawn."""
    folder = str(tmp_path_factory.mktemp("read") / "store")
    with open_store(folder, ontology, create=True) as store:
        fill(store, ontology)
    return folder


def fill(store: Store, ontology: Ontology) -> None:
    store.add(
        [
            reading.model_copy(
                update={"statements": tuple(s.model_copy(update={"extractor": "test"}) for s in reading.statements)}
            )
            for reading in coded_readings(ontology)
        ]
    )


def rows_of(sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"))))


def test_a_sheet_shows_what_a_coder_needs(kg: Run, read_store: str) -> None:
    rows = rows_of(kg("sample", "12", "--stratify", "action", "--store", read_store).stdout)
    assert len(rows) == len({row["statement"] for row in rows}) == 12
    assert all(row["quote"] and row["title"] and row["actor"] and row["action"] == row["stratum"] for row in rows)
    assert all(row["correct"] == row["comment"] == "" for row in rows)


def test_the_same_seed_draws_the_same(kg: Run, read_store: str) -> None:
    first, again, other = (kg("sample", "9", "--seed", seed, "--store", read_store).stdout for seed in ("1", "1", "2"))
    assert first == again != other


def test_the_size_of_a_stratum_is_that_in_the_graph(kg: Run, read_store: str) -> None:
    counted = kg("cypher", "MATCH (s:Statement) RETURN count(s) AS n", "--format", "csv", "--store", read_store).stdout
    (size,) = {row["stratum_size"] for row in rows_of(kg("sample", "3", "--store", read_store).stdout)}
    assert size == counted.split()[1]
    by_action = rows_of(kg("sample", "500", "--stratify", "action", "--store", read_store).stdout)
    assert len(by_action) == sum({row["stratum"]: int(row["stratum_size"]) for row in by_action}.values())


def test_a_graph_that_has_fewer_says_so(kg: Run, read_store: str) -> None:
    result = kg("sample", "500", "--store", read_store)
    assert result.exit_code == 0
    assert (
        result.stderr
        == f"kg: the graph has {len(rows_of(result.stdout))} statements to draw from; all are in the sheet\n"
    )


def test_what_people_coded_is_not_drawn(kg: Run, coded_store: str) -> None:
    assert "load articles first" in complaint(kg("sample", "3", "--store", coded_store))


def test_what_was_rejected_is_not_drawn(kg: Run, tmp_path: Path, ontology: Ontology) -> None:
    with open_store(str(tmp_path / "store"), ontology, create=True) as store:
        fill(store, ontology)
        store.execute_typed("MATCH (s:Statement) WHERE s.action <> 'bans' SET s.review = 'rejected'")
    rows = rows_of(kg("sample", "500", "--store", "store").stdout)
    assert {row["action"] for row in rows} == {"bans"}


@pytest.mark.neo4j
def test_a_server_gives_the_same_sheet(
    kg: Run, read_store: str, neo4j_server: Server, ontology: Ontology, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = emptied(neo4j_server)
    with open_store(server.uri, ontology, create=True, credentials=server.credentials) as store:
        fill(store, ontology)
    monkeypatch.setenv("KG_STORE_USER", server.credentials.user)
    monkeypatch.setenv("KG_STORE_PASSWORD", server.credentials.password or "")
    words = ("sample", "12", "--stratify", "action", "--store")
    assert kg(*words, server.uri).stdout == kg(*words, read_store).stdout


def test_a_sheet_filled_in_gives_the_precision(kg: Run, read_store: str, tmp_path: Path) -> None:
    sheet = kg("sample", "20", "--stratify", "action", "--store", read_store).stdout
    blank, filled = tmp_path / "blank.csv", tmp_path / "filled.csv"
    blank.write_text(sheet, encoding="utf-8")
    assert "write yes, no or unsure into the column 'correct'" in complaint(kg("evaluate", "blank.csv"))
    rows = rows_of(sheet)
    with filled.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows({**row, "correct": "Yes"} for row in rows)
    shown = kg("evaluate", "filled.csv").stdout
    assert shown.startswith("precision 1.000, 95% interval 0.")
    assert "20 statements coded" in shown


@pytest.mark.parametrize("words", [("0",), ("x",), ("3", "--stratify", "quote")])
def test_wrong_usage_ends_with_2(kg: Run, words: tuple[str, ...]) -> None:
    assert kg("sample", *words).exit_code == 2
