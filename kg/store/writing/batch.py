"""One batch of readings, in the order in which its steps need each other."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.errors import StoreError
from kg.model import Article, Reading
from kg.model.position import Position
from kg.model.position import positions as establish
from kg.ontology import Ontology
from kg.store.backend import Session
from kg.store.writing import articles, copies, entities, kept, positions, reports, statements, triples


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
    """Writes a batch. The graph depends on the last reading of each article and on all that people coded, not on the
    order of articles or how they are cut into batches.

    Raises StoreError where a statement has an action that the ontology lacks.
    """
    arrived = articles.arrivals(session, readings)
    _check_actions(ontology, arrived.told)
    written = _write(session, ontology, arrived) if arrived.changed or arrived.added else 0
    return Added(articles=len(arrived.changed) - len(arrived.stubs), statements=written, skipped=arrived.skipped)


def remove(session: Session, ontology: Ontology, ids: Sequence[str]) -> Removed:
    """Takes articles away with all that was stated in them, by people too; what others support is derived again."""
    before = positions.touched(session, ids)
    gone = articles.number_of(session, ids)
    stated = statements.all_of(session, ids)
    left = statements.remove(session, stated)
    orphans = copies.leave(session, ids)
    articles.delete(session, ids)
    sharing = frozenset(copies.settle(session, orphans))
    renamed = entities.settle(session, ontology, left)
    _refresh(session, ontology, before | positions.touched(session, sharing, renamed))
    entities.delete_unused(session, left)
    return Removed(articles=gone, statements=len(stated))


def renew(session: Session, ontology: Ontology) -> None:
    """Brings what the graph has of another ontology to this one, with the triples that carry its names."""
    renamed = entities.renew(session, ontology)
    _refresh(session, ontology, positions.touched(session, (), renamed))


def resettle(session: Session, ontology: Ontology, ids: Sequence[str]) -> None:
    """Finds out anew which of these stored articles are copies, as a store of before has to."""
    copies.sign(session, articles.stored(session, ids))
    origins = copies.settle(session, ids)
    _refresh(session, ontology, positions.touched(session, origins))


def _write(session: Session, ontology: Ontology, arrived: articles.Arrivals) -> int:
    """Writes what arrived; gives the number of statements written. Only articles known before have a past to undo."""
    changed = frozenset(reading.article.id for reading in (*arrived.changed, *arrived.added))
    reread = [reading.article.id for reading in arrived.rewritten if reading.article.id in arrived.known]
    before = positions.touched(session, changed & arrived.known)
    left = statements.remove_read(session, reread)
    articles.write(session, arrived.changed)
    copies.sign(session, (reading.article for reading in arrived.changed))
    origins = copies.settle(session, (reading.article.id for reading in arrived.changed))
    kept.place_quotes(session, reread)
    new = kept.unwritten(session, arrived.told)
    left |= statements.remove(session, new.replaced)
    named = statements.entities_of(new.told)
    entities.write(session, ontology, named)
    reported = statements.write(session, ontology, new.told)
    kept.place_quotes(session, arrived.without_text)
    renamed = entities.settle(session, ontology, left.union(entity.id for entity in named))
    past = (changed | origins.keys()) - (changed - arrived.known)
    touched = before | reported | positions.touched(session, past, renamed)
    _refresh(session, ontology, touched, _Batch(new.told, arrived.written, origins))
    entities.delete_unused(session, left)
    return len(new.told)


@dataclass(frozen=True)
class _Batch:
    """What is in memory of the batch: statements just written, articles as written, where their texts came first."""

    told: Sequence[statements.Told] = ()
    written: Mapping[str, Article] = field(default_factory=dict)
    origins: Mapping[str, copies.Origin] = field(default_factory=dict)

    def alone(self, fresh: Container[str]) -> tuple[tuple[statements.Told, ...], frozenset[str]]:
        """Those of the fresh positions that the batch alone knows all about, with the statements that report them."""
        keyed = [(statements.reported(statement), (article, statement)) for article, statement in self.told]
        elsewhere = {key for key, (article, _) in keyed if article.id not in self.written}
        ours = [(key, told) for key, told in keyed if key and key in fresh and key not in elsewhere]
        told = tuple((self.written[article.id], statement) for _, (article, statement) in ours)
        return told, frozenset(key for key, _ in ours)


def _refresh(session: Session, ontology: Ontology, touched: frozenset[str], batch: _Batch | None = None) -> None:
    known = positions.known(session, touched)
    fresh = frozenset(position.id for position in known if position.fresh)
    standing = _standing(session, ontology, touched, fresh, batch or _Batch())
    positions.write(session, ontology, standing, fresh)
    triples.replace(session, ontology, known, standing)
    positions.delete(session, touched.difference(position.id for position in standing))


def _standing(
    session: Session, ontology: Ontology, touched: frozenset[str], fresh: frozenset[str], batch: _Batch
) -> tuple[Position, ...]:
    """What the touched positions are now; those that this batch made are not read back."""
    told, made = batch.alone(fresh)
    ids = {filler.entity.id for _, statement in told for _, filler in statement.fillers()}
    derived = establish(reports.of_batch(told, batch.origins, entities.named(session, ontology, ids)))
    return (*positions.established(session, sorted(touched - made)), *derived)


def _check_actions(ontology: Ontology, readings: Iterable[Reading]) -> None:
    told = {statement.action for reading in readings for statement in reading.statements}
    if unknown := sorted(told.difference(ontology.actions)):
        actions = ", ".join(sorted(ontology.actions))
        raise StoreError(f"the ontology has no action {unknown[0]!r}; use one of {actions}")
