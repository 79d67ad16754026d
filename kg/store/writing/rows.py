"""Writing in batches of rows."""

from collections.abc import Sequence
from typing import Any

from kg.store.backend import Session


def write_rows(session: Session, cypher: str, rows: Sequence[dict[str, Any]]) -> None:
    """Runs a text that unwinds `$rows`; without rows there is nothing to plan or to send."""
    if rows:
        session.run(cypher, {"rows": rows})
