"""`kg store copy`."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import (
    StoreChoice,
    collection_option,
    ontology_option,
    open_ontology,
    shared_option,
    store_to_read,
    store_to_write,
    wait_option,
)
from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.pipeline import Report


@click.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@collection_option
@shared_option
@wait_option
@ontology_option
def command(source: str, target: str, collection: str | None, shared: bool, wait: float, overlay: Path | None) -> None:
    """Copy the graph of the store FROM into the store TO: folders, or addresses of Neo4j servers.

    Articles and statements are told again, and all else is derived there, so it can be stopped and run again, and TO
    may hold a graph already; of an article that both have, the reading in FROM counts. The login is that of
    KG_STORE_USER, KG_STORE_PASSWORD and KG_STORE_DATABASE; for TO, KG_STORE_TO_USER and so on come before these.

    \b
    Example:
      kg store copy kg-store neo4j://localhost:7687
    """
    from kg.pipeline import copy
    from kg.query.collections import check_collection
    from kg.store import Address

    if Address(source).name == Address(target).name and "KG_STORE_TO_DATABASE" not in os.environ:
        raise StoreError(f"{source} and {target} are the same store; name another to copy to")
    ontology, choice = open_ontology(overlay), StoreChoice(wait=wait)
    there = replace(choice, uri=target, login=("KG_STORE_TO", "KG_STORE"))
    with (
        store_to_read(replace(choice, uri=source), ontology) as graph,
        store_to_write(there, ontology, shared) as copied,
    ):
        check_collection(graph, collection)
        show = _show if sys.stderr.isatty() else lambda report: None
        report = copy(graph, copied, show, collection=collection)
    if sys.stderr.isatty():
        click.echo(err=True)
    click.echo(f"copied {report.counts}; skipped {report.skipped}")


def _show(report: "Report") -> None:
    click.echo(f"\r{report.counts}", nl=False, err=True)
