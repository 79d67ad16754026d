"""`kg store check`."""

from pathlib import Path

import click

from kg.cli.options import StoreChoice, format_option, logged_in, ontology_option, open_ontology, store_option
from kg.errors import AccessDeniedError


@click.command("check")
@format_option
@store_option
@ontology_option
@click.pass_context
def command(context: click.Context, form: str, store: StoreChoice, overlay: Path | None) -> None:
    """Look whether all is there and the graph is whole; each fault with its cure. The exit code is 1 if there is one.

    Looked at are the program and its spaCy pipeline, the server with edition, version and database (or the Java of
    the embedded store), the schema, nodes of others, and traces of a graph that was torn or altered.

    \b
    Example:
      kg store check --store neo4j://localhost:7687
    """
    from kg.cli.output import print_table
    from kg.pipeline.environment import environment
    from kg.store import Table
    from kg.store.inspection import failed, inspect

    ontology = open_ontology(overlay)
    checks = list(environment())
    try:
        checks += logged_in(store, lambda address: [*inspect(address, ontology)])
    except AccessDeniedError as error:
        checks.append(failed(error))
    rows = tuple((check.what, check.found, check.cure) for check in checks)
    print_table(Table(("what", "found", "what to do"), rows), form)
    context.exit(1 if any(check.cure for check in checks) else 0)
