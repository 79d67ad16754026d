"""What the README shows is what a terminal prints."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.resources import demo_folder

README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def session() -> list[tuple[str, str]]:
    """The commands of the README's console blocks with the output shown below each."""
    shown = "".join(_BLOCK.findall(README.read_text(encoding="utf-8")))
    commands = re.split(r"^\$ ", shown, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (block.partition("\n") for block in commands)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout as far as the session looks at it."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(demo_folder(), root / "kg" / "demo" / "articles")
    return root


def typed(command: str, folder: Path) -> str:
    """What a terminal of 100 columns shows for a command."""
    arguments = shlex.split(command)
    assert arguments[0] == "kg"
    environment = {"COLUMNS": "100", "PATH": "", "PYTHONPATH": str(README.parent)}
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


def test_the_session_of_the_readme_is_that_of_a_terminal(folder: Path) -> None:
    shown = session()
    assert len(shown) >= 4
    for command, output in shown:
        assert typed(command, folder) == output, command
