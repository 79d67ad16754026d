"""The commands that draw a network differ in nothing but the form of the picture."""

from pathlib import Path

import click

from kg.cli.export.options import Wanted, file_argument, level_option, say_written, selection_options
from kg.cli.messages import complain
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read

_LAYOUTS = ("sfdp", "dot", "neato", "fdp", "circo", "twopi")
_MOST = 300
_HELP = """{summary}

Nodes are coloured by what they are, lines by stance. Graphviz draws it, which must be installed. Of a network with more
than --nodes nodes, those are shown that have the most weight on their edges.

\b
Example:
  kg export {name} {example}
"""


def picture_command(name: str, summary: str, example: str) -> click.Command:
    """`kg export NAME FILE`, for a form of picture."""

    @click.command(name, help=_HELP.format(name=name, summary=summary, example=example))
    @file_argument
    @level_option
    @click.option("--title", metavar="TEXT", help="The title, instead of what was asked for.")
    @click.option(
        "--layout", type=click.Choice(_LAYOUTS), default="sfdp", show_default=True, help="How nodes are placed."
    )
    @click.option(
        "--nodes", metavar="N", type=click.IntRange(2, 1_000), default=_MOST, show_default=True, help="At most."
    )
    @selection_options
    @store_option
    @ontology_option
    def command(
        file: Path,
        level: str,
        title: str | None,
        layout: str,
        nodes: int,
        wanted: Wanted,
        store: StoreChoice,
        overlay: Path | None,
    ) -> None:
        from dataclasses import replace

        from kg.export.picture import picture
        from kg.export.whole import whole_file
        from kg.network.levels import network

        ontology = open_ontology(overlay)
        with store_to_read(store, ontology) as graph:
            read = network(graph, ontology, wanted.selection(graph, ontology), level)
            made = picture(replace(read, title=title or read.title), name, layout, nodes)
        with whole_file(file) as place:
            place.write(made.image)
        if made.there > nodes:
            complain(f"the network has {made.there} nodes; these are the {made.shown.nodes} with the most weight")
        say_written(made.shown, file, level)

    return command
