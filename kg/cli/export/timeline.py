"""`kg export timeline`."""

from pathlib import Path

import click

from kg.cli.export.options import Wanted, file_argument, selection_options
from kg.cli.messages import complain
from kg.cli.options import StoreChoice, ontology_option, open_ontology, store_option, store_to_read


@click.command("timeline")
@file_argument
@click.option(
    "--by", type=click.Choice(("actor", "technology")), default="actor", show_default=True, help="The groups."
)
@click.option("--title", metavar="TEXT", help="The title, instead of what was asked for.")
@click.option("--rows", metavar="N", type=click.IntRange(min=1), default=200, show_default=True, help="Bars at most.")
@selection_options
@store_option
@ontology_option
def command(
    file: Path, by: str, title: str | None, rows: int, wanted: Wanted, store: StoreChoice, overlay: Path | None
) -> None:
    """Draw when positions were announced, in force and over, as bars on a line of time.

    FILE ends in .svg, or in .html for a page with the quotes below the picture. What is only proposed, considered,
    denied or hedged has no bar.

    \b
    Example:
      kg export timeline bans.html --query who-bans --by technology
    """
    from functools import partial

    from kg.errors import ExportError
    from kg.export.timeline import chart, write_timeline_page, write_timeline_svg
    from kg.export.whole import whole_file
    from kg.network.evidence import evidence
    from kg.network.levels.source import source
    from kg.network.selection import selected
    from kg.network.timeline import bars

    if file.suffix not in (".svg", ".html"):
        raise ExportError(f"{file.name!r} is no name for a timeline; name a file that ends in .svg or .html")
    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        asked = wanted.selection(graph, ontology)
        chosen = selected(graph, ontology, asked)
        named = title or ": ".join(filter(None, ("Timeline", str(asked))))
        drawn = chart(bars(graph, ontology, chosen), by, named, source(graph, chosen), rows)
        with whole_file(file) as place:
            if file.suffix == ".svg":
                write_timeline_svg(drawn, place)
            else:
                write_timeline_page(drawn, partial(evidence, graph, ontology), place)
    if drawn.left_out:
        complain(f"{drawn.left_out} more have fewer statements and no bar; see --rows")
    click.echo(f"{drawn.rows} bars in {file}")
