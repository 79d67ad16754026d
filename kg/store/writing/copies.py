"""Which articles are copies of others, kept up as articles come, change and go.

An article is like others from a threshold on. Its *elder* is the first published of those that are like it and came
before it (undated ones last, ties by id); the end of the chain of elders is its original, which COPY_OF points at. All
of that depends on the articles that are stored and on nothing else, in whatever order they came.

A `Signature` node an article holds the bands that find which texts may be alike, and the elder. Texts are compared, not
articles: however often one is republished, it is compared once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from kg.model import Article
from kg.model.position import instant
from kg.resolve.copies import THRESHOLD, Shingles, bands, likeness, shingles
from kg.store.backend import Session
from kg.store.shape import BAND_NAMES
from kg.store.writing.rows import write_rows

_SIGN = "UNWIND $rows AS row MERGE (s:Signature {id: row.id}) SET s += row"
_FORGET = "UNWIND $ids AS id MATCH (s:Signature {id: id}) DELETE s"
_SHARING = "UNWIND $bands AS band MATCH (s:Signature {{{name}: band}}) RETURN band, collect(DISTINCT s.text) AS texts"
_FACT = "RETURN s.id AS id, s.published AS published, s.text AS text, s.elder AS elder"
_FACTS = f"UNWIND $ids AS id MATCH (s:Signature {{id: id}}) {_FACT}"
_MEMBERS = f"UNWIND $texts AS text MATCH (s:Signature {{text: text}}) {_FACT}"
_BANDS = f"""
UNWIND $ids AS id MATCH (s:Signature {{id: id}})
RETURN s.text AS text, {", ".join(f"s.{name}" for name in BAND_NAMES)}"""
_TEXTS = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.text_hash AS hash, a.text AS text"
_ONE_OF_EACH = "UNWIND $texts AS text MATCH (s:Signature {text: text}) RETURN text, min(s.id) AS id"
_YOUNGER = f"UNWIND $ids AS id MATCH (s:Signature {{elder: id}}) {_FACT}"
_ADOPT = "UNWIND $rows AS row MATCH (s:Signature {id: row.id}) SET s.elder = row.elder"
_ORPHAN = "UNWIND $ids AS id MATCH (s:Signature {id: id}) REMOVE s.elder"
_POINTING = """
UNWIND $ids AS id MATCH (:Article {id: id})-[:COPY_OF]->(o:Article) RETURN id, o.id AS original"""
_UNPOINT = "UNWIND $ids AS id MATCH (:Article {id: id})-[r:COPY_OF]->(:Article) DELETE r"
_POINT = """
UNWIND $rows AS row
MATCH (copy:Article {id: row.id}) MATCH (original:Article {id: row.original})
CREATE (copy)-[:COPY_OF]->(original)"""


@dataclass(frozen=True)
class Origin:
    """Where a text was published first, and when; an article that copies nobody is its own origin."""

    id: str
    published: str | None


_Age = tuple[bool, str, str]


@dataclass(frozen=True)
class _Fact:
    """What is known of a stored article. `text` is the hash of its text."""

    id: str
    published: str | None
    text: str
    elder: str | None

    @cached_property
    def age(self) -> _Age:
        """Sorts the first published first."""
        moment = instant(self.published).isoformat() if self.published else ""
        return self.published is None, moment, self.id


_Facts = dict[str, _Fact]


def sign(session: Session, articles: Iterable[Article]) -> None:
    """Writes the signatures of articles that have come or changed; one without words gets none."""
    signed = [(article, bands(article.text)) for article in sorted(articles, key=lambda each: each.id)]
    write_rows(session, _SIGN, [_signature(article, found) for article, found in signed if found])
    if wordless := [article.id for article, found in signed if not found]:
        session.run(_FORGET, {"ids": wordless})
        session.run(_UNPOINT, {"ids": wordless})


def settle(session: Session, changed: Iterable[str]) -> dict[str, Origin]:
    """Brings elders and COPY_OF to what they are now that these articles are new, or have another text or date.

    Gives the origin of these and of every article whose origin may have changed with them.
    """
    ids = sorted(changed)
    unsure = {**_facts(session, _FACTS, "ids", ids), **_facts(session, _YOUNGER, "ids", ids)}
    near = _sharing(session, unsure)
    members = _facts(session, _MEMBERS, "texts", sorted({text for others in near.values() for text in others}))
    elders = _elders(session, unsure, members, near)
    moved = {key: elder for key, elder in elders.items() if elder != (unsure.get(key) or members[key]).elder}
    _adopt(session, moved)
    return _point(session, {*ids, *moved})


def leave(session: Session, ids: Sequence[str]) -> list[str]:
    """Takes the signatures of articles that go; gives those that had one of them for an elder."""
    orphans = sorted(_facts(session, _YOUNGER, "ids", ids).keys() - set(ids))
    session.run(_FORGET, {"ids": list(ids)})
    return orphans


def _signature(article: Article, found: Sequence[str]) -> dict[str, str | None]:
    own = {"id": article.id, "published": article.published, "text": article.text_hash}
    return {**own, **dict(zip(BAND_NAMES, found, strict=True))}


def _facts(session: Session, cypher: str, name: str, values: Sequence[str]) -> _Facts:
    rows = session.run(cypher, {name: list(values)}).records() if values else ()
    return {row["id"]: _Fact(**row) for row in rows}


def _sharing(session: Session, facts: _Facts) -> dict[str, set[str]]:
    """For the text of each article those that share a band with it, itself included."""
    one_of_each = sorted({fact.text: fact.id for fact in facts.values()}.values())
    signed = session.run(_BANDS, {"ids": one_of_each}).rows if one_of_each else ()
    near = {str(text): {str(text)} for text, *_ in signed}
    for place, name in enumerate(BAND_NAMES, 1):
        having: dict[str, list[str]] = {}
        for row in signed:
            having.setdefault(row[place], []).append(row[0])
        found = session.run(_SHARING.format(name=name), {"bands": sorted(having)}).rows if having else ()
        for band, others in found:
            for text in having[band]:
                near[text].update(others)
    return near


class _Texts:
    """Texts by their hashes, fetched and compared when somebody wants to know, and each pair once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shingles: dict[str, Shingles] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def fetch(self, texts: Iterable[str]) -> None:
        """Cut these into shingles at once, since each journey to the store takes its time."""
        wanted = sorted(set(texts) - self._shingles.keys())
        if wanted:
            ids = [key for _, key in self._session.run(_ONE_OF_EACH, {"texts": wanted}).rows]
            self._shingles |= {key: shingles(text) for key, text in self._session.run(_TEXTS, {"ids": ids}).rows}

    def are_alike(self, one: str, other: str) -> bool:
        """Whether two texts are nearly the same."""
        if one == other:
            return True
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            self.fetch(pair)
            self._known[pair] = likeness(self._shingles[one], self._shingles[other]) >= THRESHOLD
        return self._known[pair]


