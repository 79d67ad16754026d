"""The commands that write one network into one file differ in nothing but the format."""

from pathlib import Path

import click

from kg.cli.export.options import Wanted, file_argument, level_option, say_written, selection_options
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read

_HELP = """{summary}

{detail}

\b
Example:
  kg export {name} {example}
"""


def network_command(name: str, summary: str, detail: str, example: str) -> click.Command:
    """`kg export NAME FILE`, for a format of `kg.export.formats`."""

    @click.command(name, help=_HELP.format(name=name, summary=summary, detail=detail, example=example))
    @file_argument
    @level_option
    @selection_options
    @store_option
    @ontology_option
    def command(file: Path, level: str, wanted: Wanted, store: StoreChoice, overlay: Path | None) -> None:
        from kg.export.formats import WRITERS, write_as
        from kg.network.levels import network

        ontology = open_ontology(overlay)
        with store_to_read(store, ontology) as graph:
            drawn = network(graph, ontology, wanted.selection(graph, ontology), level)
            counted = write_as(drawn, file, WRITERS[name])
        say_written(counted, file, level)

    return command
