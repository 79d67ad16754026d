"""`kg extract`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kg.cli.messages import complain_of
from kg.cli.options import extractor_option, ontology_option, open_ontology


@click.command("extract")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@ontology_option
@extractor_option
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], overlay: Path | None, extractor: str) -> None:
    """Print the statements of articles as JSON Lines, one statement a line; no store is needed.

    \b
    Example:
      kg extract articles/ > statements.jsonl
    """
    from loaders import Failure

    failed = False
    for line in _lines(paths, overlay, extractor):
        if isinstance(line, Failure):
            failed = True
            complain_of(line)
        else:
            click.echo(json.dumps(line, ensure_ascii=False))
    context.exit(1 if failed else 0)


def _lines(paths: tuple[Path, ...], overlay: Path | None, extractor: str) -> Iterator[Any]:
    """Records of statements, and failures where something could not be read. Lines that are statements stay out."""
    from kg.errors import KgError
    from kg.extract import open_extractor
    from kg.model import Article
    from kg.model.record import to_record
    from kg.pipeline import below
    from loaders import Failure, failure_of

    reader = open_extractor(open_ontology(overlay), extractor)
    for item in below(paths):
        if isinstance(item.content, Failure):
            yield item.content
        elif isinstance(item.content, Article):
            try:
                yield from [to_record(statement, item.id) for statement in reader.read(item.content)]
            except KgError as error:
                yield failure_of(item.where, error)
