"""Plain text and Markdown, clean or scraped with what stood around it."""

from collections.abc import Iterator

from kg.errors import RecordError, SourceError
from kg.model import Article
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.encoding import decode
from loaders.fields import Fields, as_article
from loaders.frontmatter import split
from loaders.furniture import content, without_title
from loaders.head import Head
from loaders.paragraphs import paragraphs
from loaders.source import Opened

ENDINGS = (".txt", ".text", ".md", ".markdown")

LARGEST = 4 * 1024 * 1024
"""Bytes of a text file."""


def recognises(head: Head) -> bool:
    """Never: any text could be an article, so the name decides."""
    return False


def read(document: Opened) -> Iterator[Article]:
    """The one article of a text file. Raises SourceError where it is none."""
    data = document.whole(LARGEST)
    try:
        yield article_from_text(decode(data), document.source.stem, document.settings.fields)
    except (SourceError, RecordError) as error:
        raise SourceError(f"{document.name}: {error}") from None


def article_from_text(text: str, source_id: str | None = None, fields: Fields = ()) -> Article:
    """The article in a text, its page furniture left out; what front matter states of it is believed.

    Raises SourceError where no word remains, RecordError where the front matter holds a date or address that is none.
    """
    stated, below = split(cleaned(text))
    known = as_article(stated, fields)
    title, body = content(paragraphs(below))
    if known.get("title"):
        body = without_title([title, *body] if title else body, known["title"])
    whole = "\n\n".join(body)
    if not any(char.isalnum() for char in whole or title):
        raise SourceError("holds no words; give the article's text")
    return article_from_record({"title": title, "id": cleaned(source_id or ""), **known, "text": whole})
