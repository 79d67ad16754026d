"""The body of an answer, unpacked within bounds: a few bytes of gzip may stand for gigabytes."""

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO

LARGEST = 64 * 1024 * 1024
"""Bytes of an answer, packed or not."""

ACCEPTED = "gzip, deflate"

_PIECE = 256 * 1024


class BodyError(Exception):
    """The body is too large, broken, or packed in a way that nobody asked for."""


def unpacked(pieces: Iterable[bytes], encoding: str) -> bytes:
    """The whole body. `encoding` is what the answer says of it. Raises BodyError."""
    body = bytearray()
    for piece in _decoded(_bounded(pieces), encoding.strip().lower()):
        body += piece
        if len(body) > LARGEST:
            raise BodyError(f"is larger than {LARGEST // 2**20} MiB")
    return bytes(body)


def dechunked(body: bytes) -> bytes:
    """A body that was sent in chunks (RFC 9112, 7.1), as far as it goes. Raises BodyError where it begins otherwise."""
    stream, whole = BytesIO(body), bytearray()
    while line := stream.readline(256):
        size = line.partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            if not whole:
                raise BodyError("is not in chunks, as it says") from None
            break
        if length == 0:
            break
        whole += stream.read(length)
        stream.readline(256)
    return bytes(whole)


def _bounded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > LARGEST:
            raise BodyError(f"is larger than {LARGEST // 2**20} MiB")
        yield piece


def _decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        return iter(pieces)
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _inflated(pieces, is_gzip=encoding != "deflate")
    raise BodyError(f"is packed as {encoding[:20]!r}, which was not asked for")


def _inflated(pieces: Iterable[bytes], *, is_gzip: bool) -> Iterator[bytes]:
    """Unpacked piece by piece, each of bounded size; `deflate` with and without the header that it should have."""
    unpacker = None
    for piece in pieces:
        unpacker = unpacker or zlib.decompressobj(_window(piece, is_gzip))
        rest = piece
        while rest and not unpacker.eof:
            try:
                yield unpacker.decompress(rest, _PIECE)
            except zlib.error as error:
                raise BodyError(f"cannot be unpacked ({error})") from None
            rest = unpacker.unconsumed_tail
    if unpacker and not unpacker.eof:
        raise BodyError("was cut off")


def _window(first: bytes, is_gzip: bool) -> int:
    if is_gzip:
        return 16 + zlib.MAX_WBITS
    has_header = len(first) > 1 and first[0] & 0x0F == 8 and int.from_bytes(first[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
