"""`kg export rdf`."""

from pathlib import Path

import click

from kg.cli.export.options import file_argument
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read


@click.command("rdf")
@file_argument
@click.option("--without-text", is_flag=True, help="Leave the texts of articles out; their quotes stay.")
@store_option
@ontology_option
def command(file: Path, without_text: bool, store: StoreChoice, overlay: Path | None) -> None:
    """Write the whole graph as RDF, which `kg load` reads back.

    FILE ends in .ttl (Turtle), .nt (N-Triples), .trig or .jsonld. Statements are resources with their provenance; the
    direct triples of positions that are plain facts stand beside them. See docs/rdf.md.

    \b
    Example:
      kg export rdf graph.ttl
    """
    from kg.export.rdf import write_rdf

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        number = write_rdf(graph, file, without_text)
    click.echo(f"{number} triples in {file}")
