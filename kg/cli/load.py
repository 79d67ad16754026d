"""`kg load`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.messages import complain_of
from kg.cli.options import (
    StoreChoice,
    extractor_option,
    ontology_option,
    open_ontology,
    shared_option,
    store_option,
    store_to_write,
)
from kg.errors import SourceError

if TYPE_CHECKING:
    from kg.pipeline import Progress, Report


@click.command("load")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--collection", metavar="NAME", help="A name that the articles can be found by later.")
@shared_option
@store_option
@ontology_option
@extractor_option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    collection: str | None,
    shared: bool,
    store: StoreChoice,
    overlay: Path | None,
    extractor: str,
) -> None:
    """Read articles into the graph: text, HTML and JSON Lines files, or folders of them.

    JSON Lines may hold statements too, as `kg extract` prints them or coded by hand; `-` reads such lines from
    standard input. Articles that have not changed are skipped. What cannot be read is listed with the
    reason and the rest is loaded; the exit code is then 1.

    \b
    Example:
      kg load articles/ coded-by-hand.jsonl --collection 2020
    """
    from kg.extract import open_extractor
    from kg.pipeline import LoadStoppedError, load, load_stream

    ontology = open_ontology(overlay)
    reader = open_extractor(ontology, extractor)
    files = [Path(path) for path in paths if path != "-"]
    with store_to_write(store, ontology, shared) as graph, _progress(files) as on_progress:
        try:
            report = load(graph, ontology, reader, files, collection=collection, on_progress=on_progress)
            if "-" in paths:
                report += load_stream(
                    graph,
                    ontology,
                    reader,
                    _stdin(),
                    "standard input",
                    collection=collection,
                    on_progress=on_progress,
                )
        except LoadStoppedError as stopped:
            _complain_of_all(stopped.report)
            raise
    _complain_of_all(report)
    click.echo(str(report))
    context.exit(1 if report.failures else 0)


def _stdin() -> BufferedReader:
    if sys.stdin is None:
        raise SourceError("standard input is closed; pipe lines into `kg load -`")
    return cast(BufferedReader, sys.stdin.buffer)


def _complain_of_all(report: "Report") -> None:
    for failure in report.failures:
        complain_of(failure)


@contextmanager
def _progress(files: list[Path]) -> Iterator[Callable[["Progress"], None]]:
    """On a terminal a bar of the files and the counts so far; nothing where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich import progress as bars
    from rich.console import Console

    from loaders import Source, discover

    total = sum(isinstance(found, Source) for found in discover(files))
    columns = (
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TimeElapsedColumn(),
        bars.TextColumn("{task.description}"),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task, seen = bar.add_task("reading …", total=total), set[str]()

        def show(progress: "Progress") -> None:
            seen.add(progress.where)
            bar.update(task, completed=min(len(seen), total), description=str(progress.report))

        yield show
