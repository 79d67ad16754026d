"""What records of any form hold: an article, or a statement, told by their keys."""

from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import KgError, SourceError
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.failure import Failure, failure_of
from loaders.fields import as_article, check
from loaders.kinds import Content
from loaders.source import Opened
from loaders.statements import is_statement, statement_from_record

Placed = tuple[str, Any]
"""A record and where it stands; a Failure in its place where it could not be read."""


def contents(records: Iterable[Placed], document: Opened) -> Iterator[Content]:
    """What each of the records holds. Raises SourceError where there is none."""
    check(document.settings.fields)
    empty = True
    for where, record in records:
        empty = False
        yield record if isinstance(record, Failure) else _content(record, where, document)
    if empty:
        raise SourceError(f"{document.name}: is empty")


def _content(record: Any, where: str, document: Opened) -> Content:
    try:
        return _of(record, where, document)
    except KgError as error:
        return failure_of(where, error)


def _of(record: Any, where: str, document: Opened) -> Content:
    if not isinstance(record, dict):
        raise SourceError('is no JSON object; write {"title": …, "text": …}')
    clean = {cleaned(str(key)): _cleaned(value) for key, value in record.items()}
    if is_statement(clean):
        return statement_from_record(clean, where)
    return article_from_record(as_article(clean, document.settings.fields))


def _cleaned(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value
