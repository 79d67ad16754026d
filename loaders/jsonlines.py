"""JSON Lines: an article or a statement a line, read as a stream; a bad line never loses its neighbours."""

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import KgError, SourceError
from loaders.encoding import decode
from loaders.failure import Failure, failure_of
from loaders.fields import are_known
from loaders.files import LONGEST_LINE, lines
from loaders.head import Head
from loaders.kinds import Content
from loaders.records import Placed, contents
from loaders.source import Opened

ENDINGS = (".jsonl", ".ndjson")

_OBJECT = re.compile(rb"^\s*\{", re.MULTILINE)
_LONELY = frozenset({"text", "title"})


def recognises(head: Head) -> bool:
    """Whether its first line is an object with fields of an article or a statement, or may be the start of one."""
    line = next(head.lines, None)
    if line is None:
        return re.match(r'\{\s*"', head.text or "") is not None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and (are_known(record) or not _LONELY.isdisjoint(record))


def read(document: Opened) -> Iterator[Content]:
    """What the lines hold, a Failure for each that is bad. Raises SourceError where there is no line."""
    if document.head.text is None and not _OBJECT.search(document.head.data):
        raise SourceError(f"{document.name}: holds binary data, not JSON; say what it is with --as")
    yield from contents(_records(document), document)


def _records(document: Opened) -> Iterator[Placed]:
    for number, line in lines(document.stream):
        if line is None or line.strip():
            where = f"{document.name}, line {number}"
            yield where, _record(line, where)


def _record(line: bytes | None, where: str) -> Any:
    if line is None:
        return Failure(where, f"is longer than {LONGEST_LINE // 2**20} MiB, too long for one article; split it")
    try:
        return parsed(decode(line.rstrip(b"\r\n")).lstrip("\ufeff"))
    except KgError as error:
        return failure_of(where, error)


def parsed(text: str) -> Any:
    """The value of a JSON text. Raises SourceError where it is none, or one that nobody can have meant."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"is no JSON ({error.msg}, column {error.colno}); write one object a line") from None
    except RecursionError:
        raise SourceError("is nested too deeply to be an article or a statement") from None
    except ValueError:
        raise SourceError("holds a number with thousands of digits; write it as a string") from None
