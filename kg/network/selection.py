"""A part of the graph: which statements are meant, by what they are about, when they were reported and who is near."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import ExportError, QuestionError
from kg.model.dates import partial_date
from kg.network.neighbourhood import around
from kg.ontology import Ontology
from kg.query.collections import check_collection
from kg.query.lookup import known_entity
from kg.store import Store

Ids = frozenset[str]

_KEPT = "coalesce(s.review, 'open') <> 'rejected'"
_OF_COLLECTION = f"MATCH (:Article {{collection: $name}})<-[:QUOTES]-(s:Statement) WHERE {_KEPT} RETURN DISTINCT s.id"
_ABOUT = f"""
UNWIND $ids AS id MATCH (:Entity {{id: id}})<-[:TECHNOLOGY]-(s:Statement) WHERE {_KEPT} RETURN DISTINCT s.id"""
_REPORTED = f"""
MATCH (a:Article)<-[:QUOTES]-(s:Statement)
WHERE {_KEPT} AND a.published IS NOT NULL
  AND ($since IS NULL OR left(a.published, size($since)) >= $since)
  AND ($until IS NULL OR left(a.published, size($until)) <= $until)
RETURN DISTINCT s.id"""


@dataclass(frozen=True)
class Selection:
    """What holds for all statements that are meant; an empty one means the whole graph.

    `technology` and `around` are names, aliases or ids; `technology` takes with it what is narrower, `around` what is
    at most `depth` statements away. `since` and `until` are partial ISO dates between which an article was published.
    `statements` are ids, such as those in an answer to a `question`.
    """

    collection: str | None = None
    technology: str | None = None
    since: str | None = None
    until: str | None = None
    around: str | None = None
    depth: int = 1
    statements: Ids | None = None
    question: str | None = None

    def __str__(self) -> str:
        """For titles: what is meant, in words; empty for the whole graph."""
        period = f"reported {self.since or '…'} to {self.until or '…'}" if self.since or self.until else None
        near = f"around {self.around} (depth {self.depth})" if self.around else None
        found = self.question or (f"{len(self.statements)} statements" if self.statements is not None else None)
        named = f"collection {self.collection}" if self.collection else None
        return ", ".join(filter(None, (self.technology, near, period, named, found)))


def selected(store: Store, ontology: Ontology, selection: Selection) -> Ids | None:
    """The ids of the statements that are meant, None for all there are; those that a person rejected are none.

    Raises QuestionError where a name or a date is none, and ExportError where nothing is left.
    """
    parts = [part() for part in _parts(store, ontology, selection)]
    if not parts:
        return None
    left = frozenset.intersection(*parts)
    if not left:
        raise ExportError(f"no statement is left: {selection}; ask for more")
    return left


def _parts(store: Store, ontology: Ontology, selection: Selection) -> Iterator[Callable[[], Ids]]:
    if selection.statements is not None:
        yield lambda: selection.statements or frozenset()
    if selection.collection is not None:
        yield lambda: _of_collection(store, selection.collection)
    if selection.technology is not None:
        yield lambda: _about(store, ontology, selection.technology or "")
    if selection.since or selection.until:
        yield lambda: _reported(store, selection.since, selection.until)
    if selection.around is not None:
        yield lambda: around(store, known_entity(store, ontology, selection.around or ""), selection.depth)


def _of_collection(store: Store, name: str | None) -> Ids:
    check_collection(store, name)
    return _ids(store, _OF_COLLECTION, name=name)


def _about(store: Store, ontology: Ontology, technology: str) -> Ids:
    known = known_entity(store, ontology, technology)
    return _ids(store, _ABOUT, ids=sorted(ontology.narrower(known)))


def _reported(store: Store, since: str | None, until: str | None) -> Ids:
    for written in filter(None, (since, until)):
        _check_date(written)
    return _ids(store, _REPORTED, since=since, until=until)


def _check_date(written: str) -> None:
    try:
        partial_date(written)
    except ValueError as error:
        raise QuestionError(str(error)) from None


def _ids(store: Store, cypher: str, **values: object) -> Ids:
    return frozenset(key for (key,) in store.query(cypher, values).rows)
