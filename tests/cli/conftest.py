"""A folder store with the hand-coded demo, and the command line run on it in this process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli.group import cli
from kg.ontology import load
from kg.store import open_store
from tests.coded import coded_readings

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def coded_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("coded") / "store")
    ontology = load()
    with open_store(folder, ontology, create=True) as store:
        store.add(coded_readings(ontology))
    return folder


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `kg` with the given words in an empty folder; no variable of the environment names a store."""
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_ONTOLOGY", "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_DATABASE"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str) -> Result:
        return CliRunner().invoke(cli, words, prog_name="kg")

    return run


def piped(*words: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `kg` as a process of its own, with `text` on its standard input."""
    code = [sys.executable, "-c", "from kg.cli import main; main()"]
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    return subprocess.run([*code, *words], input=text, capture_output=True, encoding="utf-8", env=known, check=False)


def rows(result: Result) -> list[dict[str, Any]]:
    """The objects that `--format json` printed."""
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def complaint(result: Result) -> str:
    """The one line on standard error of a command that failed."""
    assert result.exit_code == 1, result.output
    (line,) = result.stderr.splitlines()
    assert line.startswith("kg: ")
    return line
