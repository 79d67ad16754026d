"""Runs Cypher on ArcadeDB. One process at a time may have a folder open, readers too."""

import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from kg.errors import StoreError, StoreUnavailableError, UnsafeQueryError
from kg.store.backend import Parameters, Session, T
from kg.store.embedded import jvm
from kg.store.embedded.folder import check_writable, claim_folder, database_path, holder, sign
from kg.store.embedded.values import plain
from kg.store.table import Rows, Table

_LOG = logging.getLogger(__name__)
_LANGUAGE = "opencypher"
_PAUSE = 0.2
_JAVA_NAME = re.compile(r"\b(?:[a-z]\w*\.)+[A-Z]\w*(?:Exception|Error): ")
_WRAPPING = re.compile(r"^(?:Query failed|Command failed|Reading the result set failed): ")
_IO = "java.io.IOException"
_CAUSE = re.compile(r" \(caused by .*\)$", re.DOTALL)


def open_folder(folder: Path, create: bool, wait: float) -> "EmbeddedBackend":
    """The store in a folder, waiting at most `wait` seconds for whoever has it open. Raises StoreError."""
    claim_folder(folder, create)
    for each in (folder, database_path(folder)):
        check_writable(each)
    jvm.start(folder, jvm.WRITING if create else jvm.READING)
    database = _try_to_open(folder, create) or _wait_to_open(folder, create, wait)
    database.set_wal_flush("yes_full")
    try:
        sign(folder)
    except StoreUnavailableError:
        database.close()
        raise
    return EmbeddedBackend(database)


def _wait_to_open(folder: Path, create: bool, wait: float) -> Any:
    if wait:
        _LOG.warning("the store at %s is in use by %s; waiting up to %g s for it", folder, holder(folder), wait)
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline:
        time.sleep(min(_PAUSE, wait))
        if database := _try_to_open(folder, create):
            return database
    raise StoreError(f"the store at {folder} is in use by {holder(folder)}; wait for it to end, or end it")


def _try_to_open(folder: Path, create: bool) -> Any:
    """The database, or None while somebody else has it."""
    from arcadedb_embedded import ArcadeDBError, DatabaseFactory

    factory = DatabaseFactory(str(database_path(folder)))
    try:
        if factory.exists():
            return factory.open()
        if create:
            return factory.create()
    except ArcadeDBError as error:
        if "is locked by" in str(error) or "already in use" in str(error):
            return None
        raise StoreError(f"cannot open the store at {folder}: {message(error)}; move it away and load again") from None
    raise StoreError(f"the store at {folder} was never filled; run `kg load PATH --store {folder}`")


class EmbeddedBackend:
    """An open ArcadeDB database."""

    def __init__(self, database: Any) -> None:
        self._database = database

    def describe(self) -> Mapping[str, str]:
        """The library with its version."""
        from arcadedb_embedded import __version__

        return {"server": f"ArcadeDB {__version__}, embedded"}

    def definitions(self) -> Mapping[str, bool]:
        """By the name that a statement gave them."""
        rows = self._command("SHOW INDEXES", {}).records()
        return {row["owningConstraint"] or row["name"]: row["state"] == "ONLINE" for row in rows}

    def prepare(self, definitions: tuple[str, ...]) -> None:
        """Runs schema statements; ArcadeDB does so outside transactions."""
        for statement in definitions:
            self._command(statement, {})

    def read(self, cypher: str, parameters: Parameters) -> Table:
        """A read query: `query` refuses whatever writes."""
        with _errors():
            return self._table(cypher, self._query(cypher, parameters))

    def write(self, work: Callable[[Session], T]) -> T:
        """One transaction, begun again after a conflict."""
        with _errors():
            done: T = self._database.run_in_transaction(lambda: work(_Transaction(self)))
        return done

    @contextmanager
    def stream_typed(self, cypher: str, parameters: Parameters, timeout: float | None) -> Iterator[Rows]:
        """A typed read; the time limit is the database's own."""
        with self._limited(timeout), _errors(), closing(self._query(cypher, parameters)) as results:
            yield self._rows(cypher, results)

    def write_typed(self, cypher: str, parameters: Parameters) -> Table:
        """A typed statement in a transaction of its own."""
        return self.write(lambda session: session.run(cypher, parameters))

    def close(self) -> None:
        """Closes the database, which lets others open it."""
        self._database.close()

    def _query(self, cypher: str, parameters: Parameters) -> Any:
        return self._database.query(_LANGUAGE, cypher, dict(parameters))

    def _command(self, cypher: str, parameters: Parameters) -> Table:
        with _errors():
            return self._table(cypher, self._database.command(_LANGUAGE, cypher, dict(parameters)))

    def _table(self, cypher: str, results: Any) -> Table:
        return self._rows(cypher, results).table()

    def _rows(self, cypher: str, results: Any) -> Rows:
        """The rows one after the other; only the first says what the columns are called."""
        records = results.iter_dicts() if results is not None else iter(())
        first = next(records, None)
        columns = tuple(first) if first is not None else self._columns(cypher)
        found = chain([first], records) if first is not None else ()
        return Rows(columns, (tuple(plain(record.get(name)) for name in columns) for record in found))

    def _columns(self, cypher: str) -> tuple[str, ...]:
        """The columns of a query without rows, which only its text names."""
        from jpype import JClass

        parser = JClass("com.arcadedb.query.opencypher.parser.Cypher25AntlrParser")
        returned = parser(self._database.get_java_database()).parse(cypher).getReturnClause()
        names = [str(item.getOutputName()) for item in returned.getReturnItems()] if returned is not None else []
        return tuple(name for name in names if name != "*")

    @contextmanager
    def _limited(self, timeout: float | None) -> Iterator[None]:
        from jpype import JClass, JLong

        setting = JClass("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
        configuration = self._database.get_java_database().getConfiguration()
        configuration.setValue(setting, JLong(round((timeout or 0) * 1000)))
        try:
            yield
        finally:
            configuration.setValue(setting, JLong(0))


class _Transaction:
    """Runs Cypher in the transaction that the backend has begun."""

    def __init__(self, backend: EmbeddedBackend) -> None:
        self._backend = backend

    def run(self, cypher: str, parameters: Parameters) -> Table:
        """The rows of one statement."""
        return self._backend._command(cypher, parameters)


@contextmanager
def _errors() -> Iterator[None]:
    """Turns errors of the database, which names its conflicts by type, into ours."""
    from arcadedb_embedded import ArcadeDBError
    from jpype import JException

    try:
        yield
    except (ArcadeDBError, JException) as error:
        text = message(error)
        if "QueryNotIdempotentException" in str(error):
            raise UnsafeQueryError("the query writes; add --write if it should") from error
        if "TimeoutException" in str(error):
            raise StoreError("the query took longer than its time limit; narrow it, or allow more time") from error
        if trouble := _disk_trouble(error):
            raise StoreUnavailableError(f"the store cannot use its disk ({trouble}); make room there") from error
        raise StoreError(f"the store refused the query: {text}") from error


def _disk_trouble(error: BaseException | None) -> str | None:
    """What the system said where the root of an error is reading or writing a file."""
    while error is not None:
        if str(error).startswith(_IO):
            return str(error).removeprefix(f"{_IO}: ")
        error = error.__cause__
    return None


def message(error: Exception) -> str:
    """The database's own words on one line, without the names of its classes."""
    text = _CAUSE.sub("", _WRAPPING.sub("", str(error)))
    return " ".join(_JAVA_NAME.sub("", text).split())
