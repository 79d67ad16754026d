"""Crawls: WARC (ISO 28500) and ARC files, packed or not. Every page that a server gave becomes an article.

Read by hand, since the usual readers lose all that comes after one bad record, and old crawls have many of these.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO, RawIOBase
from typing import TYPE_CHECKING

from kg.errors import KgError, SourceError
from kg.model import Article
from loaders.address import article_address
from loaders.characters import printable
from loaders.failure import Failure
from loaders.head import Head
from loaders.html import is_page, page_article
from loaders.kinds import Content
from loaders.source import Opened
from loaders.web.body import BodyError, dechunked, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ENDINGS = (".warc", ".arc")

LARGEST = 16 * 1024 * 1024
"""Bytes of a record that is looked at; the rest of a longer one is passed over."""

_GZIP = b"\x1f\x8b\x08"
_PIECE = 64 * 1024
_LONGEST_LINE = 64 * 1024
_VERSION = re.compile(rb"WARC/\d\.\d+\s*$")
_ARC = re.compile(rb"([a-z][\w+.-]*:.*) [\da-fA-F.:]+ \d{12,14} \S+(?: \S+)*? (\d+)\s*$")
_STATUS = re.compile(rb"HTTP/[\d.]+ (\d{3})")


def recognises(head: Head) -> bool:
    """Whether it begins with a record of a crawl, packed or not."""
    start = head.data
    if start.startswith(_GZIP):
        try:
            start = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(start, 1024)
        except zlib.error:
            return False
    return start.startswith((b"WARC/1.", b"WARC/0.", b"filedesc://"))


def read(document: Opened) -> Iterator[Content]:
    """The articles of its pages, a Failure for each that is none and for each stretch that is no record.

    Raises SourceError where there is no page in it.
    """
    stream = _unpacked(document.stream) if document.head.data.startswith(_GZIP) else document.stream
    empty = True
    for number, record in enumerate(_records(_Lines(stream)), 1):
        where = f"{document.name}, record {number}"
        if isinstance(record, str):
            empty = False
            yield Failure(where, record)
        elif page := _page(record):
            empty = False
            yield _article(page, record.address, where) if isinstance(page, Page) else Failure(where, page)
    if empty:
        raise SourceError(f"{document.name}: holds no page that a server gave (HTML with status 200)")


@dataclass(frozen=True)
class Record:
    """A record: what it says of itself, and its block, cut at LARGEST."""

    address: str
    kind: str
    block: bytes


@dataclass(frozen=True)
class Page:
    """A page with the encoding that its server stated."""

    body: bytes
    charset: str | None


def _article(page: Page, address: str, where: str) -> Content:
    try:
        article: Article = page_article(page.body, page.charset)
    except KgError as error:
        return Failure(f"{where} ({printable(address)})", str(error))
    own = article_address(address)
    return article.at(own) if article.url is None and own else article


def _page(record: Record) -> Page | str | None:
    """The page in a record, or why it cannot be had; None for pictures, redirections and what else a crawl holds."""
    if record.kind == "resource":
        return Page(record.block, None) if is_page(record.block) else None
    if record.kind != "response":
        return None
    head, _, body = record.block.partition(b"\r\n\r\n" if b"\r\n\r\n" in record.block[:_PIECE] else b"\n\n")
    status = _STATUS.match(head)
    headers = _headers(head.splitlines()[1:])
    if not status or status.group(1) != b"200" or not _may_be_page(headers.get("content-type", "")):
        return None
    try:
        plain = dechunked(body) if "chunked" in headers.get("transfer-encoding", "").lower() else body
        whole = unpacked([plain], headers.get("content-encoding", ""))
    except BodyError as error:
        if not is_page(body):
            return f"the page {error}"
        whole = body
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", headers.get("content-type", ""), re.IGNORECASE)
    return Page(whole, charset.group(1) if charset else None) if is_page(whole) else None


def _may_be_page(media_type: str) -> bool:
    return not media_type or "html" in media_type.lower()


def _headers(lines: list[bytes]) -> dict[str, str]:
    """Names in small letters; a later header of one name counts, as does a line without a colon for nothing."""
    pairs = (line.decode("utf-8", errors="replace").partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def _records(lines: "_Lines") -> Iterator[Record | str]:
    """Records, and in the place of each stretch that is none the reason. What comes after it is found again."""
    lost = False
    while line := lines.line():
        if not line.strip():
            continue
        found = _record(line, lines)
        if found is None:
            if not lost:
                yield "is no record; what can be read after it is"
            lost = True
            continue
        lost = isinstance(found, str)
        yield found


def _record(line: bytes, lines: "_Lines") -> Record | str | None:
    """The record that a line begins; None where it begins none."""
    if _VERSION.match(line):
        headers = _headers(list(lines.until_blank()))
        length = _length(headers.get("content-length", ""))
        address, kind = headers.get("warc-target-uri", "").strip("<>"), headers.get("warc-type", "").lower()
    elif arc := _ARC.match(line):
        length, address = _length(arc.group(2).decode()), arc.group(1).decode("utf-8", errors="replace")
        kind = "filedesc" if address.startswith("filedesc:") else "response"
    else:
        return None
    if length is None:
        return "states no length; what can be read after it is"
    block, is_whole = lines.block(length)
    return Record(address, kind, block) if is_whole else "is shorter than it says; what can be read after it is"


def _length(stated: str) -> int | None:
    return int(stated) if re.fullmatch(r"\d{1,12}", stated) else None


@dataclass
class _Lines:
    """A stream of lines and blocks, in which one can go back to the beginning of what a block swallowed."""

    stream: BufferedReader
    _before: BytesIO = field(default_factory=BytesIO)

    def line(self) -> bytes:
        """The next line, at most 64 KiB of it; nothing at the end."""
        first = self._before.readline(_LONGEST_LINE)
        return first if first.endswith(b"\n") else first + self.stream.readline(_LONGEST_LINE)

    def until_blank(self) -> Iterator[bytes]:
        """The lines up to the next blank one."""
        while (line := self.line()).strip():
            yield line

    def block(self, length: int) -> tuple[bytes, bool]:
        """The next bytes, at most LARGEST of them, and whether there are as many as stated.

        Where there are not, reading goes on at the first record that was taken for a part of them.
        """
        taken = self._take(min(length, LARGEST))
        whole = len(taken) == min(length, LARGEST) and self._skip(length - len(taken))
        if not (whole and self._is_between()) and (start := taken.find(b"\nWARC/1.")) >= 0:
            self._go_back(taken[start + 1 :])
            return taken, False
        return taken, whole

    def _is_between(self) -> bool:
        """Whether a record may end here: a line ends, or the file."""
        following = self._take(2)
        self._go_back(following)
        return following in (b"", b"\r\n") or following.startswith(b"\n")

    def _go_back(self, taken: bytes) -> None:
        self._before = BytesIO(taken + self._before.read())

    def _take(self, size: int) -> bytes:
        first = self._before.read(size)
        return first + (self.stream.read(size - len(first)) if len(first) < size else b"")

    def _skip(self, size: int) -> bool:
        while size and (piece := self._take(min(size, _PIECE))):
            size -= len(piece)
        return size == 0


def _unpacked(stream: BufferedReader) -> BufferedReader:
    return BufferedReader(_Members(stream), _PIECE)


class _Members(RawIOBase):
    """The contents of a file that is packed record by record; a damaged member is left out, the next one found."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._packed = b""
        self._unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        target = memoryview(buffer).cast("B")
        while self._packed or self._fill():
            piece = self._unpack(len(target))
            if piece:
                target[: len(piece)] = piece
                return len(piece)
        return 0

    def _fill(self) -> bool:
        self._packed += self._stream.read(_PIECE)
        return bool(self._packed)

    def _unpack(self, size: int) -> bytes:
        """The next bytes, none where a member ends or is damaged."""
        try:
            piece = self._unpacker.decompress(self._packed, size)
        except zlib.error:
            self._find_next(self._packed[1:])
            return b""
        self._packed = self._unpacker.unconsumed_tail
        if self._unpacker.eof:
            self._find_next(self._unpacker.unused_data)
        return piece

    def _find_next(self, packed: bytes) -> None:
        """Goes on at the next member, however much lies between."""
        self._unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        while (start := packed.find(_GZIP)) < 0:
            more = self._stream.read(_PIECE)
            if not more:
                self._packed = b""
                return
            packed = packed[-2:] + more
        self._packed = packed[start:]
