"""The loader of docs/load.md works as it stands there, in a package of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import loaders.kinds
from kg.errors import KgError
from loaders.kinds import LoaderError
from tests.cli.conftest import piped

GUIDE = Path(__file__).parents[2] / "docs" / "load.md"
MAIL = """From: The Paper <news@example.org>
Subject: Town bans drones
Date: Thu, 11 Jun 2020 09:00:00 +0200

The town banned drones from its parks on Monday.
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with the package of the guide, as an installer leaves it."""
    package, about = tmp_path / "newsletters", tmp_path / "newsletters-1.0.dist-info"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "mail.py").write_text(blocks("python")[0], encoding="utf-8")
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: newsletters\nVersion: 1.0\n", encoding="utf-8")
    points = blocks("toml")[0].replace('project.entry-points."techpolicy_kg.loaders"', "techpolicy_kg.loaders")
    (about / "entry_points.txt").write_text(points.replace('"', ""), encoding="utf-8")
    return tmp_path


def kg(*words: str, path: Path) -> "subprocess.CompletedProcess[str]":
    return piped(*words, PYTHONPATH=":".join([str(path), *sys.path]))


def test_a_loader_of_another_package_is_found(installed: Path) -> None:
    (installed / "letter").write_text(MAIL, encoding="utf-8")
    done = kg("extract-text", str(installed / "letter"), path=installed)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Town bans drones\n\nThe town banned drones from its parks on Monday.\n"


@pytest.mark.parametrize(("module", "reason"), [("import nothing_there", "cannot be imported"), ("", "lacks ENDINGS")])
def test_a_loader_that_does_not_work_is_named(installed: Path, module: str, reason: str) -> None:
    (installed / "newsletters" / "mail.py").write_text(module, encoding="utf-8")
    (installed / "letter").write_text(MAIL, encoding="utf-8")
    done = kg("extract-text", str(installed / "letter"), path=installed)
    assert done.returncode == 1
    assert f"the loader 'mail' (newsletters.mail) {reason}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_mapping_of_the_guide_is_one(tmp_path: Path) -> None:
    from loaders.mapping import mapping_named

    path = tmp_path / "own.yaml"
    path.write_text(blocks("yaml")[0], encoding="utf-8")
    assert mapping_named(str(path)).title == "Open letters"


def test_the_errors_of_loaders_are_ours() -> None:
    assert issubclass(LoaderError, KgError)
    assert set(loaders.kinds.loaders()) >= {"html", "text", "pdf", "csv", "json", "jsonl", "feed", "warc", "zip", "tar"}