def _elders(
    session: Session, unsure: _Facts, members: _Facts, near: Mapping[str, Collection[str]]
) -> dict[str, str | None]:
    """The elder of each article that may have got another: of the unsure from scratch, of others where one is older."""
    beside = _beside(members, near)
    texts = _Texts(session)
    texts.fetch(text for key, others in near.items() if len(others) > 1 for text in (key, beside[key][0].text))
    elders = {key: _elder(fact, beside[fact.text], texts) for key, fact in unsure.items()}
    others = {text: [each for each in found if each.id not in unsure] for text, found in beside.items()}
    bounds = _bounds(session, members, others)
    for new in sorted(unsure.values(), key=lambda each: each.age):
        for other in others[new.text] if new.age < bounds.latest(new.text) else ():
            if other.id not in elders and new.age < bounds.of[other.id] and texts.are_alike(new.text, other.text):
                elders[other.id] = new.id
    return elders


def _beside(members: _Facts, near: Mapping[str, Collection[str]]) -> dict[str, list[_Fact]]:
    """For each text the articles that have it, or one that shares a band with it, the oldest first."""
    having: dict[str, list[_Fact]] = {}
    for fact in members.values():
        having.setdefault(fact.text, []).append(fact)
    return {
        text: sorted((fact for other in others for fact in having[other]), key=lambda each: each.age)
        for text, others in near.items()
    }


