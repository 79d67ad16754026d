"""Articles in the graph."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Article, Reading
from kg.store.backend import Parameters, Session
from kg.store.table import Table
from kg.store.writing.rows import write_rows

_FIELDS = (
    "id",
    "source_id",
    "url",
    "title",
    "published",
    "publisher",
    "language",
    "collection",
    "text_hash",
    "read_with",
)
_KNOWN = f"""
UNWIND $ids AS id MATCH (a:Article {{id: id}}) RETURN {", ".join(f"a.{name} AS {name}" for name in _FIELDS)}"""
_TEXTS = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id, a.text AS text, a.published AS published"
_WRITE = "UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a += row"
_DELETE = "UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a"

Run = Callable[[str, Parameters], Table]


@dataclass(frozen=True)
class Arrivals:
    """A batch set against the store.

    `rewritten` have statements to write, `relabelled` only new metadata; `added` only bring statements, and are in
    `stubs` too where their article is not in the store. `known` are the ids of those articles that are.
    """

    rewritten: tuple[Reading, ...]
    relabelled: tuple[Reading, ...]
    added: tuple[Reading, ...]
    stubs: tuple[Reading, ...]
    skipped: int
    known: frozenset[str]

    @property
    def changed(self) -> tuple[Reading, ...]:
        """All whose article is written."""
        return self.rewritten + self.relabelled + self.stubs

    @property
    def written(self) -> Mapping[str, Article]:
        """The articles that stand in the graph just as they came, by id."""
        return {reading.article.id: reading.article for reading in (*self.rewritten, *self.relabelled)}

    @property
    def without_text(self) -> frozenset[str]:
        """Articles that are known but came without their text, with statements that somebody coded meanwhile."""
        return frozenset(r.article.id for r in self.added if not r.article.text and r.article.id in self.known)

    @property
    def told(self) -> tuple[Reading, ...]:
        """All whose statements are written."""
        return self.rewritten + self.added


def arrivals(session: Session, readings: Sequence[Reading]) -> Arrivals:
    """What is new in a batch; of two readings of one article the later counts."""
    latest = {reading.article.id: reading for reading in readings if not reading.adds_only}
    added = tuple(reading for reading in readings if reading.adds_only)
    known = _known(session.run, readings)
    rewritten, relabelled = [], []
    for key, reading in sorted(latest.items()):
        stored, row = known.get(key), article_row(reading)
        if stored is None or (stored["text_hash"], stored["read_with"]) != (row["text_hash"], row["read_with"]):
            rewritten.append(reading)
        elif _differs(row, stored):
            relabelled.append(reading)
    skipped = len(readings) - len(rewritten) - len(relabelled) - len(added)
    stubs = tuple({r.article.id: r for r in added if r.article.id not in known and r.article.id not in latest}.values())
    return Arrivals(tuple(rewritten), tuple(relabelled), added, stubs, skipped, frozenset(known))


def changed(run: Run, readings: Sequence[Reading]) -> frozenset[str]:
    """The ids of those articles that are not stored as they are, by this very `read_with`."""
    known = _known(run, readings)
    rows = {reading.article.id: article_row(reading) for reading in readings}
    return frozenset(key for key, row in rows.items() if key not in known or _differs(row, known[key]))


def number_of(session: Session, ids: Sequence[str]) -> int:
    """How many of the articles are stored."""
    return len(session.run(_KNOWN, {"ids": list(ids)}).rows)


def stored(session: Session, ids: Sequence[str]) -> list[Article]:
    """Those of the articles that are stored, with what decides which copies which."""
    rows = session.run(_TEXTS, {"ids": list(ids)}).records()
    return [Article(id=row["id"], text=row["text"] or "", published=row["published"]) for row in rows]


def delete(session: Session, ids: Sequence[str]) -> None:
    """Deletes articles, whose statements are gone already."""
    session.run(_DELETE, {"ids": list(ids)})


def article_row(reading: Reading) -> dict[str, Any]:
    """The properties of an article's node; absent ones are named, so that writing them takes an older value away.

    Not so the collection: an article that comes without one stays in the one that it is in.
    """
    article = reading.article
    row = {**article.model_dump(), "text_hash": article.text_hash, "read_with": reading.read_with}
    return row if article.collection else {name: value for name, value in row.items() if name != "collection"}


def _known(run: Run, readings: Iterable[Reading]) -> dict[str, dict[str, Any]]:
    ids = sorted({reading.article.id for reading in readings})
    return {row["id"]: row for row in run(_KNOWN, {"ids": ids}).records()}


def _differs(row: Mapping[str, Any], stored: Mapping[str, Any]) -> bool:
    return any(row[name] != stored[name] for name in _FIELDS if name in row)


def write(session: Session, readings: Iterable[Reading]) -> None:
    """Writes the articles themselves; what they had before is replaced."""
    write_rows(session, _WRITE, [article_row(reading) for reading in readings])
