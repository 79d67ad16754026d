"""What kind of source a file is: by its content first, by its name where the content leaves it open."""

import json
import re
from enum import StrEnum
from pathlib import Path

from kg.errors import SourceError
from loaders.encoding import byte_order_mark, is_binary
from loaders.files import read_head, shown

HEAD = 64 * 1024
"""Bytes that are looked at."""


class Kind(StrEnum):
    """The kinds of source that there is a loader for."""

    TEXT = "text"
    HTML = "html"
    JSON_LINES = "json lines"


NAMES = {
    Kind.TEXT: (".txt", ".text", ".md", ".markdown"),
    Kind.HTML: (".html", ".htm", ".xhtml"),
    Kind.JSON_LINES: (".jsonl", ".ndjson"),
}
"""How the names of files end whose content leaves the kind open."""

READ = ".txt, .md, .html, .htm, .jsonl, .ndjson, or .json with an object a line"
"""What is read, as messages say it."""

_PAGE = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = frozenset({"text", "title", "action"})


def kind_of(path: Path) -> Kind | None:
    """The kind of a regular file, None where no loader takes it. Raises SourceError where it cannot be read."""
    return sniff(read_head(path, HEAD), path.name)


def sniff(head: bytes, name: str) -> Kind | None:
    """The kind that the first bytes show, else the one that the name does."""
    text = _text(head)
    if text is None:
        return _by_name(name)
    if _PAGE.match(text):
        return Kind.HTML
    if _holds_records(text, cut=len(head) >= HEAD):
        return Kind.JSON_LINES
    return _by_name(name)


def require(path: Path) -> Kind:
    """The kind of a file that a person named. Raises SourceError where no loader takes it."""
    kind = kind_of(path)
    if kind is None:
        raise SourceError(f"{shown(path)}: is of no known kind; read are {READ}")
    return kind


def _by_name(name: str) -> Kind | None:
    ending = Path(name).suffix.lower()
    return next((kind for kind, endings in NAMES.items() if ending in endings), None)


def _text(head: bytes) -> str | None:
    encoding = byte_order_mark(head)
    if encoding is None and is_binary(head):
        return None
    return head.decode(encoding or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")


def _holds_records(text: str, *, cut: bool) -> bool:
    line, end, _ = text.partition("\n")
    if cut and not end:
        return re.match(r'\{\s*"', line) is not None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and not _FIELDS.isdisjoint(record)