def _elder(fact: _Fact, beside: Sequence[_Fact], texts: _Texts) -> str | None:
    older = takewhile(lambda other: other.age < fact.age, beside)
    return next((other.id for other in older if texts.are_alike(fact.text, other.text)), None)


@dataclass(frozen=True)
class _Bounds:
    """How old an article must be to become the elder of another: older than this one and than the elder it has."""

    of: Mapping[str, _Age]
    by_text: Mapping[str, _Age]

    def latest(self, text: str) -> _Age:
        """Who is not older than this becomes nobody's elder beside a text."""
        return self.by_text.get(text, (False, "", ""))


def _bounds(session: Session, members: _Facts, others: Mapping[str, Sequence[_Fact]]) -> _Bounds:
    facts = {each.id: each for found in others.values() for each in found}
    ages = _ages(session, members, {each.elder for each in facts.values() if each.elder})
    of = {key: min(fact.age, ages[fact.elder]) if fact.elder else fact.age for key, fact in facts.items()}
    return _Bounds(of, {text: max(of[each.id] for each in found) for text, found in others.items() if found})


def _ages(session: Session, known: _Facts, ids: Collection[str]) -> dict[str, _Age]:
    facts = {**known, **_facts(session, _FACTS, "ids", sorted(set(ids) - known.keys()))}
    return {key: facts[key].age for key in ids}


def _adopt(session: Session, elders: Mapping[str, str | None]) -> None:
    orphans = sorted(key for key, elder in elders.items() if elder is None)
    if orphans:
        session.run(_ORPHAN, {"ids": orphans})
    write_rows(session, _ADOPT, [{"id": key, "elder": elder} for key, elder in sorted(elders.items()) if elder])


def _point(session: Session, ids: Collection[str]) -> dict[str, Origin]:
    """Points these articles, and all whose elders they are, at their originals."""
    facts, fresh = _facts(session, _FACTS, "ids", sorted(ids)), sorted(ids)
    while younger := _facts(session, _YOUNGER, "ids", fresh):
        fresh = sorted(younger.keys() - facts.keys())
        facts |= younger
    dependent = sorted(facts)
    while missing := {fact.elder for fact in facts.values() if fact.elder} - facts.keys():
        facts |= _facts(session, _FACTS, "ids", sorted(each for each in missing if each))
    origins = {key: _original(facts, key) for key in dependent}
    _write_edges(session, {key: None if origin.id == key else origin.id for key, origin in origins.items()})
    return {key: Origin(origin.id, origin.published) for key, origin in origins.items()}


def _original(facts: _Facts, key: str) -> _Fact:
    fact = facts[key]
    while fact.elder:
        fact = facts[fact.elder]
    return fact


def _write_edges(session: Session, wanted: Mapping[str, str | None]) -> None:
    rows = session.run(_POINTING, {"ids": sorted(wanted)}).rows if wanted else ()
    current: dict[str, str | None] = dict.fromkeys(wanted)
    current.update({str(key): str(original) for key, original in rows})
    changed = sorted(key for key, original in wanted.items() if current[key] != original)
    if gone := [key for key in changed if current[key]]:
        session.run(_UNPOINT, {"ids": gone})
    write_rows(session, _POINT, [{"id": key, "original": wanted[key]} for key in changed if wanted[key]])
