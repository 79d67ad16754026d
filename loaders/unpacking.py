"""What lies in archives, within bounds: a small file may hold more than any disk.

Nothing is written to disk under the name of a member, so no name can lead anywhere.
"""

import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BufferedIOBase, BufferedReader, RawIOBase
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, cast

from kg.errors import SourceError
from loaders.characters import printable
from loaders.source import Opened, Source

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BROKEN = (
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the standard library raises for archives that are damaged, encrypted, or packed in an unknown way."""

Opens = Callable[[], BufferedIOBase]

_FREE = 64 * 1024 * 1024
_RATIO = 100
_IN_MEMORY = 16 * 1024 * 1024
_LARGEST_SPOOLED = 1024 * 1024 * 1024


@dataclass
class Budget:
    """Bytes that may still be unpacked of an archive: news packs to a fifth, a bomb to a thousandth."""

    left: int

    @classmethod
    def of(cls, document: Opened) -> "Budget":
        """That of an archive; where its size is not known, that of a small one."""
        return cls(max(_FREE, _RATIO * document.source.size))

    def spend(self, size: int, name: str) -> None:
        """Raises SourceError where that is too much."""
        self.left -= size
        if self.left < 0:
            raise SourceError(f"{name}: unpacks to far more than news does, and looks like a bomb; unpack it by hand")


def member(archive: Opened, path: str, opens: Opens, budget: Budget) -> Source:
    """A member of an archive as a source of its own."""
    name = f"{archive.name}/{printable(path)}"
    return Source(name, PurePosixPath(path).name, partial(_unpacked, name, opens, budget))


def is_wanted(path: str) -> bool:
    """Whether a member is no hidden file and no leaving of an operating system."""
    return not any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(path).parts)


def said(error: Exception) -> str:
    """Why an archive cannot be read."""
    words = " ".join(str(error).split()) or type(error).__name__
    if "password required" in words or "encrypted" in words:
        return "is encrypted; unpack it by hand"
    return f"cannot be unpacked ({printable(words)[:120]}); get or pack it again"


@contextmanager
def seekable(document: Opened) -> Iterator[IO[bytes]]:
    """The source as a stream that can be gone to and fro in; what lies in another archive is put aside for that."""
    if document.stream.seekable():
        yield document.stream
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as aside:
        size = 0
        while piece := document.stream.read(1024 * 1024):
            size += len(piece)
            if size > _LARGEST_SPOOLED:
                raise SourceError(f"{document.name}: is larger than 1 GiB; unpack what it lies in")
            aside.write(piece)
        aside.seek(0)
        yield cast(IO[bytes], aside)


@contextmanager
def _unpacked(name: str, opens: Opens, budget: Budget) -> Iterator[BufferedReader]:
    try:
        stream = opens()
    except BROKEN as error:
        raise SourceError(f"{name}: {said(error)}") from None
    with stream:
        yield BufferedReader(_Counted(stream, name, budget), 64 * 1024)


class _Counted(RawIOBase):
    """A member's bytes, as long as the budget lasts; damage becomes an error of ours."""

    def __init__(self, stream: BufferedIOBase, name: str, budget: Budget) -> None:
        self._stream = stream
        self._name = name
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        target = memoryview(buffer).cast("B")
        try:
            piece = self._stream.read1(len(target))
        except BROKEN as error:
            raise SourceError(f"{self._name}: {said(error)}") from None
        self._budget.spend(len(piece), self._name)
        target[: len(piece)] = piece
        return len(piece)
