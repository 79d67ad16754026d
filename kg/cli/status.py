"""`kg status`."""

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


@click.command("status")
@collection_option
@format_option
@store_option
@ontology_option
def command(collection: str | None, form: str, store: StoreChoice, overlay: Path | None) -> None:
    """Count the articles, statements, quotes, entities, positions and triples of the graph.

    It also says how many articles are in languages that are not read, and how many were read with another ontology,
    model or extractor than this one; `kg refresh` reads these again.

    \b
    Example:
      kg status --format json
    """
    from kg.cli.output import print_table
    from kg.extract import open_extractor
    from kg.query.status import status
    from kg.store import Table

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        table = status(graph, ontology, open_extractor(ontology), collection).table
    if form == "table":
        counts = zip(table.columns, table.rows[0], strict=True)
        table = Table(columns=("what", "count"), rows=tuple((name.replace("_", " "), value) for name, value in counts))
    print_table(table, form)
