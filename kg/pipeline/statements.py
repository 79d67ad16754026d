"""Reads statements as JSON Lines, as `kg extract` prints them and people code them by hand."""

import json
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from kg.errors import RecordError, SourceError
from kg.model.record import StatementRecord
from loaders import Failure
from loaders.files import LONGEST_LINE, lines, opened

_ENDINGS = (".jsonl", ".ndjson", ".json")


def holds_statements(path: Path) -> bool:
    """Whether the first line of a JSON Lines file is a statement, not an article."""
    if path.suffix.lower() not in _ENDINGS:
        return False
    try:
        with opened(path) as stream:
            data = next((_decoded(line) for _, line in lines(stream) if line and line.strip()), None)
    except (SourceError, ValueError, RecursionError):
        return False  # no statements; the loader of articles says what is wrong with the file
    return isinstance(data, dict) and "action" in data and "quote" in data


def records(stream: BufferedReader, name: str) -> Iterator[StatementRecord | Failure]:
    """The statements of a stream; a line that is none is set aside with its number and the reason."""
    for number, line in lines(stream):
        where = f"{name}:{number}"
        if line is None:
            yield Failure(where, f"the line is longer than {LONGEST_LINE:,} bytes; write one statement a line")
        elif line.strip():
            yield _record(line, where)


def _record(line: bytes, where: str) -> StatementRecord | Failure:
    try:
        return StatementRecord.parse(_decoded(line), where)
    except RecordError as error:
        return Failure(where, str(error).removeprefix(f"{where}: "))
    except UnicodeDecodeError as error:
        return Failure(where, f"not UTF-8 at byte {error.start}; save the file as UTF-8")
    except (ValueError, RecursionError) as error:
        return Failure(where, f"not JSON ({error}); write one statement a line")


def _decoded(line: bytes) -> Any:
    return json.loads(line.decode("utf-8-sig"))
