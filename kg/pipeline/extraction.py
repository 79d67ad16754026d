"""`kg extract`: the statements that a load would store, without a store."""

from collections.abc import Iterator, Sequence
from typing import Any

import loaders
from kg.extract.protocol import Extractor
from kg.model import Article, Reading
from kg.model.record import to_record
from kg.ontology import Ontology
from kg.pipeline.events import Batch, batches, events
from kg.pipeline.placing import in_columns
from kg.pipeline.reading import Read, read
from kg.pipeline.report import Failed, Stage
from kg.pipeline.sources import Place, Sourced
from loaders import Coded, Failure, Settings

Line = dict[str, Any]
"""A statement as one flat record."""


def extracted(
    ontology: Ontology, extractor: Extractor, places: Sequence[Place], settings: Settings
) -> Iterator[Line | Failure]:
    """The statements of articles and rows below the places, in order, with what fails. What is coded already is left
    out.
    """
    for batch in batches(events(loaders.discover(places, settings), settings, lambda source: None)):
        yield from _told(batch, ontology, extractor)


def _told(batch: Batch, ontology: Ontology, extractor: Extractor) -> Iterator[Line | Failure]:
    """What a batch gives, its articles read together."""
    reads = iter(read(extractor, [each.content for each in batch.sourced if isinstance(each.content, Article)]))
    for each in batch.sourced:
        if isinstance(each.content, Article):
            yield from _lines(each, next(reads))
        elif isinstance(each.content, Coded):
            readings, failures = in_columns(ontology, [(each, each.content)])
            yield from failures
            yield from (to_record(statement, each.id) for reading in readings for statement in reading.statements)
        elif isinstance(each.content, Reading):
            yield from _lines(each, each.content)
        elif isinstance(each.content, Failure):
            yield each.content


def _lines(sourced: Sourced, one: Read) -> Iterator[Line | Failure]:
    if isinstance(one, Reading):
        yield from (to_record(statement, sourced.id) for statement in one.statements)
    else:
        yield Failed(sourced.where, one.reason, sourced.path, Stage.EXTRACT)
