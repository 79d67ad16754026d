"""CSV and TSV: a record a row under names in the first; cells may be long and hold line ends."""

import csv
from collections.abc import Iterator, Sequence
from typing import Any

from kg.errors import SourceError
from loaders.failure import Failure
from loaders.fields import are_known
from loaders.files import LONGEST_LINE
from loaders.head import Head
from loaders.kinds import Content
from loaders.records import Placed, contents
from loaders.source import Opened
from loaders.textstream import lines_of

ENDINGS = (".csv", ".tsv", ".tab")

_SEPARATORS = ",\t;|"
_LONGEST_NAME = 80


def recognises(head: Head) -> bool:
    """Whether its first row holds names of an article's or a statement's fields."""
    line = next(head.lines, "")
    names = next(csv.reader([line], delimiter=separator_of(line)), []) if line else []
    return all(len(name) <= _LONGEST_NAME for name in names) and are_known(names)


def read(document: Opened) -> Iterator[Content]:
    """What the rows hold, a Failure for each that is bad. Raises SourceError where there is no row below the names."""
    yield from contents(_records(document), document)


def separator_of(line: str) -> str:
    """What stands most often between the names of the first row."""
    return max(_SEPARATORS, key=line.count)


def _records(document: Opened) -> Iterator[Placed]:
    csv.field_size_limit(LONGEST_LINE)
    lines = lines_of(document)
    first = next(lines, "")
    rows = csv.reader(_with(first, lines), delimiter=separator_of(first), strict=True)
    names = [name.strip() for name in next(rows, [])]
    if not any(names):
        raise SourceError(f"{document.name}: the first row holds no names of columns; write them there")
    for number, row in enumerate(_rows(rows), 2):
        where = f"{document.name}, row {number}"
        if isinstance(row, csv.Error):
            yield where, Failure(where, f"is no row of a table ({row}); mend its quotes")
        elif any(cell.strip() for cell in row):
            yield where, _record(names, row, where)


def _with(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _rows(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """The rows, an error in the place of each that is none."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield error


def _record(names: Sequence[str], row: Sequence[str], where: str) -> Any:
    """The cells that hold something, by name; cells beyond the last name are of nobody."""
    if any(cell.strip() for cell in row[len(names) :]):
        return Failure(where, f"has {len(row)} cells below {len(names)} names; put cells that hold commas in quotes")
    cells = dict(zip(names, row, strict=False))
    return {name: cells.get(name, "").strip() or None for name in names if name}
