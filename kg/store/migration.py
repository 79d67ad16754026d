"""What an older store lacks, made from what it has."""

from collections.abc import Iterator

from kg.ontology import Ontology
from kg.store.backend import Backend
from kg.store.writing import batch

ARTICLES_A_BATCH = 100

_FIRST_WITH_SIGNATURES = 3
_IDS = "MATCH (a:Article) WHERE a.id > $after RETURN a.id AS id ORDER BY id LIMIT $size"


def upgrade(backend: Backend, ontology: Ontology, version: int) -> None:
    """Brings the contents of a store of that version to this one; what was done already is done again, to no harm."""
    if version < _FIRST_WITH_SIGNATURES:
        for ids in _pages(backend):
            backend.write(lambda session, ids=ids: batch.resettle(session, ontology, ids))  # type: ignore[misc]


def _pages(backend: Backend) -> Iterator[list[str]]:
    after = ""
    while rows := backend.read(_IDS, {"after": after, "size": ARTICLES_A_BATCH}).rows:
        yield [str(key) for (key,) in rows]
        after = str(rows[-1][0])
