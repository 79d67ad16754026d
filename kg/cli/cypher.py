"""`kg cypher`."""

import json
from pathlib import Path
from typing import Any

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

_SECONDS = 30.0


@click.command("cypher")
@click.argument("text", metavar="CYPHER")
@click.option(
    "--param",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    callback=pairs,
    help="A parameter, as JSON or plain text; may be repeated.",
)
@click.option("--write", is_flag=True, help="Let the query change the graph.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0.001),
    default=_SECONDS,
    show_default=True,
    help="Stop a reading query after this time.",
)
@collection_option
@format_option
@store_option
@ontology_option
def command(
    text: str,
    given: dict[str, str],
    write: bool,
    timeout: float,
    collection: str | None,
    form: str,
    store: StoreChoice,
    overlay: Path | None,
) -> None:
    """Run a Cypher query of your own. Only reading is allowed unless --write is given.

    A parameter's value is read as JSON (7, true, ["a", "b"]); what is no JSON is text. --collection gives the query
    its name as $collection.

    \b
    Example:
      kg cypher 'MATCH (c:Company)-[r:RESTRICTS_SALE]->(g {name: $who}) RETURN c.name' --param who=police
    """
    from kg.cli.output import print_rows, print_table
    from kg.query.collections import check_collection

    values = {name: _value(written) for name, written in given.items()}
    if collection and "$collection" not in text:
        raise click.UsageError("the query does not ask for $collection; write … WHERE a.collection = $collection")
    values |= {"collection": collection} if collection else {}
    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        check_collection(graph, collection)
        if write:
            table = graph.execute_typed(text, values)
            if table.columns:
                print_table(table, form)
        else:
            with graph.stream_typed(text, values, timeout) as rows:
                print_rows(rows, form)


def _value(written: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return written
