"""Every command explains itself, at once."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import __version__
from kg.cli.group import COMMANDS
from kg.cli.reference import reference
from tests.cli.conftest import Run

HEAVY = {"pydantic", "rich", "spacy", "trafilatura", "lxml", "neo4j", "arcadedb_embedded", "yaml", "numpy"}
DOCS = Path(__file__).parents[2] / "docs" / "cli.md"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(kg: Run, command: str) -> None:
    result = kg(command, "--help")
    assert result.exit_code == 0
    assert "Example:\n    kg " in result.stdout


def test_every_command_and_option_is_in_the_reference() -> None:
    assert DOCS.read_text(encoding="utf-8") == reference(), "run python -m kg.cli.reference > docs/cli.md"


def test_the_version_is_said(kg: Run) -> None:
    assert kg("--version").stdout == f"kg, version {__version__}\n"


def test_help_starts_without_heavy_imports() -> None:
    code = "import sys\nfrom kg.cli import main\ntry:\n  main()\nfinally:\n  print(*sys.modules, file=sys.stderr)"
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    assert time.monotonic() - started < 2  # a machine under load; `make bench` holds it to 0.3 s
    assert not HEAVY & {module.partition(".")[0] for module in done.stderr.split()}


@pytest.mark.parametrize(
    "words", [("nope",), ("load",), ("ask",), ("show", "--format", "xml", "x"), ("query", "--param", "x")]
)
def test_wrong_usage_ends_with_2(kg: Run, words: tuple[str, ...]) -> None:
    assert kg(*words).exit_code == 2
