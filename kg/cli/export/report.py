"""`kg export report`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.export.options import Wanted, file_argument, selection_options
from kg.cli.messages import complain
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read

if TYPE_CHECKING:
    from kg.export.document import Picture
    from kg.network.selection import Selection
    from kg.ontology import Ontology
    from kg.store import Store


@click.command("report")
@click.argument("topic", metavar="TOPIC")
@file_argument
@selection_options
@store_option
@ontology_option
def command(topic: str, file: Path, wanted: Wanted, store: StoreChoice, overlay: Path | None) -> None:
    """Write a report on a technology, or on whoever acts: positions, quotes, sources, pictures.

    FILE ends in .md, with the pictures in files beside it, or in .html, which holds them. A bibliography in BibTeX is
    written beside it, under the same name with .bib.

    \b
    Example:
      kg export report "facial recognition" faces.html --since 2020
    """
    from kg.errors import ExportError
    from kg.export.report.files import FORMS, write_report
    from kg.export.report.topic import on_topic, topic_report

    if file.suffix not in FORMS:
        raise ExportError(f"{file.name!r} is no name for a report; name a file that ends in {' or '.join(FORMS)}")
    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        asked = on_topic(graph, ontology, topic, wanted.selection(graph, ontology))
        pictures = tuple(_pictures(graph, ontology, asked))
        made = topic_report(graph, ontology, topic, asked, pictures)
    for written in write_report(made, file):
        click.echo(str(written))


def _pictures(store: "Store", ontology: "Ontology", asked: "Selection") -> "Iterator[Picture]":
    from kg.errors import ExportError
    from kg.export.report.topic import network_picture

    try:
        yield network_picture(store, ontology, asked)
    except ExportError as missing:
        complain(f"the report has no picture of the network: {missing}")
