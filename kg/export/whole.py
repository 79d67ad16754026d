"""A file that appears under its name only when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from kg.errors import ExportError


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into, which takes the place of `path` at the end; after a failure the one before is left.

    Raises ExportError where none can be made there.
    """
    target = path.resolve()
    if target.is_dir():
        raise ExportError(f"{path} is a folder; name a file in it")
    beside = _beside(target)
    try:
        with beside:
            yield beside
        Path(beside.name).chmod(0o666 & ~_umask())
        Path(beside.name).replace(target)
    finally:
        Path(beside.name).unlink(missing_ok=True)


def _beside(target: Path) -> IO[bytes]:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return NamedTemporaryFile(prefix=f".{target.name}-"[:80], dir=target.parent, delete=False)
    except OSError as error:
        raise ExportError(f"cannot make {target}: {error.strerror}; name a place where you may write") from None


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
