"""Articles and statements as they were added, read back from a store: what `kg store copy` hands to another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Any

from pydantic import ValidationError

from kg.errors import StoreError
from kg.model import Article, Entity, Filler, Quote, Reading, Span, Statement
from kg.model.complaint import complaint
from kg.model.reading import apart
from kg.store.shape import OF_STATEMENT
from kg.store.store import Store
from kg.store.writing.statements import PROPERTIES

ARTICLES_A_PAGE = 100
IDS_A_SCAN = 50_000
"""The embedded store goes through all articles for every ordered page of ids, so these are fetched by the many."""

_ARTICLE_FIELDS = tuple(Article.model_fields)
_STATEMENT_FIELDS = tuple(name for name in PROPERTIES if name != "id")
_IDS = "MATCH (a:Article) WHERE a.id > $after RETURN a.id AS id ORDER BY id LIMIT $size"
_ARTICLES = f"""
UNWIND $ids AS id
MATCH (a:Article {{id: id}})
RETURN a.read_with AS read_with, {", ".join(f"a.{name} AS {name}" for name in _ARTICLE_FIELDS)}"""
_STATEMENTS = f"""
UNWIND $ids AS id
MATCH (:Article {{id: id}})<-[:QUOTES]-(s:Statement)
RETURN DISTINCT id AS article, s.id AS id, {", ".join(f"s.{name} AS {name}" for name in _STATEMENT_FIELDS)}
ORDER BY article, id"""
_QUOTES = """
UNWIND $ids AS id
MATCH (:Article {id: id})<-[q:QUOTES]-(s:Statement)
RETURN s.id AS statement, q.text AS text, q.start AS start, q.end AS end
ORDER BY statement, start, text"""
_ROLES = f"""
UNWIND $ids AS id
MATCH (s:Statement {{id: id}})-[r:{"|".join(OF_STATEMENT.values())}]->(e:Entity)
RETURN s.id AS statement, type(r) AS type, r.written AS written, e.id AS id, coalesce(r.name, e.name) AS name,
  coalesce(r.kind, e.kind) AS kind, coalesce(r.collective, e.collective) AS collective, e.wikidata AS wikidata"""

_ROLE_OF = {kind: role for role, kind in OF_STATEMENT.items()}
_Rows = Mapping[str, Sequence[dict[str, Any]]]


def pages(store: Store) -> Iterator[list[Reading]]:
    """All readings of a store, a page of articles at a time, in the order of their ids.

    What people coded is a reading of its own, as it was when it came. Raises StoreError for a statement whose id is
    not that of what it says: somebody changed it past us.
    """
    for ids in _ids(store):
        for start in range(0, len(ids), ARTICLES_A_PAGE):
            yield _page(store, ids[start : start + ARTICLES_A_PAGE])


def _page(store: Store, ids: Sequence[str]) -> list[Reading]:
    try:
        return list(chain.from_iterable(_with_statements(store, ids)))
    except StoreError:  # where somebody loads meanwhile, parts of a page may be older than others
        return list(chain.from_iterable(_with_statements(store, ids)))


def _ids(store: Store) -> Iterator[list[str]]:
    after = ""
    while rows := store.query(_IDS, {"after": after, "size": IDS_A_SCAN}).rows:
        yield [str(key) for (key,) in rows]
        after = str(rows[-1][0])


def _with_statements(store: Store, ids: Sequence[str]) -> Iterator[list[Reading]]:
    articles = {row["id"]: row for row in store.query(_ARTICLES, {"ids": list(ids)}).records()}
    stated = store.query(_STATEMENTS, {"ids": list(ids)}).records()
    quotes = _grouped(store.query(_QUOTES, {"ids": list(ids)}).records(), "statement")
    roles = _grouped(store.query(_ROLES, {"ids": [row["id"] for row in stated]}).records(), "statement")
    statements = _grouped(stated, "article")
    for row in (articles[key] for key in ids if key in articles):
        article = Article(**{"text": "", **{name: row[name] for name in _ARTICLE_FIELDS if row[name] is not None}})
        told = [_statement(each, quotes, roles) for each in statements.get(article.id, ())]
        yield apart(article, row["read_with"] or "", told)


def _statement(row: Mapping[str, Any], quotes: _Rows, roles: _Rows) -> Statement:
    try:
        statement = _validated(row, quotes, roles)
    except ValidationError as error:
        raise StoreError(
            f"statement {row['id']} was changed by hand and is none any more: {complaint(error)}"
        ) from None
    if statement.id != row["id"]:
        raise StoreError(f"statement {row['id']} was changed by hand; correct it in its source and load that again")
    return statement


def _validated(row: Mapping[str, Any], quotes: _Rows, roles: _Rows) -> Statement:
    fields = {name: row[name] for name in _STATEMENT_FIELDS if row[name] is not None}
    fillers = {_ROLE_OF[each["type"]].value: _filler(each) for each in roles.get(row["id"], ())}
    told = tuple(_quote(each) for each in quotes.get(row["id"], ()))
    return Statement.model_validate({"article": row["article"], "quotes": told, **fields, **fillers})


def _filler(row: Mapping[str, Any]) -> Filler:
    entity = Entity(
        id=row["id"], name=row["name"], kind=row["kind"], collective=row["collective"], wikidata=row["wikidata"]
    )
    return Filler(entity=entity, written=row["written"])


def _quote(row: Mapping[str, Any]) -> Quote:
    placed = None if row["start"] is None else Span(start=row["start"], end=row["end"])
    return Quote(text=row["text"], span=placed)


def _grouped(rows: Sequence[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    ordered = sorted(rows, key=lambda row: str(row[key]))
    return {value: list(group) for value, group in groupby(ordered, lambda row: str(row[key]))}
