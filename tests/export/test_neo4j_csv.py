"""`kg export neo4j-csv`: a folder of files that is whole or not there, with the command that imports it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import cli
from kg.errors import ExportError
from kg.export import write_neo4j_csv
from kg.export.neo4j_csv.arguments import argument_file
from kg.network.levels import paging
from kg.ontology import Ontology
from kg.store import Store, open_store
from kg.store.dump import dump
from tests.coded import coded_readings
from tests.export.odd import readings


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_files_are_those_that_are_named(filled: Store, ontology: Ontology, tmp_path: Path) -> None:
    written = write_neo4j_csv(filled, ontology, tmp_path / "out")
    assert contents(tmp_path / "out").keys() == set(written.files)
    assert {"import.args", "nodes/Entity.csv", "relationships/RESTRICTS_SALE.csv"} < set(written.files)


def test_what_is_counted_is_what_the_store_holds(filled: Store, ontology: Ontology, tmp_path: Path) -> None:
    written = write_neo4j_csv(filled, ontology, tmp_path / "out")
    whole = dump(filled)
    assert (written.nodes, written.relationships) == (len(whole.nodes) + 1, len(whole.relationships))


def test_pages_of_any_size_give_the_same_bytes(
    filled: Store, ontology: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_neo4j_csv(filled, ontology, tmp_path / "large")
    monkeypatch.setattr(paging, "A_PAGE", 7)
    monkeypatch.setattr(paging, "_A_SCAN", 20)
    write_neo4j_csv(filled, ontology, tmp_path / "small")
    assert contents(tmp_path / "small") == contents(tmp_path / "large")


@pytest.mark.neo4j
def test_both_stores_give_the_same_bytes(filled: Store, on_server: Store, ontology: Ontology, tmp_path: Path) -> None:
    on_server.add(readings(ontology))
    for name, store in (("embedded", filled), ("server", on_server)):
        write_neo4j_csv(store, ontology, tmp_path / name)
    assert contents(tmp_path / "embedded") == contents(tmp_path / "server")


def test_relationships_of_others_are_left_out_and_named(filled: Store, ontology: Ontology, tmp_path: Path) -> None:
    filled.execute_typed("MATCH (a:Entity {id: 'amazon'}), (b:Entity {id: 'microsoft'}) CREATE (a)-[:ENVIES]->(b)")
    assert write_neo4j_csv(filled, ontology, tmp_path / "out").unknown == ("ENVIES",)


def test_a_value_larger_than_the_usual_buffer_gets_a_larger_one() -> None:
    assert "--read-buffer-size=4m\n" in argument_file("neo4j", ["Article"], [], longest=1000)
    assert "--read-buffer-size=11m\n" in argument_file("neo4j", ["Article"], [], longest=10_000_000)


def test_an_empty_folder_will_do(filled: Store, ontology: Ontology, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert write_neo4j_csv(filled, ontology, tmp_path / "out").nodes


def test_a_folder_with_something_in_it_is_left_alone(filled: Store, ontology: Ontology, tmp_path: Path) -> None:
    kept = tmp_path / "out" / "thesis.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    with pytest.raises(ExportError, match="name a new folder or an empty one"):
        write_neo4j_csv(filled, ontology, kept.parent)
    assert contents(tmp_path / "out") == {"thesis.txt": b"mine"}


def test_of_an_empty_graph_nothing_is_left(embedded: Store, ontology: Ontology, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="load articles with `kg load PATH`"):
        write_neo4j_csv(embedded, ontology, tmp_path / "below" / "out")
    assert list((tmp_path / "below").iterdir()) == []


@pytest.fixture
def store(tmp_path: Path, ontology: Ontology) -> str:
    with open_store(str(tmp_path / "store"), ontology, create=True) as store:
        store.add(coded_readings(ontology))
    return str(tmp_path / "store")


def test_one_line_tells_the_result_and_the_next_steps_are_told_beside_it(store: str, tmp_path: Path) -> None:
    folder = tmp_path / "for neo4j"
    done = CliRunner().invoke(cli, ["export", "neo4j-csv", str(folder), "--store", store], prog_name="kg")
    assert done.exit_code == 0, done.output
    assert done.stdout.endswith(f" relationships in {folder}\n")
    assert f"cd '{folder}' && neo4j-admin database import full neo4j @import.args\n" in done.stderr
    assert "kg store init --store" in done.stderr


def test_another_database_may_be_named(store: str, tmp_path: Path) -> None:
    words = ["export", "neo4j-csv", str(tmp_path / "out"), "--store", store, "--database", "policy"]
    done = CliRunner().invoke(cli, words, prog_name="kg")
    assert "neo4j-admin database import full policy @import.args\n" in done.stderr
    assert "full policy @import.args\n" in (tmp_path / "out" / "import.args").read_text(encoding="utf-8")
