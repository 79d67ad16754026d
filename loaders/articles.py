"""Articles from records: fields by the names that articles have here."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from kg.errors import RecordError
from kg.model import Article
from loaders.address import web_address
from loaders.furniture import without_title
from loaders.language import language_of, primary
from loaders.published import iso_date

_FIRST_MOMENT, _LAST_MOMENT = 100_000_000, 10_000_000_000
"""Seconds since 1970 of 1973 and 2286: a smaller number is a year or a serial number."""


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article of a record with the fields id, url, title, text, published, publisher and language.

    The text is taken to be the body as it stands; only the title repeated above it is left out.
    Raises RecordError for a field of the wrong type, a date that is none, or a record without title and text.
    """
    title, text = _string(record, "title"), _string(record, "text")
    if not text and not title:
        raise RecordError("has neither title nor text; --map text=… says which field holds it")
    body = "\n\n".join(without_title(text.split("\n\n"), title)) if title else text
    return Article.read(
        body,
        title=title,
        url=_checked(record, "url", web_address),
        published=_checked({"published": _moment(record.get("published"))}, "published", iso_date),
        publisher=_string(record, "publisher"),
        language=primary(_string(record, "language")) or language_of(text or title),
        source_id=_string(record, "id"),
    )


def _string(record: Mapping[str, Any], field: str) -> str:
    value = record.get(field)
    if field == "id" and isinstance(value, int):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise RecordError(f"{field} is {type(value).__name__}, not a string; put it in quotes")
    return (value or "").strip()


def _moment(value: Any) -> Any:
    """A number of seconds, or milliseconds, since 1970, as databases write dates; anything else as it is."""
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not _FIRST_MOMENT <= value < 1000 * _LAST_MOMENT
    ):
        return value
    return datetime.fromtimestamp(value / 1000 if value > _LAST_MOMENT else value, UTC).isoformat()


def _checked(record: Mapping[str, Any], field: str, check: Callable[[str], str]) -> str | None:
    value = _string(record, field)
    try:
        return check(value) if value else None
    except ValueError as error:
        raise RecordError(f"{field}: {error}") from None
