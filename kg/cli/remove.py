"""`kg remove`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read

if TYPE_CHECKING:
    from kg.store import Removed, Store


@click.command("remove")
@click.argument("articles", metavar="ARTICLE…", nargs=-1)
@click.option("--collection", metavar="NAME", help="All articles that were loaded under this name.")
@store_option
@ontology_option
def command(articles: tuple[str, ...], collection: str | None, store: StoreChoice, overlay: Path | None) -> None:
    """Take articles out of the graph, by id, address or title, with all statements made in them.

    What other articles support stays; positions, triples and names are derived again without those removed.

    \b
    Example:
      kg remove https://demo.example.org/wire/amazon-extends-rekognition-pause
    """
    if bool(articles) == (collection is not None):
        raise click.UsageError("name articles, or a --collection, and not both")
    from kg.pipeline import counted

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        removed = _removed(graph, articles, collection)
    click.echo(f"removed {counted(removed.articles, 'article')}, {counted(removed.statements, 'statement')}")


def _removed(graph: "Store", articles: tuple[str, ...], collection: str | None) -> "Removed":
    from kg.pipeline import remove, remove_collection
    from kg.query.lookup import article_id

    if collection is not None:
        return remove_collection(graph, collection)
    return remove(graph, [article_id(graph, article) for article in articles])
