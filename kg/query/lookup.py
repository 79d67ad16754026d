"""Looks one thing of the graph up by id or name: an entity, a statement or an article, and what hangs on it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from kg.errors import QuestionError
from kg.model import Role
from kg.model.identity import canonical_url, digest, normalise_name
from kg.ontology import Ontology
from kg.store import Store, Table
from kg.store.shape import OF_STATEMENT

_PASSAGE = 240
"""Characters of context on either side of a quote, cut at the paragraph."""

_ROLES = "\n".join(f"OPTIONAL MATCH (s)-[:{name}]->({role.value}:Entity)" for role, name in OF_STATEMENT.items())
_ROLE_NAMES = ", ".join(f"{role.value}.name AS {role.value}" for role in Role)
_QUALIFIERS = """s.status AS status, s.certainty AS certainty, s.condition AS condition, s.exception AS exception,
  s.scope AS scope, s.since AS since, s.until AS until, s.duration AS duration"""

_ENTITY = "MATCH (e:Entity {id: $id}) RETURN e.id AS id, e.name AS name, e.kind AS kind, e.wikidata AS wikidata"
_POSITIONS = f"""
MATCH (:Entity {{id: $id}})<-[r]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
WITH DISTINCT s
{_ROLES}
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
RETURN s.id AS statement, s.action AS action, {_ROLE_NAMES}, {_QUALIFIERS},
  q.text AS quote, q.start AS start, q.verified AS verified,
  a.title AS title, a.published AS published, a.publisher AS publisher, a.url AS url
ORDER BY published DESC, title, start, statement"""

_STATEMENT = f"""
MATCH (s:Statement {{id: $id}})
{_ROLES}
RETURN s.id AS id, s.action AS action, {_ROLE_NAMES}, {_QUALIFIERS},
  s.confidence AS confidence, s.extractor AS extractor, s.review AS review"""
_QUOTES = """
MATCH (:Statement {id: $id})-[q:QUOTES]->(a:Article)
RETURN q.text AS quote, q.start AS start, q.end AS end, q.verified AS verified,
  a.id AS article, a.title AS title, a.published AS published, a.publisher AS publisher, a.url AS url, a.text AS text
ORDER BY start, quote"""

_ARTICLE = """
MATCH (a:Article {id: $id})
OPTIONAL MATCH (a)-[:COPY_OF]->(original:Article)
RETURN a.id AS id, a.title AS title, a.published AS published, a.publisher AS publisher, a.url AS url,
  a.language AS language, a.source_id AS source_id, a.collection AS collection, size(a.text) AS characters,
  original.id AS copy_of"""
_TITLED = "MATCH (a:Article) WHERE a.title = $title RETURN a.id AS id ORDER BY id LIMIT 10"
_SAID_IN = f"""
MATCH (a:Article {{id: $id}})<-[q:QUOTES]-(s:Statement)
{_ROLES}
RETURN s.id AS statement, s.action AS action, {_ROLE_NAMES}, {_QUALIFIERS},
  q.text AS quote, q.start AS start, q.verified AS verified
