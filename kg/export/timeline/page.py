"""A timeline as a page: the picture, and below it every position with its quotes."""

from collections.abc import Callable, Iterator
from typing import IO

from kg.export.document import Block, Document, Heading, Quote, Text, as_html
from kg.export.timeline.chart import Chart
from kg.export.timeline.svg import timeline_picture
from kg.network.evidence import Evidence
from kg.network.timeline import Bar

Tell = Callable[[list[str]], Iterator[Evidence]]
"""Gives the statements of these ids."""


def write_timeline_page(chart: Chart, tell: Tell, file: IO[bytes]) -> None:
    """Writes the page; `tell` gives the statements that the bars stand for."""
    blocks = (
        Text(chart.source),
        timeline_picture(chart, links=True),
        *(block for bar in _once(chart) for block in _told(bar, tell)),
    )
    file.write(as_html(Document(chart.title, blocks)))


def _once(chart: Chart) -> list[Bar]:
    return list(dict.fromkeys(bar for group in chart.groups.values() for bar in group))


def _told(bar: Bar, tell: Tell) -> Iterator[Block]:
    yield Heading(bar.label, 2, bar.position)
    days = {"announced": bar.announced, "in force since": bar.since, "ended": bar.ended}
    yield Text(", ".join(f"{name} {day}" for name, day in days.items() if day))
    for statement in tell(list(bar.statements)):
        yield from (Quote(quoted) for quoted in statement.quotes)
