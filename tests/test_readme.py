"""What the README and the guides show is what a terminal prints."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.resources import demo_folder
from tests.conftest import needed
from tests.maven import program

ROOT = Path(__file__).parents[1]
GUIDES = ("README.md", "docs/export.md", "docs/network.md", "docs/rdf.md")
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def session(guide: str) -> list[tuple[str, str]]:
    """The commands of a guide's console blocks with the output shown below each."""
    shown = "".join(_BLOCK.findall((ROOT / guide).read_text(encoding="utf-8")))
    commands = re.split(r"^\$ ", shown, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (block.partition("\n") for block in commands)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout as far as the session looks at it."""
    root = tmp_path / "checkout"
    shutil.copytree(demo_folder(), root / "kg" / "demo" / "articles")
    return root


def typed(command: str, folder: Path) -> str:
    """What a terminal of 100 columns shows for a command."""
    arguments = shlex.split(command)
    assert arguments[0] == "kg"
    environment = {"COLUMNS": "100", "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-m", "kg", *arguments[1:]],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize("guide", GUIDES)
def test_the_session_of_a_guide_is_that_of_a_terminal(guide: str, folder: Path) -> None:
    with needed():
        program("sfdp")
    shown = session(guide)
    assert len(shown) >= 4
    for command, output in shown:
        assert typed(command, folder) == output, command
