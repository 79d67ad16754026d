"""What records of any form hold: an article, or a statement, told by their keys."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.errors import KgError, SourceError
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.failure import Failure, failure_of
from loaders.fields import as_article, check
from loaders.kinds import Content
from loaders.mapping import mapping_for, mapping_named
from loaders.rows import Table, table_of
from loaders.source import Opened
from loaders.statements import is_statement, statement_from_record

Placed = tuple[str, Any]
"""A record and where it stands; a Failure in its place where it could not be read."""


def contents(records: Iterable[Placed], document: Opened) -> Iterator[Content]:
    """What each of the records holds. Raises SourceError where there is none."""
    check(document.settings.fields)
    empty, columns = True, _Columns(document.settings.table)
    for where, record in records:
        empty = False
        yield record if isinstance(record, Failure) else _content(record, where, document, columns)
    if empty:
        raise SourceError(f"{document.name}: is empty")


class _Columns:
    """The mapping of a table, which its first record tells where nobody has named one."""

    def __init__(self, named: str | None) -> None:
        self._mapping = mapping_named(named) if named else None
        self._names: tuple[str, ...] | None = None
        self._table: Table | None = None

    def table(self, record: Mapping[str, Any]) -> Table | None:
        """The table that a record is a row of; None where it is an article, or a statement with a quote."""
        names = tuple(record)
        if names != self._names:
            mapping = self._mapping or (None if is_statement(record) and "quote" in record else mapping_for(names))
            self._names, self._table = names, table_of(mapping, names) if mapping else None
        return self._table


def _content(record: Any, where: str, document: Opened, columns: _Columns) -> Content:
    try:
        return _of(record, where, document, columns)
    except KgError as error:
        return failure_of(where, error)


def _of(record: Any, where: str, document: Opened, columns: _Columns) -> Content:
    if not isinstance(record, dict):
        raise SourceError('is no JSON object; write {"title": …, "text": …}')
    clean = {cleaned(str(key)): _cleaned(value) for key, value in record.items()}
    if table := columns.table(clean):
        return table.coded(clean, where)
    if is_statement(clean):
        return statement_from_record({key: value for key, value in clean.items() if value is not None}, where)
    return article_from_record(as_article(clean, document.settings.fields))


def _cleaned(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value
