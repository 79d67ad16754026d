"""Plain text and Markdown, clean or scraped with what stood around it."""

from collections.abc import Iterator

from kg.errors import SourceError
from kg.model import Article
from loaders.characters import cleaned
from loaders.encoding import decode
from loaders.furniture import content
from loaders.head import Head
from loaders.language import language_of
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
        yield article_from_text(decode(data), document.source.stem)
    except SourceError as error:
        raise SourceError(f"{document.name}: {error}") from None


def article_from_text(text: str, source_id: str | None = None) -> Article:
    """The article in a text, its page furniture left out. Raises SourceError where no word remains."""
    title, body = content(paragraphs(cleaned(text)))
    whole = "\n\n".join(body)
    if not any(char.isalnum() for char in whole or title):
        raise SourceError("holds no words; give the article's text")
    return Article.read(whole, title=title, language=language_of(whole or title), source_id=cleaned(source_id or ""))
