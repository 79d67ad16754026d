"""What a graph database must be able to do to be a store; the two that are differ in nothing else."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

from kg.store.table import Rows, Table

T = TypeVar("T")
Parameters = Mapping[str, Any]


class Session(Protocol):
    """Runs Cypher within one transaction."""

    def run(self, cypher: str, parameters: Parameters) -> Table:
        """The rows of one statement. Raises StoreError."""
        ...


class Backend(Protocol):
    """A graph database. All methods raise StoreError, in one line that says how to mend it."""

    def describe(self) -> Mapping[str, str]:
        """What runs it, for people: product with version and edition, and the database."""
        ...

    def definitions(self) -> Mapping[str, bool]:
        """The constraints and indexes that are there, by name, and whether each is ready for use."""
        ...

    def prepare(self, definitions: tuple[str, ...]) -> None:
        """Runs schema statements, which change nothing where they have run before."""
        ...

    def read(self, cypher: str, parameters: Parameters) -> Table:
        """A query of our own."""
        ...

    def write(self, work: Callable[[Session], T]) -> T:
        """One transaction around `work`, which may be run again where the database asks for another try."""
        ...

    def stream_typed(self, cypher: str, parameters: Parameters, timeout: float | None) -> AbstractContextManager[Rows]:
        """The rows, as they come, of a query that a person typed, kept from writing; `timeout` in seconds.

        Raises UnsafeQueryError too.
        """
        ...

    def write_typed(self, cypher: str, parameters: Parameters) -> Table:
        """A statement that a person typed and that may write, in a transaction of its own."""
        ...

    def close(self) -> None:
        """Ends the connection; a second call does nothing."""
        ...
