"""`kg extract`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.messages import complain_of
from kg.cli.options import extractor_option, ontology_option, open_ontology, settings_option

if TYPE_CHECKING:
    from loaders import Settings


@click.command("extract")
@click.argument("places", metavar="PATH…", nargs=-1, required=True)
@settings_option
@ontology_option
@extractor_option
@click.pass_context
def command(
    context: click.Context, places: tuple[str, ...], settings: "Settings", overlay: Path | None, extractor: str
) -> None:
    """Print the statements of articles as JSON Lines, one statement a line; no store is needed.

    \b
    Example:
      kg extract articles/ > statements.jsonl
    """
    from kg.extract import open_extractor
    from kg.pipeline import extracted
    from loaders import Failure

    ontology = open_ontology(overlay)
    failed = False
    for line in extracted(ontology, open_extractor(ontology, extractor), places, settings):
        if isinstance(line, Failure):
            failed = True
            complain_of(line)
        else:
            click.echo(json.dumps(line, ensure_ascii=False))
    context.exit(1 if failed else 0)
