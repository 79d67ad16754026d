"""`kg export neo4j-csv`."""

from pathlib import Path

import click

from kg.cli.messages import complain
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read


@click.command("neo4j-csv")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--database", metavar="NAME", default="neo4j", show_default=True, help="The database to import into.")
@store_option
@ontology_option
def command(folder: Path, database: str, store: StoreChoice, overlay: Path | None) -> None:
    """Write the whole graph as CSV files, from which neo4j-admin makes a database.

    DIR must be new or empty. The command that imports the files is printed at the end; run it where the server is,
    with the server stopped. Load nothing into the graph meanwhile. For a collection alone, first `kg store copy` it to
    a store of its own.

    \b
    Example:
      kg export neo4j-csv for-neo4j
    """
    from kg.export import write_neo4j_csv

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        written = write_neo4j_csv(graph, ontology, folder, database)
    if written.unknown:
        complain(f"left out {', '.join(written.unknown)}, which the ontology lacks; name yours with --ontology")
    click.echo(f"{written.nodes} nodes and {written.relationships} relationships in {folder}")
    click.echo("Stop the Neo4j server and run (with --overwrite-destination to replace a database):", err=True)
    click.echo(f"  {written.shell}", err=True)
    click.echo("Start it again, then make the constraints and indexes:", err=True)
    click.echo("  kg store init --store bolt://localhost:7687", err=True)
