"""`kg refresh`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.messages import complain_of
from kg.cli.options import (
    StoreChoice,
    extractor_option,
    jobs_option,
    ontology_option,
    open_ontology,
    store_option,
    store_to_read,
)

if TYPE_CHECKING:
    from kg.pipeline import Report


@click.command("refresh")
@jobs_option
@store_option
@ontology_option
@extractor_option
@click.pass_context
def command(context: click.Context, jobs: int, store: StoreChoice, overlay: Path | None, extractor: str) -> None:
    """Read those stored articles again that another ontology, model or extractor has read.

    Their texts are in the graph, so no source is needed; what people coded stays. It can be stopped and run again.

    \b
    Example:
      kg refresh --jobs 2
    """
    from kg.extract import open_extractor
    from kg.pipeline import refresh

    ontology = open_ontology(overlay)
    reader = open_extractor(ontology, extractor)
    with store_to_read(store, ontology) as graph:
        report = refresh(graph, reader, jobs=jobs, on_progress=_show if sys.stderr.isatty() else lambda report: None)
    for failure in report.failures:
        complain_of(failure)
    click.echo(f"read again {report.counts}; failed {len(report.failures)}")
    context.exit(1 if report.failures else 0)


def _show(report: "Report") -> None:
    click.echo(f"\r{report.counts}", nl=False, err=True)
