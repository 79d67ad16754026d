"""`kg ontology missing`."""

from pathlib import Path

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


@click.command("missing")
@click.option("--most", metavar="N", type=click.IntRange(min=1), default=30, show_default=True, help="How many names.")
@collection_option
@format_option
@store_option
@ontology_option
def command(most: int, collection: str | None, form: str, store: StoreChoice, overlay: Path | None) -> None:
    """List names that the graph has and no entry of the ontology covers, those of most articles first.

    \b
    Example:
      kg ontology missing --collection hearings
    """
    from kg.cli.output import print_table
    from kg.query.collections import check_collection
    from kg.query.missing import missing

    with store_to_read(store, open_ontology(overlay)) as graph:
        check_collection(graph, collection)
        found = missing(graph, most, collection)
    print_table(found, form)
