"""Reading files that nobody vouches for: never a pipe or device, never more than a cap, names escaped."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path

from kg.errors import SourceError
from loaders.characters import printable
from loaders.encoding import byte_order_mark

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a line of JSON Lines; the longest reports and laws are a tenth of it."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def shown(path: Path) -> str:
    """The path as messages show it."""
    return printable(str(path))


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """A regular file open for reading bytes. Raises SourceError for all else, without ever waiting for a writer."""
    try:
        _refuse_irregular(path, path.stat().st_mode)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    with os.fdopen(handle, "rb") as stream:
        _refuse_irregular(path, os.fstat(stream.fileno()).st_mode)
        try:
            yield stream
        except OSError as error:
            raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    """The error for what the operating system refused."""
    if isinstance(error, FileNotFoundError):
        return SourceError(f"{shown(path)}: no such file or folder; check the spelling")
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return SourceError(f"{shown(path)}: cannot be read ({reason.lower()}); check the file and its rights")


def lines(stream: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream with their numbers from 1; None for one longer than `LONGEST_LINE`, which is passed over.

    Only `\\n` ends a line: U+2028 within a JSON string does not. UTF-16 and UTF-32 are told by their byte order mark.
    """
    readline = _line_reader(stream)
    number = 0
    while piece := readline(LONGEST_LINE + 1):
        number += 1
        if len(piece) <= LONGEST_LINE or piece.endswith(b"\n"):
            yield number, piece
            continue
        while piece and not piece.endswith(b"\n"):
            piece = readline(LONGEST_LINE)
        yield number, None


def _line_reader(stream: BufferedReader) -> Callable[[int], bytes]:
    encoding = byte_order_mark(stream.peek(4)[:4])
    if encoding in (None, "utf-8-sig"):
        return stream.readline
    text = TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    return lambda limit: text.readline(limit).encode("utf-8", "surrogatepass")


def _refuse_irregular(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        what = next((name for test, name in _KINDS if test(mode)), "no regular file")
        raise SourceError(f"{shown(path)}: is {what}, not a file of articles")
