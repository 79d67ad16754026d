"""Rows of a table as articles whose statements stand in columns; the quote of each is its row."""

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import RecordError
from kg.model import Article
from kg.model.identity import digest
from kg.model.record import StatementRecord
from loaders.address import article_address
from loaders.coded import Coded
from loaders.language import language_of
from loaders.mapping import Column, Patterns, StatementParts, TableMapping
from loaders.published import iso_date

_PLACE = re.compile(r"\{(\w+)\}")
_DATES = ("since", "until")

Row = Mapping[str, tuple[str, ...]]
"""The values of a row by column; columns without one are left out."""


@dataclass(frozen=True)
class Table:
    """A mapping and what the table at hand calls its columns."""

    mapping: TableMapping
    places: Mapping[str, str]

    def coded(self, record: Mapping[str, Any], where: str) -> Coded:
        """A row. Raises RecordError for a date that is none and for a value that the codebook does not know."""
        row = {key: values for key, place in self.places.items() if (values := self._values(key, record.get(place)))}
        article = self._article(row)
        told = (each for parts in self.mapping.statements for each in self._statements(parts, row, article, where))
        return Coded(article, tuple(told), self.mapping.read_with, where)

    def _values(self, key: str, cell: Any) -> tuple[str, ...]:
        column = self.mapping.columns[key]
        return tuple(_written(value, column) for value in _split(cell, column) if value)

    def _article(self, row: Row) -> Article:
        parts = self.mapping.article
        lines = [f"{self.places[key]}: {'; '.join(values)}" for key, values in row.items()]
        stated = _first(parts.published, row)
        article = Article.read(
            "\n".join(lines),
            title=_first(parts.title, row) or self.mapping.title,
            url=article_address(_first(parts.url, row)),
            published=self._date(stated) if stated else None,
            publisher=_first(parts.publisher, row),
            language=language_of("\n".join(lines)),
            source_id=_first(parts.id, row),
        )
        key = _first(parts.id, row) or article.body
        return article.model_copy(update={"id": digest("a", "row", self.mapping.title, key)})

    def _statements(self, parts: StatementParts, row: Row, article: Article, where: str) -> Iterator[StatementRecord]:
        """One for each of the values where a role has several; none where the row has no actor."""
        if any(not set(row.get(key, ())) & set(values) for key, values in parts.when.items()):
            return
        roles = {name: _all(getattr(parts, name), row) for name in type(parts).model_fields if name != "when"}
        filled = {name: values for name, values in roles.items() if values}
        if "actor" not in filled:
            return
        for chosen in itertools.product(*filled.values()):
            record = dict(zip(filled, chosen, strict=True))
            if record["actor"] == record.get("counterparty"):
                del record["counterparty"]
            dates = {name: self._date(record[name])[:10] for name in _DATES if name in record}
            told = {**record, **dates, "quote": article.body, "extractor": self.mapping.read_with}
            yield StatementRecord.parse(told, where)

    def _date(self, value: str) -> str:
        try:
            return iso_date(value, self.mapping.dates)
        except ValueError as error:
            raise RecordError(str(error)) from None


def table_of(mapping: TableMapping, names: Sequence[str]) -> Table:
    """The mapping for a table with columns of these names."""
    return Table(mapping, mapping.places(names))


def _split(cell: Any, column: Column) -> Iterator[str]:
    """The values of a cell: a list, one written as JSON, or words with a separator between them."""
    for value in _listed(cell):
        yield from (part.strip() for part in (value.split(column.separator) if column.separator else [value]))


def _listed(cell: Any) -> list[str]:
    if isinstance(cell, str) and cell.lstrip().startswith("["):
        try:
            cell = json.loads(cell)
        except (ValueError, RecursionError):
            return [cell]
    values = cell if isinstance(cell, list) else [cell]
    return [" ".join(str(value).split()) for value in values if value is not None]


def _written(value: str, column: Column) -> str:
    """`new-york-police` as New York Police: slugs have lost their capitals."""
    if value in column.values:
        return column.values[value]
    return value.replace("-", " ").title() if column.written == "slug" and value.islower() else value


def _first(patterns: Patterns, row: Row) -> str | None:
    return next(iter(_all(patterns, row)), None)


def _all(patterns: Patterns, row: Row) -> tuple[str, ...]:
    """What the first pattern gives whose columns all hold something."""
    for pattern in patterns:
        keys = list(dict.fromkeys(_PLACE.findall(pattern)))
        if all(key in row for key in keys):
            values = itertools.product(*(row[key] for key in keys))
            return tuple(_filled(pattern, dict(zip(keys, each, strict=True))) for each in values)
    return ()


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values[place.group(1)], pattern)
