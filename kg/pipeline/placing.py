"""Finds the article of hand-coded statements and the place of their quotes in it.

Where the text is not in the store, a stub (an article without text) holds what the line says about its source, and the
quotes wait there, unverified, until the article itself is loaded.
"""

from collections.abc import Iterable
from typing import Any

from kg.errors import KgError, RecordError, StoreUnavailableError
from kg.model import Article, Quote, Reading, Statement
from kg.model.identity import canonical_url, digest
from kg.model.record import StatementRecord
from kg.ontology import Ontology
from kg.pipeline.report import Failed
from kg.pipeline.sources import Sourced
from kg.resolve.entities import statement_from
from kg.store import Store
from loaders import Coded

_FIELDS = ("id", "text", "title", "url", "published", "publisher", "language", "source_id", "collection")
_RETURN = "RETURN " + ", ".join(f"a.{name} AS {name}" for name in _FIELDS)
_BY_ID = f"MATCH (a:Article {{id: $id}}) {_RETURN}"
_BY_SOURCE_ID = f"MATCH (a:Article {{source_id: $id}}) {_RETURN} LIMIT 2"


_Key = tuple[str | None, str | None, str | None]


def _key(record: StatementRecord) -> _Key:
    """What lines of one article share."""
    return (record.article, record.url, record.id)


def article_of(store: Store, record: StatementRecord) -> Article:
    """The article that a line speaks of: by the graph's id, the address, else the source's own id where it is unique.

    A source's own id names an article only if exactly one article of the store has it. Without any, a stub.
    Raises RecordError where the line names no article.
    """
    if not (record.article or record.url or record.id):
        raise RecordError(f"the statement “{record.quote[:60]}” names no article; give it an article, url or id")
    identity = record.article or (digest("a", canonical_url(record.url)) if record.url else None)
    if identity:
        found = store.query(_BY_ID, {"id": identity}).records()
    else:
        found = store.query(_BY_SOURCE_ID, {"id": record.id}).records()
    if len(found) == 1:
        return _article(found[0])
    return _stub(record, identity or digest("a", "item", record.id))


def hand_coded(
    store: Store, ontology: Ontology, lines: Iterable[tuple[Sourced, StatementRecord]]
) -> tuple[tuple[Reading, ...], tuple[Failed, ...]]:
    """The readings that lines (each with its source) amount to, one an article, and the lines that do not fit.

    Raises StoreUnavailableError where the store gives way, which is no fault of a line.
    """
    articles: dict[_Key, Article] = {}
    statements: dict[str, list[Statement]] = {}
    failures = []
    for sourced, record in lines:
        try:
            article = articles.get(_key(record)) or articles.setdefault(_key(record), article_of(store, record))
            statement = placed(statement_from(ontology, record, article.id), article)
            statements.setdefault(article.id, []).append(statement)
        except StoreUnavailableError:
            raise
        except KgError as error:
            where = f"{sourced.where}: {record.id or record.article or record.url}"
            failures.append(Failed(where, str(error).removeprefix(f"{where}: "), sourced.path))
    by_id = {article.id: article for article in articles.values()}
    readings = (Reading(article=by_id[identity], statements=tuple(found)) for identity, found in statements.items())
    return tuple(readings), tuple(failures)


def in_columns(
    ontology: Ontology, rows: Iterable[tuple[Sourced, Coded]]
) -> tuple[tuple[Reading, ...], tuple[Failed, ...]]:
    """The readings of rows (each with its source) whose statements stand in columns, and the rows that do not fit."""
    readings, failures = [], []
    for sourced, row in rows:
        try:
            told = (placed(statement_from(ontology, each, row.article.id), row.article) for each in row.records)
            readings.append(Reading(article=row.article, statements=tuple(told), read_with=row.read_with))
        except KgError as error:
            failures.append(Failed(row.where, str(error).removeprefix(f"{row.where}: "), sourced.path))
    return tuple(readings), tuple(failures)


def placed(statement: Statement, article: Article) -> Statement:
    """The statement with its quotes where they stand in the article's text; unchanged where there is no text.

    Raises RecordError for a quote that does not stand there.
    """
    if not article.text:
        return statement
    quotes = tuple(_quote_in(article, quote) for quote in statement.quotes)
    return statement.model_copy(update={"quotes": quotes})


def _quote_in(article: Article, quote: Quote) -> Quote:
    if found := quote.found_in(article.text):
        return found
    raise RecordError(f"the quote “{quote.text[:60]}” does not stand in article {article.id}; copy its exact words")


def _article(fields: dict[str, Any]) -> Article:
    return Article(**{**fields, "text": fields["text"] or "", "title": fields["title"] or ""})


def _stub(record: StatementRecord, identity: str) -> Article:
    try:
        return Article(
            id=identity,
            text="",
            title=record.title or "",
            url=record.url,
            published=record.published,
            publisher=record.publisher,
            source_id=record.id,
        )
    except ValueError:
        raise RecordError(f"published {record.published!r} is no ISO 8601 date; write 2020-06-11") from None
