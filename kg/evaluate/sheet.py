"""The coding sheet: a CSV file with a statement a row and empty cells for the coder, written and read back.

It goes through spreadsheets, which run cells that look like formulas, and change delimiters, case and encoding on
saving. So cells that begin like a formula get an apostrophe, and what comes back is read with patience.
"""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from kg.errors import RecordError, SourceError
from kg.evaluate.files import text_of
from kg.evaluate.precision import Stratum
from kg.evaluate.sampling import Drawn

SHOWN = (
    *("title", "published", "publisher", "url", "quote", "actor", "action", "technology", "product", "counterparty"),
    *("measure", "jurisdiction", "speaker", "status", "certainty", "condition", "exception", "scope"),
    *("since", "until", "duration"),
)
"""What a coder sees of a statement. Its confidence is left out: it would sway the judgement."""

TO_FILL_IN = ("correct", "comment")
COLUMNS = ("statement", "stratum", "stratum_size", *SHOWN, *TO_FILL_IN)

_SHEETS, _LINES = frozenset({".csv", ".tsv"}), frozenset({".jsonl", ".ndjson", ".json"})
_DELIMITERS = (",", ";", "\t")
_LIKE_A_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_ESCAPED = re.compile(r"'+[=+\-@＝＋－＠]")


class Verdict(StrEnum):
    """What a coder says of a statement."""

    RIGHT = "yes"
    WRONG = "no"
    UNSURE = "unsure"


_WRITTEN = {
    Verdict.RIGHT: ("yes", "y", "true", "1", "right", "correct"),
    Verdict.WRONG: ("no", "n", "false", "0", "wrong", "incorrect"),
    Verdict.UNSURE: ("unsure", "u", "?", "maybe"),
}
_VERDICTS = {written: verdict for verdict, forms in _WRITTEN.items() for written in forms}


@dataclass(frozen=True)
class Coded:
    """One row as it came back; `verdict` is None where the coder left it blank."""

    line: int
    statement: str
    stratum: str
    stratum_size: int
    verdict: Verdict | None


def written(drawn: Sequence[Drawn], records: Iterable[Mapping[str, Any]]) -> str:
    """The sheet of what was drawn; a record holds a `statement`, the columns shown and one quote of it.

    Raises RecordError where a statement has no record.
    """
    by_statement: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record in records:
        by_statement[record["statement"]].append(record)
    buffer = io.StringIO()
    # With the mark, spreadsheets take the file for UTF-8.
    buffer.write("\ufeff")
    rows = csv.writer(buffer, lineterminator="\n")
    rows.writerow(COLUMNS)
    for each in drawn:
        rows.writerow(cell(value) for value in _row(each, by_statement[each.statement]))
    return buffer.getvalue()


def cell(value: Any) -> str:
    """A value as a cell: one line, and never a formula."""
    text = " ".join(str(value).split()) if value is not None else ""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def value_of(text: str) -> str:
    """What `cell` was made from, without the spaces around it."""
    plain = text.strip()
    return plain[1:] if _ESCAPED.match(plain) else plain


def is_sheet(path: Path) -> bool:
    """Whether a file is a coding sheet and no JSON Lines."""
    suffix = path.suffix.lower()
    return suffix in _SHEETS or (suffix not in _LINES and not text_of(path).lstrip().startswith("{"))


def read_sheet(path: Path) -> tuple[Coded, ...]:
    """The rows of a sheet.

    Raises SourceError where the file is none, RecordError for a cell that is not understood or a statement that stands
    twice; both name the line.
    """
    rows = _rows(text_of(path), path.name)
    _, header = next(rows, (0, []))
    names = [value_of(name).lower() for name in header]
    needed = ("statement", "stratum", "stratum_size", "correct")
    if missing := [name for name in needed if name not in names]:
        raise SourceError(f"{path.name}: has no column {missing[0]!r}; give a sheet that `kg sample` wrote")
    coded = tuple(
        _coded(dict(zip(names, row, strict=False)), number, path.name)
        for number, row in rows
        if any(map(str.strip, row))
    )
    _check(coded, path.name)
    return coded


def strata(rows: Iterable[Coded]) -> tuple[Stratum, ...]:
    """What was coded, stratum by stratum."""
    held: dict[tuple[str, int], Counter[Verdict | None]] = defaultdict(Counter)
    for row in rows:
        held[row.stratum, row.stratum_size][row.verdict] += 1
    return tuple(
        Stratum(
            name=name,
            size=size,
            right=counts[Verdict.RIGHT],
            coded=counts[Verdict.RIGHT] + counts[Verdict.WRONG],
            unsure=counts[Verdict.UNSURE],
            blank=counts[None],
        )
        for (name, size), counts in sorted(held.items())
    )


def _row(drawn: Drawn, records: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    if not records:
        raise RecordError(f"statement {drawn.statement} has left the graph meanwhile; draw the sample again")
    first = records[0]
    yield from (drawn.statement, drawn.stratum, drawn.stratum_size)
    for name in SHOWN:
        yield " […] ".join(record["quote"] for record in records) if name == "quote" else first[name]
    yield from ("" for _ in TO_FILL_IN)


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines that they begin on; the delimiter is the one that the first line has most of."""
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    number = 1
    try:
        for row in reader:
            yield number, row
            number = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(f"{name}, line {number}: is no CSV ({error}); save the sheet as CSV again") from None


def _coded(row: Mapping[str, str], line: int, name: str) -> Coded:
    values = {column: value_of(row.get(column, "")) for column in ("statement", "stratum", "stratum_size", "correct")}
    return Coded(
        line=line,
        statement=values["statement"],
        stratum=values["stratum"],
        stratum_size=_size(values["stratum_size"], f"{name}, line {line}"),
        verdict=_verdict(values["correct"], f"{name}, line {line}"),
    )


def _size(written: str, where: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", written) or int(written) == 0:
        raise RecordError(f"{where}: stratum_size is {written!r}, not a number of statements; copy it from the sheet")
    return int(written)


def _verdict(written: str, where: str) -> Verdict | None:
    if not written:
        return None
    verdict = _VERDICTS.get(written.lower())
    if verdict is None:
        raise RecordError(f"{where}: correct is {written!r}; write yes, no or unsure, or leave it blank")
    return verdict


def _check(rows: Iterable[Coded], name: str) -> None:
    seen: dict[str, int] = {}
    sizes: dict[str, Coded] = {}
    for row in rows:
        first = seen.setdefault(row.statement, row.line)
        if first != row.line:
            raise RecordError(f"{name}, line {row.line}: the statement of line {first} again; keep one of them")
        other = sizes.setdefault(row.stratum, row)
        if other.stratum_size != row.stratum_size:
            raise RecordError(
                f"{name}, line {row.line}: stratum {row.stratum!r} has the size {row.stratum_size}, "
                f"on line {other.line} {other.stratum_size}; keep rows of one sample in a sheet"
            )
