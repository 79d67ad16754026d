"""JSON Lines: an article or a statement a line, read as a stream; a bad line never loses its neighbours."""

import json
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from kg.errors import KgError, SourceError
from kg.model import Article
from kg.model.record import StatementRecord
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.encoding import decode
from loaders.failure import Failure
from loaders.files import LONGEST_LINE, lines, opened, shown
from loaders.statements import is_statement, statement_from_record

Item = Article | StatementRecord | Failure


def read_json_lines(path: Path) -> Iterator[Item]:
    """What the lines of a file hold. Raises SourceError where the file cannot be read or holds no line."""
    with opened(path) as stream:
        yield from read_stream(stream, shown(path))


def read_stream(stream: BufferedReader, name: str) -> Iterator[Item]:
    """What the lines of an open stream hold; `name` says in messages where they come from."""
    empty = True
    for number, line in lines(stream):
        if line is None or line.strip():
            empty = False
            yield _item(line, f"{name}, line {number}")
    if empty:
        raise SourceError(f"{name}: is empty")


def _item(line: bytes | None, where: str) -> Item:
    if line is None:
        return Failure(where, f"is longer than {LONGEST_LINE // 2**20} MiB, too long for one article; split it")
    try:
        return _from_record(_decoded(line), where)
    except KgError as error:
        return Failure(where, str(error).removeprefix(f"{where}: "))


def _decoded(line: bytes) -> Any:
    try:
        return json.loads(decode(line.rstrip(b"\r\n")).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise SourceError(f"is no JSON ({error.msg}, column {error.colno}); write one object a line") from None
    except RecursionError:
        raise SourceError("is nested too deeply to be an article or a statement") from None
    except ValueError:
        raise SourceError("holds a number with thousands of digits; write it as a string") from None


def _from_record(record: Any, where: str) -> Item:
    if not isinstance(record, dict):
        raise SourceError('is no JSON object; write {"title": …, "text": …}')
    clean = {cleaned(key): _cleaned(value) for key, value in record.items()}
    return statement_from_record(clean, where) if is_statement(clean) else article_from_record(clean)


def _cleaned(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value
