"""`kg store init`."""

from pathlib import Path

import click

from kg.cli.options import StoreChoice, ontology_option, open_ontology, shared_option, store_option, store_to_write


@click.command("init")
@shared_option
@store_option
@ontology_option
def command(shared: bool, store: StoreChoice, overlay: Path | None) -> None:
    """Make a store: a folder, or the constraints and indexes of an empty database.

    `kg load` does so by itself. Where they are there already, those that are missing are made again and nothing else
    changes.

    \b
    Example:
      kg store init --store neo4j://localhost:7687
    """
    with store_to_write(store, open_ontology(overlay), shared) as graph:
        graph.prepare()
    click.echo(f"{store.address} is ready; load articles with `kg load PATH --store {store.address}`")
