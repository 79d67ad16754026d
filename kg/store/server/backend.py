"""Runs Cypher on a Neo4j server in managed transactions, which the driver repeats after passing faults."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    Result,
    unit_of_work,
)
from neo4j import Session as DriverSession

from kg.errors import StoreError
from kg.store.backend import Parameters, Session, T
from kg.store.credentials import Credentials
from kg.store.server.errors import EXPLAIN, told_plainly
from kg.store.server.plan import check_read_plan, check_write_plan
from kg.store.server.values import plain
from kg.store.table import Table

OLDEST = (5, 23)
"""The first server that knows `CALL (x) { … }`, which our queries use."""

_CONNECT_SECONDS = 10
_EXPLAINED = re.compile(r"^\s*(?:(?:EXPLAIN|PROFILE)\b\s*)+", re.IGNORECASE)


def connect(uri: str, credentials: Credentials) -> "ServerBackend":
    """A server that answers, takes the credentials and is new enough. Raises StoreError where one of these fails."""
    with told_plainly(uri):
        driver = GraphDatabase.driver(
            uri,
            auth=(credentials.user, credentials.password),
            connection_timeout=_CONNECT_SECONDS,
            max_transaction_retry_time=_CONNECT_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    backend = ServerBackend(driver, uri, credentials.database)
    try:
        backend.check()
    except StoreError:
        backend.close()
        raise
    return backend


class ServerBackend:
    """A connection to one database of a server."""

    def __init__(self, driver: Driver, uri: str, database: str | None) -> None:
        self._driver = driver
        self._uri = uri
        self._database = database

    def check(self) -> None:
        """Raises StoreError where the server is away, refuses us, lacks the database or is too old."""
        with told_plainly(self._uri), self._session_to_read() as session:
            agent = session.run("RETURN 1").consume().server.agent
        numbers = re.findall(r"\d+", agent.partition("/")[2])
        if tuple(int(number) for number in numbers[:2]) < OLDEST:
            oldest = ".".join(str(number) for number in OLDEST)
            raise StoreError(f"{self._uri} runs {agent}; kg needs Neo4j {oldest} or later, so upgrade the server")

    def prepare(self, schema: tuple[str, ...]) -> None:
        """Runs schema statements, each in its own transaction as Neo4j wants it."""
        for statement in schema:
            self.write_typed(statement, {})

    def read(self, cypher: str, parameters: Parameters) -> Table:
        """A read query in a read transaction."""
        with told_plainly(self._uri), self._driver.session(database=self._database) as session:
            return session.execute_read(lambda transaction: _table(transaction.run(cypher, dict(parameters))))

    def write(self, work: Callable[[Session], T]) -> T:
        """One write transaction."""
        with told_plainly(self._uri), self._driver.session(database=self._database) as session:
            return session.execute_write(lambda transaction: work(_Transaction(transaction)))

    def read_typed(self, cypher: str, parameters: Parameters, timeout: float | None) -> Table:
        """A typed query, run in a read transaction only after its plan has shown that it reads."""
        plan, query_type = self._explained(cypher, parameters)
        check_read_plan(plan, query_type)
        with told_plainly(self._uri), self._session_to_read() as session:
            run = unit_of_work(timeout=timeout)(_run_typed)
            return session.execute_read(run, cypher, dict(parameters))

    def write_typed(self, cypher: str, parameters: Parameters) -> Table:
        """A typed statement; unmanaged, since Neo4j gives some of them a transaction of their own."""
        plan, _ = self._explained(cypher, parameters)
        check_write_plan(plan)
        with told_plainly(self._uri), self._driver.session(database=self._database) as session:
            return _table(session.run(Query(cypher), dict(parameters)))

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    def _session_to_read(self) -> DriverSession:
        return self._driver.session(database=self._database, default_access_mode=READ_ACCESS)

    def _explained(self, cypher: str, parameters: Parameters) -> tuple[Mapping[str, Any] | None, str | None]:
        """The plan and the type (r, w, rw, s) of a query, which is not run for it."""
        explain = f"{EXPLAIN}{_EXPLAINED.sub('', cypher)}"
        with told_plainly(self._uri), self._session_to_read() as session:
            summary = session.run(explain, dict(parameters)).consume()
            return summary.plan, summary.query_type


class _Transaction:
    """Runs Cypher in a managed transaction."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Parameters) -> Table:
        """The rows of one statement."""
        return _table(self._transaction.run(cypher, dict(parameters)))


def _run_typed(transaction: ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> Table:
    return _table(transaction.run(cypher, parameters))


def _table(result: Result) -> Table:
    columns = tuple(result.keys())
    return Table(columns, tuple(tuple(plain(value) for value in record.values()) for record in result))
