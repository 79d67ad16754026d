"""`kg sparql`."""

from pathlib import Path

import click

from kg.cli.options import StoreChoice, format_option, ontology_option, open_ontology, store_option, store_to_read


@click.command("sparql")
@click.argument("query", metavar="QUERY")
@format_option
@store_option
@ontology_option
def command(query: str, form: str, store: StoreChoice, overlay: Path | None) -> None:
    """Run a SPARQL query over the graph as RDF, held in memory meanwhile.

    The prefixes of the vocabulary (docs/rdf.md) need no declaration. Read only; SERVICE is off.

    \b
    Example:
      kg sparql "SELECT ?who WHERE { ?who kg:restricts_sale entity:police }"
    """
    from kg.cli.output import print_table
    from kg.export.rdf.sparql import ask, in_memory

    with store_to_read(store, open_ontology(overlay)) as graph:
        answer = ask(in_memory(graph), query)
    if isinstance(answer, bool):
        click.echo("yes" if answer else "no")
    elif isinstance(answer, str):
        click.echo(answer, nl=False)
    else:
        print_table(answer, form)
