"""Opening a folder: what is made, what is refused, and who waits for whom."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import open_store

_OTHER_PROCESS = """
import sys
from kg.errors import StoreError
from kg.ontology import load
from kg.store import open_store
try:
    open_store(sys.argv[1], load(), create=False, wait=0.5).close()
except StoreError as error:
    print(error)
"""


def _elsewhere(script: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", script, *arguments]
    root = Path(__file__).parents[2]
    environment = {"PYTHONPATH": str(root), "PATH": ""}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=environment)


def test_what_was_stored_is_there_again(ontology: Ontology, tmp_path: Path) -> None:
    for number in range(2):
        with open_store(str(tmp_path / "store"), ontology, create=True) as store:
            store.execute_typed("MERGE (n:Note {id: 'n'})")
            assert store.query("MATCH (n:Note) RETURN count(n) AS n").rows == ((1,),), number


def test_a_file_uri_names_a_folder(ontology: Ontology, tmp_path: Path) -> None:
    folder = tmp_path / "a store"
    open_store(folder.as_uri(), ontology, create=True).close()
    assert (folder / "kg-store.json").is_file()


def test_a_missing_store_says_what_makes_one(ontology: Ontology, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="`kg load PATH` makes one"):
        open_store(str(tmp_path / "none"), ontology, create=False)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_of_something_else_is_left_alone(ontology: Ontology, tmp_path: Path, create: bool) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="no store of kg"):
        open_store(str(tmp_path), ontology, create=create)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_store(ontology: Ontology, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="no store of kg"):
        open_store(str(tmp_path / "file"), ontology, create=True)


def test_a_store_of_a_newer_version_is_refused(ontology: Ontology, tmp_path: Path) -> None:
    (tmp_path / "kg-store.json").write_text('{"format": 99}')
    with pytest.raises(StoreError, match="install a newer kg"):
        open_store(str(tmp_path), ontology, create=True)


@pytest.mark.parametrize("written", ["{", "[]", "{}"])
def test_a_damaged_marker_is_told(ontology: Ontology, tmp_path: Path, written: str) -> None:
    (tmp_path / "kg-store.json").write_text(written)
    with pytest.raises(StoreError, match="damaged"):
        open_store(str(tmp_path), ontology, create=True)


def test_an_unknown_scheme_is_refused(ontology: Ontology) -> None:
    with pytest.raises(StoreError, match="no kind of store"):
        open_store("mysql://localhost", ontology, create=True)


@pytest.mark.parametrize(
    "uri",
    [
        "bolt://[x",
        "bolt://localhost:abc",
        "neo4j:user:secret@host",
        "localhost:7687",
        "bolt://localhost/graph",
        "bolt://user:secret@host",
    ],
)
def test_an_address_that_is_none_is_told_without_its_secrets(ontology: Ontology, uri: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(uri, ontology, create=True)
    assert "secret" not in str(caught.value)


def test_a_second_process_waits_then_names_the_holder(ontology: Ontology, tmp_path: Path) -> None:
    import os

    folder = str(tmp_path / "store")
    with open_store(folder, ontology, create=True):
        told = _elsewhere(_OTHER_PROCESS, folder, folder=tmp_path)
    assert f"in use by process {os.getpid()}" in told.stdout


def test_a_store_opens_and_closes_without_a_word_or_a_stray_file(ontology: Ontology, tmp_path: Path) -> None:
    open_store(str(tmp_path / "store"), ontology, create=True).close()
    told = _elsewhere(_OTHER_PROCESS, str(tmp_path / "store"), folder=tmp_path)
    assert (told.stdout, told.stderr) == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
