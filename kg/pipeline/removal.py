"""`kg remove`: articles leave the graph, and with them whatever nothing else supports."""

from collections.abc import Iterable, Sequence

from kg.query.collections import check_collection
from kg.store import Removed, Store

ARTICLES_A_BATCH = 100

_IN_COLLECTION = "MATCH (a:Article {collection: $name}) RETURN a.id AS id ORDER BY id LIMIT $size"


def remove(store: Store, ids: Sequence[str]) -> Removed:
    """Takes the articles of these ids away."""
    batches = (ids[start : start + ARTICLES_A_BATCH] for start in range(0, len(ids), ARTICLES_A_BATCH))
    return sum((store.remove(batch) for batch in batches), Removed())


def remove_collection(store: Store, name: str) -> Removed:
    """Takes all articles of a collection away. Raises QuestionError where no article is in it."""
    check_collection(store, name)
    return sum((store.remove(batch) for batch in _batches(store, name)), Removed())


def _batches(store: Store, name: str) -> Iterable[list[str]]:
    """Ids as long as there are some: each batch is gone when the next is asked for."""
    while ids := [str(row[0]) for row in store.query(_IN_COLLECTION, {"name": name, "size": ARTICLES_A_BATCH}).rows]:
        yield ids
