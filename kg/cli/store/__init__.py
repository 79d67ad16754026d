"""`kg store`: the commands for the store as such."""

import click

from kg.cli.group import CommandGroup

COMMANDS = {
    "init": "Make a store ready for loading.",
    "migrate": "Bring the store of an older kg to this version.",
    "check": "Look whether a store is as it should be.",
    "copy": "Copy a graph into another store.",
}


@click.group("store", cls=CommandGroup, lines=COMMANDS, package="kg.cli.store")
def command() -> None:
    """Make, check, migrate or copy a store.

    \b
    Example:
      kg store check --store neo4j://localhost:7687
    """
