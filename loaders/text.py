"""Plain text and Markdown, clean or scraped with what stood around it."""

from collections.abc import Iterator
from pathlib import Path

from kg.errors import SourceError
from kg.model import Article
from loaders.characters import cleaned
from loaders.encoding import decode
from loaders.files import read_whole, shown
from loaders.furniture import content
from loaders.language import language_of
from loaders.paragraphs import paragraphs

LARGEST = 4 * 1024 * 1024
"""Bytes of a text file."""


def read_text(path: Path) -> Iterator[Article]:
    """The one article of a text file. Raises SourceError where it is none."""
    data = read_whole(path, LARGEST)
    try:
        yield article_from_text(decode(data), path.stem)
    except SourceError as error:
        raise SourceError(f"{shown(path)}: {error}") from None


def article_from_text(text: str, source_id: str | None = None) -> Article:
    """The article in a text, its page furniture left out. Raises SourceError where no word remains."""
    title, body = content(paragraphs(cleaned(text)))
    whole = "\n\n".join(body)
    if not any(char.isalnum() for char in whole or title):
        raise SourceError("holds no words; give the article's text")
    return Article.read(whole, title=title, language=language_of(whole or title), source_id=cleaned(source_id or ""))
