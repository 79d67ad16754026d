"""Prints tables: aligned for people, JSON, CSV and Markdown for programs."""

import csv
import io
import json
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping
from typing import Any

import click

from kg.cli.messages import one_line, printable
from kg.store import Table

_NARROWEST = 14
"""Columns of a terminal that one column of a table needs to be readable."""

_UNWRAPPED = 1_000_000
"""Columns of a terminal that wraps nothing: what is piped keeps one row a line."""


def print_table(table: Table, form: str) -> None:
    """Print a table in one of the forms of `--format`."""
    click.echo(_WRITERS[form](table), nl=False)


def as_text(table: Table) -> str:
    """Columns side by side; on a terminal wrapped to its width, else one row a line and no colours.

    On a terminal that is too narrow for them, each row is a list of its values instead.
    """
    if not table.rows:
        return "no rows\n"
    if sys.stdout.isatty() and len(table.columns) * _NARROWEST > shutil.get_terminal_size().columns:
        return "\n".join(_as_list(record) for record in table.records())
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


def as_json(table: Table) -> str:
    """A list of objects, keys in the order of the columns."""
    return json.dumps(table.records(), ensure_ascii=False, indent=2) + "\n"


def as_csv(table: Table) -> str:
    """Comma-separated with a header line; lists and objects as JSON, absent values empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([shown(value) for value in row] for row in table.rows)
    return buffer.getvalue()


def as_markdown(table: Table) -> str:
    """A GitHub table; pipes, backslashes and line breaks in cells are escaped."""
    lines = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    cells = ([_markdown(shown(value)) for value in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


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


_WRITERS: Mapping[str, Callable[[Table], str]] = {
    "table": as_text,
    "json": as_json,
    "csv": as_csv,
    "md": as_markdown,
}
