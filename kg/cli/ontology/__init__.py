"""`kg ontology`: the commands for those who read and edit the ontology."""

import click

from kg.cli.group import CommandGroup

COMMANDS = {
    "check": "Look whether ontology files are as they should be.",
    "show": "Show what the ontology says of an action or a concept.",
    "tree": "Show a family of concepts as a tree.",
    "missing": "List names that the graph has and no entry covers.",
}


@click.group("ontology", cls=CommandGroup, lines=COMMANDS, package="kg.cli.ontology")
def command() -> None:
    """Check and read the ontology, and find what it lacks.

    \b
    Example:
      kg ontology show restricts_sale
    """
