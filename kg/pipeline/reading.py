"""Articles become readings. This is the one place where an article that fails is set aside from its batch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.errors import KgError
from kg.extract.protocol import Extractor
from kg.model import Article, Reading


@dataclass(frozen=True)
class Broken:
    """An article that could not be read, and why."""

    article: Article
    reason: str


Read = Reading | Broken


def read(extractor: Extractor, articles: Sequence[Article]) -> tuple[Read, ...]:
    """Each of the articles with its statements, in order; together, and where that fails one by one.

    An article in a language that the extractor does not know has none.
    """
    known = [article for article in articles if is_known(extractor, article)]
    readings = dict(zip((article.id for article in known), _together(extractor, known), strict=True))
    return tuple(readings.get(each.id) or Reading(article=each, read_with=extractor.fingerprint) for each in articles)


def is_known(extractor: Extractor, article: Article) -> bool:
    """Whether the extractor knows the article's language; one that nobody could tell is taken for known."""
    return article.language is None or article.language in extractor.languages


def _together(extractor: Extractor, articles: Sequence[Article]) -> list[Read]:
    try:
        return list(_readings(extractor, articles))
    except Exception as error:  # noqa: BLE001 - whatever an article does to a reader must not cost the others
        if len(articles) == 1:
            return [Broken(articles[0], _said(error))]
    return [one for article in articles for one in _together(extractor, [article])]


def _readings(extractor: Extractor, articles: Sequence[Article]) -> Iterator[Reading]:
    for article, statements in extractor.read_all(articles):
        yield Reading(article=article, statements=statements, read_with=extractor.fingerprint)


def _said(error: Exception) -> str:
    if isinstance(error, KgError):
        return str(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"the reader broke on it ({what}); please report it with the article"
