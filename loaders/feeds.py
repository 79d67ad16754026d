"""News feeds: RSS and Atom of all versions, one article an item."""

import re
from collections.abc import Iterator
from typing import Any

from kg.errors import KgError, SourceError
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.child import apart
from loaders.failure import failure_of
from loaders.head import Head
from loaders.kinds import Content
from loaders.outline import text_of
from loaders.published import iso_date
from loaders.source import Opened

ENDINGS = (".rss", ".atom", ".rdf")

LARGEST = 32 * 1024 * 1024
"""Bytes of a feed."""

_ROOT = re.compile(
    r"(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|\s)*<(?:\w+:)?(?:rss|feed|rdf)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed)\b|rss/1\.0|rss/0\.9|my\.netscape\.com/rdf", re.IGNORECASE)

Record = dict[str, str]


def recognises(head: Head) -> bool:
    """Whether its first element is that of a feed."""
    root = _ROOT.match(head.text or "")
    return root is not None and _FEED.search(root.group()) is not None


def read(document: Opened) -> Iterator[Content]:
    """An article an item, its full text where the feed has it, else the summary; a Failure for each that is none.

    Raises SourceError where there is no item.
    """
    data = document.whole(LARGEST)
    try:
        records = apart(records_of, data)
    except KgError as error:
        raise SourceError(f"{document.name}: {error}") from None
    if not records:
        raise SourceError(f"{document.name}: the feed has no items")
    for number, record in enumerate(records, 1):
        yield _article(record, f"{document.name}, item {number}")


def records_of(data: bytes) -> list[Record]:
    """The items of a feed as records of articles. It is given bytes: feedparser opens the files that a text names."""
    import io

    import feedparser

    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    of_feed = {"publisher": _plain(parsed.feed.get("title")), "language": str(parsed.feed.get("language") or "")}
    return [{**of_feed, **_record(entry)} for entry in parsed.entries]


def _record(entry: Any) -> Record:
    """What an item says, each only where it says it."""
    told = {
        "title": _plain(entry.get("title")),
        "text": _text(entry),
        "url": str(entry.get("link") or ""),
        "published": _date(str(entry.get("published") or entry.get("updated") or "")),
        "language": str(entry.get("language") or ""),
        "id": str(entry.get("id") or ""),
    }
    if told["url"].split(":")[0] not in ("http", "https"):
        told["url"] = ""
    if "://" in told["id"]:
        told["id"] = ""
    return {name: value for name, value in told.items() if value}


def _text(entry: Any) -> str:
    """The longest that the item has: feeds with full texts have summaries, too."""
    contents = [str(each.get("value") or "") for each in entry.get("content") or ()]
    return max((text_of(each) for each in (*contents, str(entry.get("summary") or ""))), key=len)


def _plain(markup: object) -> str:
    return " ".join(text_of(str(markup or "")).split())


def _date(stated: str) -> str:
    """A date that is none is none: the item is worth more than its date."""
    try:
        return iso_date(stated) if stated else ""
    except ValueError:
        return ""


def _article(record: Record, where: str) -> Content:
    try:
        return article_from_record({name: cleaned(value) for name, value in record.items()})
    except KgError as error:
        return failure_of(where, error)
