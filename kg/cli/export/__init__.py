"""`kg export`: one command a format."""

import click

from kg.cli.group import CommandGroup

COMMANDS = {
    "neo4j-csv": "Write CSV files that neo4j-admin makes a database of.",
}


@click.group("export", cls=CommandGroup, lines=COMMANDS, package="kg.cli.export")
def command() -> None:
    """Write the graph for other programs.

    \b
    Example:
      kg export neo4j-csv for-neo4j
    """
