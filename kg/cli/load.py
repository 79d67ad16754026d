"""`kg load`."""

import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.messages import complain, complain_of
from kg.cli.options import (
    StoreChoice,
    extractor_option,
    jobs_option,
    ontology_option,
    open_ontology,
    settings_option,
    shared_option,
    store_option,
    store_to_read,
    store_to_write,
)
from kg.cli.progress import shown_progress
from kg.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import BufferedReader

    from kg.extract import Extractor
    from kg.ontology import Ontology
    from kg.pipeline import Place, Progress, Report
    from kg.pipeline.aside import Failures, Manner, Wanted
    from kg.store import Store
    from loaders import Settings


@click.command("load")
@click.argument("places", metavar="PATH…", nargs=-1)
@click.option("--collection", metavar="NAME", help="A name that the articles can be found by later.")
@settings_option
@jobs_option
@click.option("--dry-run", is_flag=True, help="Say what would be loaded, and write nothing.")
@click.option("--retry-failures", is_flag=True, help="Load what earlier loads set aside, in the way that they did.")
@click.option(
    "--failures",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("failures.jsonl"),
    show_default=True,
    help="Where to set aside what fails.",
)
@shared_option
@store_option
@ontology_option
@extractor_option
@click.pass_context
def command(
    context: click.Context,
    places: tuple[str, ...],
    collection: str | None,
    settings: "Settings",
    jobs: int,
    dry_run: bool,
    retry_failures: bool,
    failures: Path,
    shared: bool,
    store: StoreChoice,
    overlay: Path | None,
    extractor: str,
) -> None:
    """Read articles into the graph: files, folders, patterns of paths, archives, addresses, or standard input (`-`).

    What a source is, its content tells, then its name; --as KIND says it otherwise, and an unknown KIND is answered
    with their list. Statements are read too, as `kg extract` prints them or coded by hand.

    Articles that have not changed are skipped, so a load that was stopped goes on when the same command is given again.
    What fails is listed with its reason and set aside, the rest is loaded; the exit code is then 1.

    \b
    Example:
      kg load articles/ crawl.warc.gz coded-by-hand.jsonl --collection 2020
    """
    from kg.extract import open_extractor
    from kg.pipeline import aside

    if bool(places) == retry_failures:
        raise click.UsageError("name something to load, or --retry-failures, and not both")
    before = aside.read(failures)
    manner = aside.Manner(settings, collection)
    wanted = aside.by_manner(before) if retry_failures else {manner: [_place(each) for each in places]}
    ontology = open_ontology(overlay)
    reader = open_extractor(ontology, extractor)
    if dry_run:
        with nullcontext() if store.is_missing else store_to_read(store, ontology) as there:
            report = _previewed(there, reader, wanted)
    else:
        with store_to_write(store, ontology, shared) as graph:
            work = _Work(graph, ontology, reader, jobs, store.address)
            report = work.done(wanted, aside.Failures(failures, before))
    for failure in report.failures:
        complain_of(failure)
    click.echo(report.told("would load" if dry_run else "loaded"))
    if report.failures and not dry_run:
        complain(f"what failed is noted in {failures}; `kg load --retry-failures` loads it once it is mended")
    context.exit(1 if report.failures else 0)


@dataclass(frozen=True)
class _Work:
    """A load from this command line into an open store."""

    graph: "Store"
    ontology: "Ontology"
    extractor: "Extractor"
    jobs: int
    address: str

    def done(self, wanted: "Wanted", failures: "Failures") -> "Report":
        """Load all that is wanted, each in its manner, and set aside what fails."""
        from kg.pipeline import LoadStoppedError, Report

        total = Report()
        for manner, places in wanted.items():
            try:
                report = self._load(manner, places, failures)
            except KeyboardInterrupt:
                complain("stopped; what is loaded stays, and the same command goes on from there")
                raise
            except LoadStoppedError as stopped:
                failures.add(stopped.report.failures, manner)
                for failure in stopped.report.failures:
                    complain_of(failure)
                raise
            finally:
                failures.write()
            failures.add(report.failures, manner)
            total += report
        failures.write()
        return total

    def _load(self, manner: "Manner", places: "Sequence[Place]", failures: "Failures") -> "Report":
        from kg.pipeline import load
        from kg.pipeline.journal import Journal, state_folder

        how = (self.address, self.extractor.fingerprint, repr(manner))
        with Journal.of(state_folder(), *how) as journal, shown_progress(places, manner.settings) as show:

            def on_progress(progress: "Progress") -> None:
                failures.tried(progress.path)
                show(progress)

            report = load(
                self.graph,
                self.ontology,
                self.extractor,
                places,
                collection=manner.collection,
                settings=manner.settings,
                jobs=self.jobs,
                journal=journal,
                omit=failures.file,
                on_progress=on_progress,
            )
            journal.forget()
            return report


def _previewed(graph: "Store | None", extractor: "Extractor", wanted: "Wanted") -> "Report":
    """A line for each source, and the sum."""
    from kg.pipeline import Report, preview

    return sum(
        (preview(graph, extractor, places, each.settings, click.echo) for each, places in wanted.items()), Report()
    )


def _place(written: str) -> "Place":
    from loaders import Source

    if written != "-":
        return written
    if sys.stdin is None:
        raise SourceError("standard input is closed; pipe something into `kg load -`")
    return Source.of_stream(cast("BufferedReader", sys.stdin.buffer), "standard input")
