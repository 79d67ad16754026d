"""`kg show`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import (
    StoreChoice,
    collection_option,
    format_option,
    ontology_option,
    open_ontology,
    store_option,
    store_to_read,
)

if TYPE_CHECKING:
    from kg.ontology import Ontology
    from kg.query.lookup import View


@click.command("show")
@click.argument("what", metavar="ENTITY|STATEMENT|ARTICLE")
@collection_option
@format_option
@store_option
@ontology_option
def command(what: str, collection: str | None, form: str, store: StoreChoice, overlay: Path | None) -> None:
    """Show one thing of the graph, by its id or name, with the words that it rests on.

    An entity with all that is said about it; a statement with its quotes in their passages; an article, by id, address
    or title, with its statements.

    \b
    Example:
      kg show Microsoft
    """
    from kg.cli.output import print_table
    from kg.query.collections import check_collection
    from kg.query.lookup import look_up

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        check_collection(graph, collection)
        view = look_up(graph, ontology, what, collection)
    if form == "json":
        click.echo(json.dumps([view.record()], ensure_ascii=False, indent=2))
    elif form == "table":
        _print(ontology, view)
    else:
        print_table(view.table, form)


def _print(ontology: "Ontology", view: "View") -> None:
    from kg.cli.evidence import paragraphs, print_block
    from kg.cli.messages import one_line
    from kg.query.headline import headline

    for name, value in view.fields.items():
        if value is not None:
            click.echo(f"{name}: {one_line(str(value))}")
    for record in view.table.records():
        click.echo()
        if view.kind == "statement":
            print_block(f"quote, {_verified(record)}", _passage(record))
        else:
            print_block(f"{headline(ontology, record)}  [{record['statement']}]", paragraphs(record))


def _passage(record: dict[str, Any]) -> Iterator[str]:
    from kg.cli.evidence import source
    from kg.cli.messages import one_line

    yield one_line(f"{record['before']}>>>{record['quote']}<<<{record['after']}")
    yield source(record)
    yield f"article {record['article']}"


def _verified(record: dict[str, Any]) -> str:
    from kg.cli.evidence import NOT_VERIFIED

    return f"verified at {record['start']}–{record['end']}" if record["verified"] else NOT_VERIFIED
