"""The graph store as the rest of the project sees it, whatever database is behind it."""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from kg.model import Reading
from kg.ontology import Ontology
from kg.store.backend import Backend
from kg.store.safety import check_typed
from kg.store.table import Table
from kg.store.writing.batch import Added, add

NO_PARAMETERS: Mapping[str, Any] = {}


class Store:
    """A graph store. Use it as a context manager, or call `close`. Methods raise StoreError."""

    def __init__(self, backend: Backend, ontology: Ontology) -> None:
        self._backend = backend
        self._ontology = ontology

    def add(self, readings: Sequence[Reading]) -> Added:
        """Writes a batch in one transaction: all of it or nothing. Adding the same again changes nothing."""
        return self._backend.write(lambda session: add(session, self._ontology, readings))

    def query(self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS) -> Table:
        """The rows of a read query that this project wrote."""
        return self._backend.read(cypher, parameters)

    def query_typed(
        self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS, timeout: float | None = None
    ) -> Table:
        """The rows of a read query that a person typed; `timeout` in seconds, None for no limit.

        Raises UnsafeQueryError where it would write, read files or addresses, or administer the server.
        """
        check_typed(cypher)
        return self._backend.read_typed(cypher, parameters, timeout)

    def execute_typed(self, cypher: str, parameters: Mapping[str, Any] = NO_PARAMETERS) -> Table:
        """The rows of a statement that a person typed and that may write. Raises UnsafeQueryError as `query_typed`."""
        check_typed(cypher)
        return self._backend.write_typed(cypher, parameters)

    def close(self) -> None:
        """Lets go of the database; a second call does nothing."""
        self._backend.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
