"""`kg export html`."""

from pathlib import Path

import click

from kg.cli.export.options import Wanted, file_argument, level_option, say_written, selection_options
from kg.cli.messages import complain
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read

_MOST = 5_000


@click.command("html")
@file_argument
@level_option
@click.option("--title", metavar="TEXT", help="The title, instead of what was asked for.")
@click.option("--nodes", metavar="N", type=click.IntRange(min=2), default=_MOST, show_default=True, help="At most.")
@selection_options
@store_option
@ontology_option
def command(
    file: Path, level: str, title: str | None, nodes: int, wanted: Wanted, store: StoreChoice, overlay: Path | None
) -> None:
    """Write a network as one HTML file to look around in: search, filters, time, quotes.

    It opens in any browser and needs no network. Of a network with more than --nodes nodes, those are shown that have
    the most weight on their edges.

    \b
    Example:
      kg export html police.html --around police --depth 2
    """
    from dataclasses import replace
    from functools import partial

    from kg.export.page import write_page
    from kg.export.whole import whole_file
    from kg.network.evidence import evidence
    from kg.network.levels import network
    from kg.network.part import important

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        read = network(graph, ontology, wanted.selection(graph, ontology), level)
        part = important(replace(read, title=title or read.title), nodes)
        with whole_file(file) as place:
            counted = write_page(part, partial(evidence, graph, ontology), place)
        there = sum(1 for _ in read.nodes())
    if there > nodes:
        complain(f"the network has {there} nodes; these are the {counted.nodes} with the most weight")
    say_written(counted, file, level)
