"""What a page states about itself: JSON-LD first, then OpenGraph, then other tags. Nothing is guessed."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from loaders.address import article_address
from loaders.characters import cleaned
from loaders.paragraphs import folded, is_prose
from loaders.published import iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(Article|Posting|Report|ReportageNewsArticle)$")
_SITE_SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{1,60}$")


@dataclass(frozen=True)
class Metadata:
    """Empty where the page does not say. `published` is ISO, `language` the page's own tag."""

    title: str = ""
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None


def metadata_of(page: "HtmlElement") -> Metadata:
    """The metadata of a parsed page."""
    linked = _linked_article(page)
    return Metadata(
        title=_first(_titles(page, linked)) or "",
        url=_first(_addresses(page, linked), article_address),
        published=_first(_dates(page, linked), _date),
        publisher=_first(_publishers(page, linked)),
        language=_first(_languages(page, linked)),
    )


def _titles(page: "HtmlElement", linked: dict[str, Any]) -> Iterator[Any]:
    yield linked.get("headline")
    yield from _meta(page, "og:title", "twitter:title")
    heading = _line(" ".join(h1.text_content() for h1 in page.findall(".//h1")))
    title = _line(page.findtext(".//head/title") or heading)
    yield heading if folded(heading) in folded(title) else _SITE_SUFFIX.sub("", title)
    yield title


def _addresses(page: "HtmlElement", linked: dict[str, Any]) -> Iterator[Any]:
    yield from page.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    yield from _meta(page, "og:url")
    main = linked.get("mainEntityOfPage")
    yield main.get("@id") if isinstance(main, dict) else main
    yield linked.get("url")


def _dates(page: "HtmlElement", linked: dict[str, Any]) -> Iterator[Any]:
    yield linked.get("datePublished")
    yield from _meta(page, "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date")
    yield from _meta(
        page, "date", "pubdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued"
    )
    yield from page.xpath("//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']")
    articles = page.findall(".//article")
    if len(articles) == 1:
        yield _time_above_text(articles[0])


def _time_above_text(article: "HtmlElement") -> str | None:
    """The time that stands with the headline: one within the text is that of some event."""
    for element in article.iter("time", "p"):
        if element.tag == "time":
            stated: str | None = element.get("datetime")
            return stated
        if is_prose(_line(element.text_content())):
            return None
    return None


def _publishers(page: "HtmlElement", linked: dict[str, Any]) -> Iterator[Any]:
    publisher = linked.get("publisher")
    yield publisher.get("name") if isinstance(publisher, dict) else publisher
    yield from _meta(page, "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")


def _languages(page: "HtmlElement", linked: dict[str, Any]) -> Iterator[Any]:
    yield linked.get("inLanguage")
    yield from page.xpath("/html/@lang | /html/@*[name()='xml:lang']")
    yield from _meta(page, "og:locale", "language", "dc.language")


def _first(values: Iterator[Any], check: Callable[[str], str | None] = lambda value: value) -> str | None:
    """The first value that is a string with words in it and passes the check."""
    for value in values:
        if isinstance(value, str) and (line := _line(value)) and (checked := check(line)):
            return checked
    return None


def _date(value: str) -> str | None:
    """A date that is none is no date: the next place of the page may hold one."""
    try:
        return iso_date(value)
    except ValueError:
        return None


def _line(text: str) -> str:
    return " ".join(cleaned(text).split())


def _meta(page: "HtmlElement", *names: str) -> Iterator[str]:
    """The contents of the page's meta tags of these names, in the order of the names."""
    stated: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        stated.setdefault(name.lower(), tag.get("content") or "")
    yield from (stated[name] for name in names if name in stated)


def _linked_article(page: "HtmlElement") -> dict[str, Any]:
    """The page's JSON-LD node that describes an article, empty where there is none or several that disagree."""
    found = [node for script in _scripts(page) for node in _nodes(script) if _is_article(node)]
    headlines = {str(node.get("headline")) for node in found}
    return found[0] if len(headlines) == 1 else {}


def _scripts(page: "HtmlElement") -> Iterator[Any]:
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD document, in a list or a graph."""
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in (graph if isinstance(graph, list) else [graph]) if isinstance(inner, dict))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))
