"""A bar on a terminal: how far a load is, how fast, and how long it will take."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.pipeline import Place, Progress
    from loaders import Settings


@contextmanager
def shown_progress(places: "Sequence[Place]", settings: "Settings") -> Iterator[Callable[["Progress"], None]]:
    """Takes the progress of a load of these places; nothing is shown where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.BarColumn(),
        bars.TaskProgressColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.description}"),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking …", total=_bytes(places, settings) or None, rate="")

        def show(progress: "Progress") -> None:
            read = progress.report.articles + progress.report.skipped
            seconds = bar.tasks[0].elapsed or 0
            rate = f"{read / seconds:.0f} articles/s" if seconds else ""
            bar.update(task, completed=progress.position, description=str(progress.report), rate=rate)

        yield show


def _bytes(places: "Sequence[Place]", settings: "Settings") -> int:
    """The size of all files that will be read; what is not on disk is not counted."""
    from loaders import Source, discover

    sources = (found for found in discover(places, settings) if isinstance(found, Source))
    return sum(source.size for source in sources)
