"""Ids a page at a time: of all nodes of a label, or of those that were chosen."""

from collections.abc import Iterable, Iterator

from kg.store import Store

A_PAGE = 200
"""Nodes read at once; so an article may be long as a book."""

_A_SCAN = 100_000
"""Ids are read many at once: the embedded store goes through all of a label's nodes to find the next ones."""

_NEXT = """
MATCH (n:{label}) WHERE n.id > $after AND {condition} RETURN n.id AS id ORDER BY id LIMIT $size"""


def all_pages(store: Store, label: str, condition: str = "true") -> Iterator[list[str]]:
    """The ids of all nodes `n` of a label that a condition in Cypher holds for, in order."""
    after = ""
    query = _NEXT.format(label=label, condition=condition)
    while rows := store.query(query, {"after": after, "size": _A_SCAN}).rows:
        ids = [key for (key,) in rows]
        yield from _cut(ids)
        after = ids[-1]


def chosen_pages(ids: Iterable[str]) -> Iterator[list[str]]:
    """These ids, in order."""
    return _cut(sorted(ids))


def _cut(ids: list[str]) -> Iterator[list[str]]:
    return (ids[at : at + A_PAGE] for at in range(0, len(ids), A_PAGE))
