"""Saved web pages: the article's own words, and what the page states about it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.model import Article
from loaders.characters import cleaned
from loaders.child import apart
from loaders.encoding import decode
from loaders.furniture import without_furniture, without_title
from loaders.head import SIZE, Head
from loaders.language import language_of
from loaders.metadata import Metadata, metadata_of
from loaders.outline import paragraphs_of
from loaders.paragraphs import is_prose
from loaders.source import Opened

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENDINGS = (".html", ".htm", ".xhtml")

LARGEST = 16 * 1024 * 1024
"""Bytes of a page; the largest saved articles, with pictures in them, are a third of it."""

MOST_PARAGRAPHS = 20_000
"""Beyond this trafilatura, whose time grows with the square, takes minutes."""

_PAGE = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = r"x0*(?:[0-8bcef]|1[0-9a-f]|7f)|0*(?:[0-8]|1[124-9]|2\d|3[01]|127)"
_CONTROL_REFERENCE = re.compile(rf"&#(?:{_CONTROL})(?:;|(?!\w))", re.IGNORECASE)
_OVERSIZED_TAG = re.compile(r"<[a-zA-Z][^<>]{50000,}>?")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_NOT_BODY = ["//figcaption", "//aside", "//dialog", "//*[@role='dialog']", "//form[count(.//p) < 4]"]


def recognises(head: Head) -> bool:
    """Whether it begins with a tag of a page."""
    return _PAGE.match(head.text or "") is not None


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a page does."""
    return recognises(Head(data[:SIZE]))


def read(document: Opened) -> Iterator[Article]:
    """The one article of a saved page. Raises SourceError where it has no body text."""
    try:
        yield page_article(document.whole(LARGEST), None, document.source.stem)
    except SourceError as error:
        raise SourceError(f"{document.name}: {str(error).removeprefix(f'{document.name}: ')}") from None


def page_article(data: bytes, charset: str | None = None, source_id: str | None = None) -> Article:
    """The article of a page as bytes; `charset` is what its server said of them.

    Parsed in a process that can be killed, since some pages take parsers forever. Raises SourceError where there is no
    body text, or where it takes too long.
    """
    declared = _CHARSET.search(data[:4096])
    said = charset or (declared.group(1).decode() if declared else None)
    return apart(article_from_page, decode(data, said), source_id)


def article_from_page(page: str, source_id: str | None = None) -> Article:
    """The article in the HTML of a page. Raises SourceError where it has no body text."""
    html = _digestible(page)
    tree = _parsed(html)
    stated = metadata_of(tree) if tree is not None else Metadata()
    body = _own(_extracted(html, tree), stated.title) or _own(_outlined(html), stated.title)
    if not body or not (stated.title or any(is_prose(paragraph) for paragraph in body)):
        raise SourceError("the page has no body text; save the article's page itself, as it shows in the browser")
    text = "\n\n".join(body)
    return Article.read(
        text,
        title=stated.title,
        url=stated.url,
        published=stated.published,
        publisher=stated.publisher,
        language=language_of(text, stated.language),
        source_id=cleaned(source_id or ""),
    )


def _digestible(page: str) -> str:
    """The page without what makes parsers give up: control references, tags of thousands of attributes."""
    return _OVERSIZED_TAG.sub("", _CONTROL_REFERENCE.sub("", _XML_DECLARATION.sub("", cleaned(page))))


def _parsed(html: str) -> "HtmlElement | None":
    from trafilatura import load_html

    return load_html(html)


def _own(paragraphs: list[str], title: str) -> list[str]:
    """The article's own paragraphs, none where there is not a word."""
    own = without_title(without_furniture(paragraphs), title)
    return own if any(char.isalpha() for paragraph in own for char in paragraph) else []


def _extracted(html: str, tree: "HtmlElement | None") -> list[str]:
    from trafilatura import bare_extraction

    if tree is None or html.count("<p") > MOST_PARAGRAPHS:
        return []
    document = bare_extraction(tree, include_comments=False, favor_precision=True, prune_xpath=_NOT_BODY)
    text = getattr(document, "text", None) or ""
    return [line.strip() for line in cleaned(text).split("\n") if line.strip()]


def _outlined(html: str) -> list[str]:
    """The page's bare outline, where it has prose: a page of links alone is no article."""
    outline = paragraphs_of(html)
    return outline if any(is_prose(paragraph) for paragraph in outline) else []
