"""`kg query`."""

from pathlib import Path

import click

from kg.cli.options import (
    StoreChoice,
    collection_option,
    format_option,
    ontology_option,
    open_ontology,
    pairs,
    store_option,
    store_to_read,
)


@click.command("query")
@click.argument("name", required=False)
@click.option(
    "--param", "given", metavar="NAME=VALUE", multiple=True, callback=pairs, help="A parameter; may be repeated."
)
@click.option("--show", is_flag=True, help="Print the query file with its parameters instead of running it.")
@collection_option
@format_option
@store_option
@ontology_option
def command(
    name: str | None,
    given: dict[str, str],
    show: bool,
    collection: str | None,
    form: str,
    store: StoreChoice,
    overlay: Path | None,
) -> None:
    """Run a query of the library by its name; without a name, list the library.

    Entities are given by name, alias or id.

    \b
    Example:
      kg query who-restricts-sales --param technology="facial recognition" --param counterparty=police
    """
    from kg.cli.output import print_table
    from kg.query.collections import check_collection
    from kg.query.library import named_query
    from kg.resources import queries_folder
    from kg.store import Table

    if name is None:
        _list(form)
        return
    query = named_query(queries_folder(), name)
    if show:
        click.echo(query.text, nl=False)
        return
    ontology = open_ontology(overlay)
    values = query.values(ontology, {**given, **({"collection": collection} if collection else {})})
    with store_to_read(store, ontology) as graph:
        check_collection(graph, collection)
        rows = graph.query(query.cypher, values).rows
    print_table(Table(columns=query.columns, rows=rows), form)


def _list(form: str) -> None:
    from kg.cli.output import print_table
    from kg.query.library import library
    from kg.resources import queries_folder
    from kg.store import Table

    rows = tuple(
        (query.name, query.question, ", ".join(parameter.name for parameter in query.parameters))
        for query in library(queries_folder())
    )
    print_table(Table(columns=("name", "question", "parameters"), rows=rows), form)
