"""Statements for people to read: who does what, on what condition, then the sentence and where it stands."""

import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import click

from kg.cli.messages import one_line

_QUALIFIERS = ("condition", "exception", "scope", "since", "until", "duration")
_INDENT = "   "
NOT_VERIFIED = "not verified: the article's text is not in the store"


def paragraphs(record: Mapping[str, Any]) -> Iterator[str]:
    """What qualifies a statement, its quote, and who said it where, each a paragraph of its own."""
    yield qualification(record)
    unverified = "" if record["verified"] else f"  [{NOT_VERIFIED}]"
    yield f"“{one_line(record['quote'])}”{unverified}"
    if said := source(record):
        yield said


def qualification(record: Mapping[str, Any]) -> str:
    """`in force · condition: until … · since: 2020-06-11`; what is only hedged says so."""
    hedged = "hedged" if record["certainty"] == "hedged" else None
    named = (f"{name}: {one_line(record[name])}" for name in _QUALIFIERS if record.get(name))
    return " · ".join(filter(None, (record["status"].replace("_", " "), hedged, *named)))


def source(record: Mapping[str, Any]) -> str:
    """`— Brad Smith, in The Demo Ledger, 2020-06-11, https://…`; of an article's own statements only the speaker."""
    speaker, name = record.get("speaker"), record.get("publisher") or record.get("title")
    published = (record.get("published") or "undated")[:10] if "published" in record else None
    where = ", ".join(filter(None, (name, published, record.get("url"))))
    said = ", in ".join(filter(None, (speaker, where)))
    return one_line(f"— {said}") if said else ""


def print_block(title: str, lines: Iterator[str]) -> None:
    """A bold title and indented paragraphs below it, wrapped on a terminal only."""
    click.echo(click.style(one_line(title), bold=True))
    for line in lines:
        click.echo(wrapped(line))


def wrapped(text: str) -> str:
    """An indented paragraph: wrapped to the terminal, one line where the output goes elsewhere."""
    if not sys.stdout.isatty():
        return _INDENT + text
    width = max(shutil.get_terminal_size().columns, 40)
    return textwrap.fill(
        text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
    )
