"""Writing in batches of rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.store.backend import Session


def write_rows(session: Session, cypher: str, rows: Sequence[dict[str, Any]]) -> None:
    """Runs a text that unwinds `$rows`; without rows there is nothing to plan or to send."""
    if rows:
        session.run(cypher, {"rows": rows})


def by_type(types: Iterable[str], clause: str) -> str:
    """Cypher that does for each row the clause of its `row.type`, whose name stands for `{type}` in it.

    Neither store takes a label or a relationship's type as a parameter. One text for all of them is planned and sent
    once, where one for each would be run twenty times for a few rows.
    """
    return "\n".join(
        f"FOREACH (_ IN CASE row.type WHEN '{each}' THEN [1] ELSE [] END | {clause.format(type=each)})"
        for each in types
    )
