"""`kg refresh`: stored articles are read again where today's ontology, model or extractor is another than theirs."""

from collections import deque
from collections.abc import Callable, Iterator

from kg.errors import StoreUnavailableError
from kg.extract.protocol import Extractor
from kg.model import Article, Reading
from kg.pipeline.readers import Pending, open_readers
from kg.pipeline.reading import Broken, Read, is_known
from kg.pipeline.report import Failed, LoadStoppedError, Report, Stage
from kg.store import Store
from loaders.coded import READ_WITH

ARTICLES_A_BATCH = 20
IDS_A_SCAN = 10_000

_OTHERWISE = f"""
MATCH (a:Article)
WHERE a.text <> '' AND a.id > $after AND a.read_with <> $read_with AND NOT a.read_with STARTS WITH '{READ_WITH}'"""
_COUNT = f"{_OTHERWISE} RETURN count(a) AS n"
_IDS = f"{_OTHERWISE} RETURN a.id AS id ORDER BY id LIMIT $size"
_ARTICLES = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN " + ", ".join(
    f"a.{name} AS {name}" for name in Article.model_fields
)


def outdated(store: Store, extractor: Extractor) -> int:
    """How many articles another ontology, model or extractor has read; those of tables are not read at all."""
    return int(store.query(_COUNT, {"after": "", "read_with": extractor.fingerprint}).rows[0][0])


def refresh(
    store: Store, extractor: Extractor, *, jobs: int = 1, on_progress: Callable[[Report], None] = lambda report: None
) -> Report:
    """Reads them again; what people coded stays, and the graph is then that of a fresh load.

    It can be stopped and run again. Raises LoadStoppedError where the store gives way.
    """
    total = Report()
    with open_readers(extractor, jobs) as readers:
        waiting = deque[Pending]()
        for articles in _articles(store, extractor.fingerprint):
            waiting.append(readers.submit(articles))
            if len(waiting) >= readers.window:
                total = _added(store, extractor, waiting.popleft()(), total)
                on_progress(total)
        for pending in waiting:
            total = _added(store, extractor, pending(), total)
            on_progress(total)
    return total


def _added(store: Store, extractor: Extractor, read: tuple[Read, ...], total: Report) -> Report:
    readings = [each for each in read if isinstance(each, Reading)]
    try:
        added = store.add(readings)
    except StoreUnavailableError as error:
        raise LoadStoppedError(total, error) from error
    unread = sum(not is_known(extractor, each.article) for each in readings)
    return total + Report(added.articles, added.statements, unread=unread, failures=tuple(_broken(read)))


def _broken(read: tuple[Read, ...]) -> Iterator[Failed]:
    for each in read:
        if isinstance(each, Broken):
            article = each.article
            yield Failed(article.url or article.title or article.id, each.reason, article.id, Stage.EXTRACT)


def _articles(store: Store, read_with: str) -> Iterator[list[Article]]:
    """The outdated articles in the order of their ids, which stays as they are brought up to date."""
    after = ""
    while ids := [str(row[0]) for row in store.query(_IDS, _page(after, read_with)).rows]:
        for start in range(0, len(ids), ARTICLES_A_BATCH):
            yield _stored(store, ids[start : start + ARTICLES_A_BATCH])
        after = ids[-1]


def _page(after: str, read_with: str) -> dict[str, str | int]:
    return {"after": after, "read_with": read_with, "size": IDS_A_SCAN}


def _stored(store: Store, ids: list[str]) -> list[Article]:
    rows = store.query(_ARTICLES, {"ids": ids}).records()
    return [Article(**{**row, "title": row["title"] or ""}) for row in rows]
