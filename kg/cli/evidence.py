"""Statements for people to read: who does what, on what condition, then the sentence and where it stands."""

import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import click

from kg.cli.messages import one_line
from kg.ontology import Ontology

_BESIDE = ("counterparty", "measure", "jurisdiction")
_QUALIFIERS = ("condition", "exception", "scope", "since", "until", "duration")
_INDENT = "   "
NOT_VERIFIED = "not verified: the article's text is not in the store"


def headline(ontology: Ontology, record: Mapping[str, Any]) -> str:
    """The statement as a phrase: `Amazon restricts the sale of facial recognition · counterparty: police`.

    A measure is what is supported or opposed, and one who is sued is sued over a technology: neither is put beside it.
    """
    action = ontology.actions.get(record["action"])
    told = _object(record, bool(action and action.towards))
    beside = (f"{role}: {record[role]}" for role in _BESIDE if record.get(role) and role not in told)
    actor, label = record.get("actor") or "unspecified", action.label if action else record["action"]
    return " · ".join((" ".join(filter(None, (actor, label, *told.values()))), *beside))


def _object(record: Mapping[str, Any], towards: bool) -> dict[str, str]:
    """What the action is done to, by role, in the order of telling."""
    theme = _theme(record)
    if towards and record.get("counterparty"):
        return {"counterparty": record["counterparty"], "theme": f"over {theme}" if theme else ""}
    if record.get("measure"):
        return {"measure": record["measure"], "theme": f"on {theme}" if theme else ""}
    return {"theme": theme}


def _theme(record: Mapping[str, Any]) -> str:
    technology, product = record.get("technology"), record.get("product")
    return f"{technology} ({product})" if technology and product else technology or product or ""


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
