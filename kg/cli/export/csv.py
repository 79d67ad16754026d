"""`kg export csv`."""

from pathlib import Path

import click

from kg.cli.export.options import Wanted, level_option, say_written, selection_options
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read


@click.command("csv")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@level_option
@selection_options
@store_option
@ontology_option
def command(folder: Path, level: str, wanted: Wanted, store: StoreChoice, overlay: Path | None) -> None:
    """Write a network as two tables, nodes.csv and edges.csv, for spreadsheets, R and Gephi.

    DIR must be new or empty.

    \b
    Example:
      kg export csv tables --collection hearings
    """
    from kg.export.tables import write_tables
    from kg.network.levels import network

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        counted = write_tables(network(graph, ontology, wanted.selection(graph, ontology), level), folder)
    say_written(counted, folder, level)
