"""Finds the data that the project ships: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).parent


def ontology_folder() -> Path:
    """The shipped ontology. Raises KgError where the installation has lost it."""
    return _shipped("ontology")


def queries_folder() -> Path:
    """The shipped query library. Raises KgError where the installation has lost it."""
    return _shipped("queries")


def demo_folder() -> Path:
    """The articles of `kg demo`."""
    return _PACKAGE / "demo" / "articles"


def _shipped(name: str) -> Path:
    # The wheel's place comes first: beside an installed package, a folder of this name is somebody else's.
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise KgError(f"the data folder {name!r} is missing beside {_PACKAGE}; install techpolicy-kg again")
