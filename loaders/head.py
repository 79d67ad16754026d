"""The first bytes of a source, by which loaders tell whether it is theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING

from kg.errors import SourceError
from loaders.encoding import byte_order_mark, is_binary

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SIZE = 64 * 1024
"""Bytes that are looked at."""


@dataclass(frozen=True)
class Head:
    """At most `SIZE` bytes from the start of a source."""

    data: bytes

    @property
    def is_cut(self) -> bool:
        """Whether the source may go on."""
        return len(self.data) >= SIZE

    @cached_property
    def text(self) -> str | None:
        """The bytes as text without byte order mark and leading space; None where they are no text."""
        encoding = byte_order_mark(self.data)
        if encoding is None and is_binary(self.data):
            return None
        return self.data.decode(encoding or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")

    @property
    def lines(self) -> Iterator[str]:
        """The lines of the text that are whole, without their ends; none where it is no text."""
        *whole, last = (self.text or "").split("\n")
        yield from (line.removesuffix("\r") for line in whole)
        if last and not self.is_cut:
            yield last


def take(stream: BufferedReader) -> tuple[Head, BufferedReader]:
    """The head of a stream, and the stream from its start again."""
    data = _first(stream)
    if stream.seekable():
        stream.seek(-len(data), 1)
        return Head(data), stream
    return Head(data), BufferedReader(_Rejoined(data, stream), SIZE)


def _first(stream: BufferedReader) -> bytes:
    """The first bytes. Damage after some of them is left to who reads on: what stands before it may be of use."""
    data = b""
    try:
        while len(data) < SIZE and (piece := stream.read1(SIZE - len(data))):
            data += piece
    except SourceError:
        if not data:
            raise
    return data


class _Rejoined(RawIOBase):
    """Bytes that were taken from a stream, then the rest of it."""

    def __init__(self, taken: bytes, rest: BufferedReader) -> None:
        self._taken = memoryview(taken)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        target = memoryview(buffer).cast("B")
        piece = self._taken[: len(target)] if self._taken else memoryview(self._rest.read1(len(target)))
        self._taken = self._taken[len(piece) :]
        target[: len(piece)] = piece
        return len(piece)
