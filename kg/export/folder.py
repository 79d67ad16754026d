"""A folder that appears under its name only when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import ExportError


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A place beside `folder` to write into, which takes that name at the end; after a failure nothing is left.

    Raises ExportError where there is something at `folder` already, an empty folder apart, or where none can be made.
    """
    target = folder.resolve()
    _check_free(target)
    with _beside(target) as beside:
        place = Path(beside) / target.name
        place.mkdir()
        yield place
        if target.exists():
            target.rmdir()  # empty, unless somebody wrote there meanwhile: then this fails and theirs stays
        place.rename(target)


def _beside(target: Path) -> "TemporaryDirectory[str]":
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent)
    except OSError as error:
        raise ExportError(f"cannot make {target}: {error.strerror}; name a folder where you may write") from None


def _check_free(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ExportError(f"{target} is there already; name a new folder or an empty one")
