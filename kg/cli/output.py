"""Prints tables: aligned for people, JSON, CSV and Markdown for programs."""

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

import click

from kg.cli.messages import one_line, printable
from kg.csvline import csv_line
from kg.store import Rows, Table

_NARROWEST = 14
"""Columns of a terminal that one column of a table needs to be readable."""

_UNWRAPPED = 1_000_000
"""Columns of a terminal that wraps nothing: what is piped keeps one row a line."""


def print_table(table: Table, form: str) -> None:
    """Print a table in one of the forms of `--format`."""
    print_rows(Rows(table.columns, iter(table.rows)), form)


def print_rows(rows: Rows, form: str) -> None:
    """Print rows as they come; only a table for people waits for the last, since its columns fit the widest."""
    for piece in _WRITERS[form](rows):
        click.echo(piece, nl=False)


def as_text(rows: Rows) -> Iterator[str]:
    """Columns side by side; on a terminal wrapped to its width, else one row a line and no colours.

    On a terminal that is too narrow for them, each row is a list of its values instead.
    """
    table = rows.table()
    if not table.rows:
        yield "no rows\n"
    elif sys.stdout.isatty() and len(table.columns) * _NARROWEST > shutil.get_terminal_size().columns:
        yield "\n".join(_as_list(record) for record in table.records())
    else:
        yield _as_grid(table)


def _as_grid(table: Table) -> str:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for column in table.columns:
        grid.add_column(Text(column), overflow="fold", justify="right" if _numeric(table, column) else "left")
    for row in table.rows:
        grid.add_row(*(Text(one_line(shown(value))) for value in row))
    return rendered(grid)


def _as_list(record: Mapping[str, Any]) -> str:
    """One value a line, wrapped below itself; absent values are left out."""
    width, margin = shutil.get_terminal_size().columns, max(map(len, record)) + 2
    lines = (
        textwrap.fill(
            one_line(shown(value)),
            width,
            initial_indent=name.ljust(margin),
            subsequent_indent=" " * margin,
            break_on_hyphens=False,
            break_long_words=False,
        )
        for name, value in record.items()
        if value is not None
    )
    return "".join(f"{line}\n" for line in lines)


def rendered(renderable: Any) -> str:
    """What rich makes of it, with colours and wrapping only on a terminal."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else _UNWRAPPED, force_terminal=terminal, highlight=False, markup=False)
    with console.capture() as capture:
        console.print(renderable, crop=False, no_wrap=not terminal)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def as_json(rows: Rows) -> Iterator[str]:
    """A list of objects, keys in the order of the columns."""
    before = "[\n"
    for row in rows:
        record = json.dumps(dict(zip(rows.columns, row, strict=True)), ensure_ascii=False, indent=2)
        yield f"{before}{textwrap.indent(record, '  ')}"
        before = ",\n"
    yield "[]\n" if before.startswith("[") else "\n]\n"


def as_csv(rows: Rows) -> Iterator[str]:
    """Comma-separated with a header line; lists and objects as JSON, absent values empty."""
    yield csv_line(rows.columns)
    for row in rows:
        yield csv_line(shown(value) for value in row)


def as_markdown(rows: Rows) -> Iterator[str]:
    """A GitHub table; pipes, backslashes and line breaks in cells are escaped."""
    for line in chain([rows.columns, tuple("---" for _ in rows.columns)], rows):
        yield f"| {' | '.join(_markdown(shown(value)) for value in line)} |\n"


def shown(value: Any) -> str:
    """A value as text: nothing for an absent one, yes and no, JSON for lists and objects."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _markdown(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|")
    return printable(re.sub(r"\r\n|\r|\n", "<br>", escaped))


def _numeric(table: Table, column: str) -> bool:
    values = [value for value in (row[table.columns.index(column)] for row in table.rows) if value is not None]
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


_WRITERS: Mapping[str, Callable[[Rows], Iterator[str]]] = {
    "table": as_text,
    "json": as_json,
    "csv": as_csv,
    "md": as_markdown,
}
