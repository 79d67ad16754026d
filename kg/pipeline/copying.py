"""`kg store copy`: a graph moves to another store by being told again, so that what is derived is derived there."""

from collections.abc import Callable

from kg.pipeline.report import Report
from kg.store import Store
from kg.store.readback import pages


def copy(
    source: Store,
    target: Store,
    on_progress: Callable[[Report], None] = lambda report: None,
    *,
    collection: str | None = None,
) -> Report:
    """Adds all that `source` holds, or has of a collection, to `target`, a page of articles a transaction.

    What is there already is skipped. It can be stopped and run again. Positions, triples and entities are derived by
    the ontology at hand. Raises StoreError where one of the stores gives way.
    """
    total = Report()
    for readings in pages(source):
        added = target.add([each for each in readings if collection in (None, each.article.collection)])
        total += Report(added.articles, added.statements, added.skipped)
        on_progress(total)
    return total
