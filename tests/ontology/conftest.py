"""The small ontology, loaded, and the shipped one."""

from pathlib import Path

import pytest

from kg.ontology import Ontology, load, load_folders
from tests.ontology.folder import FILES, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "small", FILES)


@pytest.fixture
def small(folder: Path) -> Ontology:
    return load_folders(folder)


@pytest.fixture(scope="session")
def shipped() -> Ontology:
    return load()
