"""JSON Lines: an article or a statement a line, read as a stream; a bad line never loses its neighbours."""

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import KgError, SourceError
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.encoding import decode
from loaders.failure import Failure, failure_of
from loaders.files import LONGEST_LINE, lines
from loaders.head import Head
from loaders.kinds import Content
from loaders.source import Opened
from loaders.statements import is_statement, statement_from_record

ENDINGS = (".jsonl", ".ndjson")

_FIELDS = frozenset({"text", "title", "action"})


def recognises(head: Head) -> bool:
    """Whether its first line is an object with a field of an article or a statement, or may be the start of one."""
    line = next(head.lines, None)
    if line is None:
        return re.match(r'\{\s*"', head.text or "") is not None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and not _FIELDS.isdisjoint(record)


def read(document: Opened) -> Iterator[Content]:
    """What the lines hold, a Failure for each that is bad. Raises SourceError where there is no line."""
    empty = True
    for number, line in lines(document.stream):
        if line is None or line.strip():
            empty = False
            yield _item(line, f"{document.name}, line {number}")
    if empty:
        raise SourceError(f"{document.name}: is empty")


def _item(line: bytes | None, where: str) -> Content:
    if line is None:
        return Failure(where, f"is longer than {LONGEST_LINE // 2**20} MiB, too long for one article; split it")
    try:
        return _from_record(_decoded(line), where)
    except KgError as error:
        return failure_of(where, error)


def _decoded(line: bytes) -> Any:
    try:
        return json.loads(decode(line.rstrip(b"\r\n")).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise SourceError(f"is no JSON ({error.msg}, column {error.colno}); write one object a line") from None
    except RecursionError:
        raise SourceError("is nested too deeply to be an article or a statement") from None
    except ValueError:
        raise SourceError("holds a number with thousands of digits; write it as a string") from None


def _from_record(record: Any, where: str) -> Content:
    if not isinstance(record, dict):
        raise SourceError('is no JSON object; write {"title": …, "text": …}')
    clean = {cleaned(key): _cleaned(value) for key, value in record.items()}
    return statement_from_record(clean, where) if is_statement(clean) else article_from_record(clean)


def _cleaned(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value
