"""The wheel works where there is no checkout: built, installed into an empty environment elsewhere, and used."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the `kg` that a wheel installs; needs a package index, as the test command itself does."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    (wheel,) = folder.glob("techpolicy_kg-*.whl")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / "bin"
    constraints = CHECKOUT / "constraints.txt"
    run(programs / "python", "-m", "pip", "install", "--quiet", "-c", constraints, wheel, cwd=folder)
    return programs


def run(*command: object, cwd: Path) -> str:
    """What a command prints; it must succeed, and sees nothing of the checkout."""
    arguments = [str(part) for part in command]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KG_"))}
    result = subprocess.run(arguments, cwd=cwd, check=False, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_demo_answers_its_question(installed: Path, tmp_path: Path) -> None:
    shown = run(installed / "kg", "demo", cwd=tmp_path)
    assert "loaded 10 articles" in shown
    assert "Microsoft restricts the sale of facial recognition" in shown
    assert list(tmp_path.iterdir()) == []


def test_ontology_and_library_come_along(installed: Path, tmp_path: Path) -> None:
    assert "who-restricts-sales" in run(installed / "kg", "query", cwd=tmp_path)
    assert "facial recognition" in run(
        installed / "python",
        "-c",
        "from kg.ontology import load; print(load().concepts['facial-recognition'].name)",
        cwd=tmp_path,
    )
