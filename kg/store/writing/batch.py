"""One batch of readings, in the order in which its steps need each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import StoreError
from kg.model import Reading
from kg.ontology import Ontology
from kg.store.backend import Session
from kg.store.writing import articles, entities, kept, positions, statements, triples


@dataclass(frozen=True)
class Added:
    """Articles and statements written; `skipped` articles were there already, read the same way."""

    articles: int = 0
    statements: int = 0
    skipped: int = 0


@dataclass(frozen=True)
class Removed:
    """Articles and statements that were there and are gone."""

    articles: int = 0
    statements: int = 0

    def __add__(self, other: "Removed") -> "Removed":
        return Removed(self.articles + other.articles, self.statements + other.statements)


def add(session: Session, ontology: Ontology, readings: Sequence[Reading]) -> Added:
    """Writes a batch. The graph afterwards depends on what was ever added, not on order or batches.

    Raises StoreError where a statement has an action that the ontology lacks.
    """
    arrived = articles.arrivals(session, readings)
    _check_actions(ontology, arrived.told)
    written = _write(session, ontology, arrived) if arrived.changed or arrived.added else 0
    return Added(articles=len(arrived.changed) - len(arrived.stubs), statements=written, skipped=arrived.skipped)


def remove(session: Session, ontology: Ontology, ids: Sequence[str]) -> Removed:
    """Takes articles away with all that was stated in them, by people too; what others support is derived again."""
    before = positions.touched(session, ids)
    texts = articles.texts_of(session, ids)
    stated = statements.all_of(session, ids)
    left = statements.remove(session, stated)
    articles.delete(session, ids)
    sharing = articles.join_copies(session, sorted(set(texts.values())))
    renamed = entities.settle(session, ontology, left)
    _refresh(session, ontology, before | positions.touched(session, sharing, renamed))
    entities.delete_unused(session, left)
    return Removed(articles=len(texts), statements=len(stated))


def _write(session: Session, ontology: Ontology, arrived: articles.Arrivals) -> int:
    """Writes what arrived; gives the number of statements written. Only articles known before have a past to undo."""
    changed = frozenset(reading.article.id for reading in (*arrived.changed, *arrived.added))
    reread = [reading.article for reading in arrived.rewritten if reading.article.id in arrived.known]
    before = positions.touched(session, changed & arrived.known)
    left = statements.remove_read(session, [article.id for article in reread])
    articles.write(session, arrived.changed)
    sharing = articles.join_copies(session, arrived.texts)
    kept.place_quotes(session, reread)
    new = kept.unwritten(session, arrived.told)
    left |= statements.remove(session, new.replaced)
    named = statements.entities_of(new.told)
    entities.write(session, ontology, named)
    reported = statements.write(session, ontology, new.told)
    renamed = entities.settle(session, ontology, left.union(entity.id for entity in named))
    past = (sharing | changed) - (changed - arrived.known)
    _refresh(session, ontology, before | reported | positions.touched(session, past, renamed))
    entities.delete_unused(session, left)
    return len(new.told)


def _refresh(session: Session, ontology: Ontology, touched: frozenset[str]) -> None:
    known = positions.known(session, touched)
    standing = positions.established(session, sorted(touched))
    positions.write(session, ontology, standing, {position.id for position in known if position.fresh})
    triples.replace(session, ontology, known, standing)
    positions.delete(session, touched.difference(position.id for position in standing))


def _check_actions(ontology: Ontology, readings: Iterable[Reading]) -> None:
    told = {statement.action for reading in readings for statement in reading.statements}
    if unknown := sorted(told.difference(ontology.actions)):
        actions = ", ".join(sorted(ontology.actions))
        raise StoreError(f"the ontology has no action {unknown[0]!r}; use one of {actions}")
