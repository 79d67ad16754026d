"""The graph store as the rest of the project sees it, whatever database is behind it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Self

from kg.model import Article, Reading
from kg.ontology import Ontology
from kg.store import marker, schema
from kg.store.backend import Backend, Session, T
from kg.store.safety import check_typed
from kg.store.table import Rows, Table
from kg.store.writing import articles, batch
from kg.store.writing.batch import Added, Removed

_LOG = logging.getLogger(__name__)

NO_PARAMETERS: Mapping[str, Any] = {}


class Store:
    """A graph store. Use it as a context manager, or call `close`. Methods raise StoreError."""

    def __init__(self, backend: Backend, ontology: Ontology, definitions: tuple[str, ...]) -> None:
        self._backend = backend
        self._ontology = ontology
        self._definitions = definitions

    def add(self, readings: Sequence[Reading]) -> Added:
        """Writes a batch in one transaction: all of it or nothing. Adding the same again changes nothing."""
        return self._write(lambda session: batch.add(session, self._ontology, readings))

    def remove(self, ids: Sequence[str]) -> Removed:
        """Takes articles away in one transaction, with all that was stated in them; ids that are not there are none.

        What other articles support stays, and is derived again without them.
        """
        return self._write(lambda session: batch.remove(session, self._ontology, ids))

    def lacks(self, candidates: Sequence[Article], read_with: str) -> frozenset[str]:
        """The ids of those articles that are not stored as they are, or that another `read_with` read."""
        readings = [Reading(article=article, read_with=read_with) for article in candidates]
        return articles.changed(self.query, readings) if readings else frozenset()

    def prepare(self) -> None:
        """Makes those constraints and indexes again that are missing."""
        ready = self._backend.definitions()
        self._backend.prepare(tuple(each for each in self._definitions if not ready.get(schema.name(each))))

    def query(self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS) -> Table:
        """The rows of a read query that this project wrote."""
        return self._backend.read(cypher, parameters)

    def query_typed(
        self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS, timeout: float | None = None
    ) -> Table:
        """The rows of a read query that a person typed; `timeout` in seconds, None for no limit.

        Raises UnsafeQueryError where it would write, read files or addresses, or administer the server.
        """
        with self.stream_typed(cypher, parameters, timeout) as rows:
            return rows.table()

    def stream_typed(
        self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS, timeout: float | None = None
    ) -> AbstractContextManager[Rows]:
        """As `query_typed`, with the rows as they come, however many; the query stays open within the context."""
        check_typed(cypher)
        return self._backend.stream_typed(cypher, parameters, timeout)

    def execute_typed(self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS) -> Table:
        """The rows of a statement that a person typed and that may write. Raises UnsafeQueryError as `query_typed`."""
        check_typed(cypher)
        return self._backend.write_typed(cypher, parameters)

    def close(self) -> None:
        """Lets go of the database; a second call does nothing."""
        self._backend.close()

    def _write(self, work: Callable[[Session], T]) -> T:
        def locked(session: Session) -> T:
            written_by = marker.lock(session)
            if written_by != self._ontology.fingerprint:
                if written_by:
                    _LOG.warning("the graph was written by another ontology; its entities are brought to this one")
                batch.renew(session, self._ontology)
                marker.adopt(session, self._ontology.fingerprint)
            return work(session)

        return self._backend.write(locked)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
