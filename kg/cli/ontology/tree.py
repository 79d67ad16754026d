"""`kg ontology tree`."""

from pathlib import Path

import click

from kg.cli.options import ontology_option, open_ontology


@click.command("tree")
@click.argument("family", metavar="FAMILY")
@click.option("--depth", metavar="N", type=click.IntRange(min=1), help="Only so many levels.")
@ontology_option
def command(family: str, depth: int | None, overlay: Path | None) -> None:
    """Show a family of concepts as a tree: technologies, groups, measures, places …

    A concept with more than one that is broader stands below each.

    \b
    Example:
      kg ontology tree technologies --depth 2
    """
    from kg.ontology.tree import tree

    for branch in tree(open_ontology(overlay), family, depth):
        click.echo(f"{'  ' * branch.depth}{branch.concept.name} [{branch.concept.slug}]")
