"""`kg export`: one command a format."""

import click

from kg.cli.group import CommandGroup

COMMANDS = {
    "gexf": "Write a network for Gephi, with time.",
    "graphml": "Write a network for nearly any program.",
    "cyjs": "Write a network for Cytoscape.",
    "dot": "Write a network for Graphviz.",
    "json": "Write a network as node-link JSON.",
    "csv": "Write a network as two tables.",
    "html": "Write a network as a page to look around in.",
    "svg": "Draw a network, for papers and the web.",
    "png": "Draw a network, for slides.",
    "timeline": "Draw when positions were in force.",
    "report": "Write a report on a topic, with quotes and sources.",
    "rdf": "Write the whole graph as RDF.",
    "neo4j-csv": "Write CSV files that neo4j-admin makes a database of.",
}


@click.group("export", cls=CommandGroup, lines=COMMANDS, package="kg.cli.export")
def command() -> None:
    """Write the graph, or a part of it, for other programs.

    \b
    Example:
      kg export gexf police.gexf --around police
      kg export svg bans.svg --query who-bans
      kg export neo4j-csv for-neo4j
    """
