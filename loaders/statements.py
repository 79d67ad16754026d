"""Statements coded by hand or printed by `kg extract`, told from articles by their keys."""

from collections.abc import Mapping
from typing import Any

from kg.model.record import StatementRecord


def is_statement(record: Mapping[str, Any]) -> bool:
    """Whether a record is a statement: it says what was done and by whom, or in which words."""
    return "action" in record and ("actor" in record or "quote" in record)


def statement_from_record(record: Mapping[str, Any], where: str) -> StatementRecord:
    """The statement of a record. Raises RecordError, which names `where`, for a wrong or missing field."""
    return StatementRecord.parse(dict(record), where)