ORDER BY start, statement"""


@dataclass(frozen=True)
class View:
    """One thing: `fields` say what it is, `parts` names the list that hangs on it, and `table` is that list."""

    kind: str
    fields: dict[str, Any]
    parts: str
    table: Table

    def record(self) -> dict[str, Any]:
        """All of it as one JSON-ready object."""
        return {"kind_of_thing": self.kind, **self.fields, self.parts: self.table.records()}


def look_up(store: Store, ontology: Ontology, what: str, collection: str | None = None) -> View:
    """The thing that `what` names: an id, an entity's name or alias, an article's address or title.

    Of an entity only what articles of the collection say, where one is named. Raises QuestionError with the nearest
    names where there is none.
    """
    if view := _statement(store, what) or _article(store, what) or _entity(store, ontology, what, collection):
        return view
    near = _nearest(what, _names(store))
    hint = f"did you mean {', '.join(near)}?" if near else "`kg query sources` lists the articles"
    raise QuestionError(f"the graph has nothing named {what!r}; {hint}")


def article_id(store: Store, what: str) -> str:
    """The id of the article of that id, address or title. Raises QuestionError where there is none."""
    ids = _article_ids(store, what)
    if len(ids) > 1:
        raise QuestionError(f"several articles have the title {what!r}; name one by its id: {', '.join(ids)}")
    if not ids or not store.query(_ARTICLE, {"id": ids[0]}).rows:
        raise QuestionError(f"the graph has no article {what!r}; `kg query sources` lists the articles")
    return ids[0]


def _statement(store: Store, what: str) -> View | None:
    if not re.fullmatch(r"s-[0-9a-f]{20}", what):
        return None
    found = store.query(_STATEMENT, {"id": what}).records()
    if not found:
        return None
    quotes = [_with_passage(quote) for quote in store.query(_QUOTES, {"id": what}).records()]
    return View("statement", found[0], "quotes", _table(quotes))


def _article(store: Store, what: str) -> View | None:
    identity = next(iter(_article_ids(store, what)), None)
    found = store.query(_ARTICLE, {"id": identity}).records() if identity else []
    if not found:
        return None
    return View("article", found[0], "statements", store.query(_SAID_IN, {"id": identity}))


def _article_ids(store: Store, what: str) -> list[str]:
    """The id that an id or an address is, or those of the articles with that title."""
    if re.fullmatch(r"a-[0-9a-f]{20}", what):
        return [what]
    if "://" in what:
        try:
            return [digest("a", canonical_url(what))]
        except ValueError:  # an address that is none names no article
            return []
    return [str(key) for (key,) in store.query(_TITLED, {"title": what}).rows]


def _entity(store: Store, ontology: Ontology, what: str, collection: str | None) -> View | None:
    for identity in _entity_ids(store, ontology, what):
        if found := store.query(_ENTITY, {"id": identity}).records():
            said = store.query(_POSITIONS, {"id": identity, "collection": collection})
            return View("entity", found[0], "statements", said)
    return None


def known_entity(store: Store, ontology: Ontology, what: str) -> str:
    """The id of an entity of the graph, by id, name or alias. Raises QuestionError with the nearest names."""
    for identity in _entity_ids(store, ontology, what):
        if store.query(_ENTITY, {"id": identity}).rows:
            return identity
    near = " or ".join(_nearest(what, _names(store)))
    hint = f"did you mean {near}?" if near else "`kg query sources` lists the articles"
    raise QuestionError(f"the graph has no entity {what!r}; {hint}")


def _entity_ids(store: Store, ontology: Ontology, what: str) -> Iterable[str]:
    yield what
    concept = ontology.named(what)
    if concept:
        yield concept.slug
    named = "MATCH (e:Entity) WHERE toLower(e.name) = toLower($name) RETURN e.id AS id ORDER BY id"
    yield from (str(row[0]) for row in store.query(named, {"name": what}).rows)


def _with_passage(quote: dict[str, Any]) -> dict[str, Any]:
    """The quote with the words around it in place of the whole text."""
    text, start, end = quote.pop("text") or "", quote["start"], quote["end"]
    if start is None or not text:
        return {**quote, "before": "", "after": ""}
    first = max(text.rfind("\n", 0, start) + 1, start - _PASSAGE)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _PASSAGE)
    return {**quote, "before": text[first:start], "after": text[end:last]}


def _table(records: Sequence[dict[str, Any]]) -> Table:
    columns = tuple(records[0]) if records else ()
    return Table(columns=columns, rows=tuple(tuple(record[name] for name in columns) for record in records))


def _names(store: Store) -> list[str]:
    return [str(row[0]) for row in store.query("MATCH (e:Entity) RETURN DISTINCT e.name AS name ORDER BY name").rows]


def _nearest(what: str, names: Iterable[str]) -> list[str]:
    by_form = {normalise_name(name): name for name in names}
    wanted = normalise_name(what)
    close = get_close_matches(wanted, by_form, n=3, cutoff=0.6) or [
        form for form in by_form if wanted and wanted in form
    ]
    return [by_form[form] for form in close[:3]]
