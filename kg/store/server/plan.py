"""Reads the plan that Neo4j makes of a statement, to see before it runs what it would do beside the graph."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import UnsafeQueryError

Plan = Mapping[str, Any]

_READING_PROCEDURES = ("db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.", "db.index.fulltext.query")
_SERVER_PROCEDURES = ("dbms.", "tx.", "db.clearquerycaches", "db.checkpoint")
_ADMINISTRATION = ("Show", "Terminate", "Alter", "Grant", "Deny", "Revoke", "AdministrationCommand", "LogSystemCommand")


def check_read_plan(plan: Plan | None, query_type: str | None) -> None:
    """Raises UnsafeQueryError unless the plan is that of a query which reads the graph and nothing else."""
    if plan is None:
        raise UnsafeQueryError("the server shows no plan for this, so it does more than read, and is off")
    operators = list(_operators(plan))
    for name, details in operators:
        _check_operator(name, details)
        if name == "ProcedureCall" and not details.lower().startswith(_READING_PROCEDURES):
            raise UnsafeQueryError(f"the procedure {_procedure(details)} may do more than read and is off")
    if query_type != "r":
        raise UnsafeQueryError("the query writes; add --write if it should")


def check_write_plan(plan: Plan | None) -> None:
    """Raises UnsafeQueryError where a statement reads files or addresses, or administers the server."""
    for name, details in _operators(plan) if plan else ():
        _check_operator(name, details)


def _check_operator(name: str, details: str) -> None:
    if name == "LoadCSV":
        raise UnsafeQueryError("LOAD CSV reads files and addresses and is off; load articles with `kg load PATH`")
    if name == "ProcedureCall" and details.lower().startswith(_SERVER_PROCEDURES):
        raise UnsafeQueryError(f"the procedure {_procedure(details)} administers the server and is off")
    if name.startswith(_ADMINISTRATION):
        raise UnsafeQueryError(f"{name} administers the server and is off; use the server's own tools for that")


def _procedure(details: str) -> str:
    return details.partition("(")[0]


def _operators(plan: Plan) -> Iterator[tuple[str, str]]:
    """Names of operators without the database, each with its details, from the top down."""
    yield str(plan["operatorType"]).partition("@")[0], str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)
