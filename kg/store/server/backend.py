"""Runs Cypher on a Neo4j server in managed transactions, which the driver repeats after passing faults."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    Result,
)
from neo4j import Session as DriverSession
from neo4j.exceptions import ClientError, IncompleteCommit

from kg.errors import AccessDeniedError, StoreError
from kg.store.backend import Parameters, Session, T
from kg.store.credentials import Credentials
from kg.store.server.errors import EXPLAIN, cut_in_the_middle, told_plainly
from kg.store.server.plan import check_read_plan, check_write_plan
from kg.store.server.values import plain
from kg.store.table import Row, Rows, Table

OLDEST = (5, 23)
"""The first server that knows `CALL (x) { … }`, which our queries use."""

_CONNECT_SECONDS = 10
_RETRY_SECONDS = 5
"""For deadlocks, which are tried again however little anybody wants to wait for a server."""

_ANSWER_SECONDS = 20
"""For a connection with its first exchange, which something that is no Neo4j server never answers."""
_EXPLAINED = re.compile(r"^\s*(?:(?:EXPLAIN|PROFILE)\b\s*)+", re.IGNORECASE)
_COMPONENTS = "CALL dbms.components() YIELD edition RETURN edition LIMIT 1"
_MADE_BY_ANOTHER = "EquivalentSchemaRuleAlreadyExists"
_AWAIT = "CALL db.awaitIndexes(600)"
_DEFINITIONS = "SHOW INDEXES YIELD name, state RETURN name, state = 'ONLINE' AS ready"


def connect(uri: str, credentials: Credentials, wait: float) -> "ServerBackend":
    """A server that answers, takes the credentials and is new enough. Raises StoreError where one of these fails.

    `wait` is for how many seconds a transaction is tried again while the server does not answer.
    """
    where = uri.partition("?")[0]
    if credentials.database == "system":
        raise StoreError(f"the database system of {where} holds no graphs; set KG_STORE_DATABASE to another")
    with told_plainly(where):
        driver = GraphDatabase.driver(
            uri,
            auth=credentials.login,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_ANSWER_SECONDS,
            max_transaction_retry_time=max(wait, _RETRY_SECONDS),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    backend = ServerBackend(driver, where, credentials.database)
    try:
        backend.check()
    except StoreError as error:
        backend.close()
        if isinstance(error, AccessDeniedError) and credentials.login is None:
            raise AccessDeniedError(f"{where} asks for a password; set KG_STORE_USER and KG_STORE_PASSWORD") from error
        raise
    return backend


class ServerBackend:
    """A connection to one database of a server. Its sessions see each other's writes, on a cluster too (bookmarks)."""

    def __init__(self, driver: Driver, uri: str, database: str | None) -> None:
        self._driver = driver
        self._uri = uri
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()

    def check(self) -> None:
        """Raises StoreError where the server is away, refuses us, lacks the database or is too old."""
        with told_plainly(self._uri), self._session() as session:
            agent = session.run("RETURN 1").consume().server.agent
        if version_of(agent) < OLDEST:
            oldest = ".".join(str(number) for number in OLDEST)
            raise StoreError(f"{self._uri} runs {agent}; kg needs Neo4j {oldest} or later, so upgrade the server")

    def describe(self) -> Mapping[str, str]:
        """Product, edition and version as the server names them; its Java is its own affair."""
        with told_plainly(self._uri), self._session() as session:
            summary = session.run("RETURN 1").consume()
            edition = session.run(_COMPONENTS).single(strict=True)["edition"]
        return {"server": f"{summary.server.agent} {edition}", "database": str(summary.database)}

    def definitions(self) -> Mapping[str, bool]:
        """Constraints come with an index of their name, so that both are told by it."""
        with told_plainly(self._uri), self._session() as session:
            return {row["name"]: row["ready"] for row in session.run(_DEFINITIONS)}

    def prepare(self, definitions: tuple[str, ...]) -> None:
        """Runs schema statements, each in its own transaction as Neo4j wants it, and waits for their indexes."""
        for statement in definitions:
            with told_plainly(self._uri), self._session(WRITE_ACCESS) as session:
                _define(session, statement)
        self.read(_AWAIT, {})

    def read(self, cypher: str, parameters: Parameters) -> Table:
        """A read query in a read transaction."""
        with told_plainly(self._uri), self._session() as session:
            return session.execute_read(lambda transaction: _table(transaction.run(cypher, dict(parameters))))

    def write(self, work: Callable[[Session], T]) -> T:
        """One write transaction, tried again after deadlocks and lost connections.

        Where the connection is lost in a commit, nobody knows whether it was made: what has been done is done again
        without harm, so that is tried once more too.
        """

        def once(transaction: ManagedTransaction) -> T:
            return work(_Transaction(transaction))

        with told_plainly(self._uri), self._session(WRITE_ACCESS) as session:
            try:
                return session.execute_write(once)
            except IncompleteCommit:
                return session.execute_write(once)

    @contextmanager
    def stream_typed(self, cypher: str, parameters: Parameters, timeout: float | None) -> Iterator[Rows]:
        """A typed query, run in a read transaction only after its plan has shown that it reads."""
        plan, query_type = self._explained(cypher, parameters)
        check_read_plan(plan, query_type)
        with (
            told_plainly(self._uri, limited=timeout is not None),
            self._session() as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):
            result = transaction.run(cypher, dict(parameters))
            rows = cut_in_the_middle(self._uri, _rows(result), limited=timeout is not None)
            yield Rows(tuple(result.keys()), rows)

    def write_typed(self, cypher: str, parameters: Parameters) -> Table:
        """A typed statement; unmanaged, since Neo4j gives some of them a transaction of their own."""
        plan, _ = self._explained(cypher, parameters)
        check_write_plan(plan)
        with told_plainly(self._uri), self._session(WRITE_ACCESS) as session:
            return _table(session.run(Query(cypher), dict(parameters)))

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    def _session(self, access: str = READ_ACCESS) -> DriverSession:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _explained(self, cypher: str, parameters: Parameters) -> tuple[Mapping[str, Any] | None, str | None]:
        """The plan and the type (r, w, rw, s) of a query, which is not run for it."""
        explain = f"{EXPLAIN}{_EXPLAINED.sub('', cypher)}"
        with told_plainly(self._uri), self._session() as session:
            summary = session.run(explain, dict(parameters)).consume()
            return summary.plan, summary.query_type


def version_of(agent: str) -> tuple[int, ...]:
    """Major and minor number of a server by what it calls itself: `Neo4j/5.26.30` is (5, 26)."""
    return tuple(int(number) for number in re.findall(r"\d+", agent.partition("/")[2])[:2])


class _Transaction:
    """Runs Cypher in a managed transaction."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Parameters) -> Table:
        """The rows of one statement."""
        return _table(self._transaction.run(cypher, dict(parameters)))


def _define(session: DriverSession, statement: str) -> None:
    try:
        session.execute_write(lambda transaction: transaction.run(statement).consume())
    except ClientError as error:
        if not (error.code or "").endswith(_MADE_BY_ANOTHER):  # IF NOT EXISTS looks, and then another is quicker
            raise


def _table(result: Result) -> Table:
    return Table(tuple(result.keys()), tuple(_rows(result)))


def _rows(result: Result) -> Iterator[Row]:
    return (tuple(plain(value) for value in record.values()) for record in result)
