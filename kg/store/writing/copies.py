"""Which articles are copies of others, kept up as articles come, change and go.

An article is like others from a threshold on. Its *elder* is the first published of those that are like it and came
before it (undated ones last, ties by id); the end of the chain of elders is its original, which COPY_OF points at. All
of that depends on the articles that are stored and on nothing else, in whatever order they came.

A `Signature` node an article holds the bands that find which texts may be alike, and the elder. Texts are compared, not
articles: however often one is republished, it is compared once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Article
from kg.model.position import instant
from kg.resolve.copies import THRESHOLD, Shingles, bands, likeness, shingles
from kg.store.backend import Session
from kg.store.shape import BAND_NAMES
from kg.store.writing.rows import write_rows

_SIGN = "UNWIND $rows AS row MERGE (s:Signature {id: row.id}) SET s += row"
_FORGET = "UNWIND $ids AS id MATCH (s:Signature {id: id}) DELETE s"
_SHARING = "UNWIND $bands AS band MATCH (s:Signature {{{name}: band}}) RETURN DISTINCT band, s.text AS text"
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


@dataclass(frozen=True)
class _Fact:
    """What is known of a stored article. `text` is the hash of its text."""

    id: str
    published: str | None
    text: str
    elder: str | None

    @property
    def age(self) -> tuple[bool, str, str]:
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
    alike = _alike(session, unsure)
    members = _facts(session, _MEMBERS, "texts", sorted({text for near in alike.values() for text in near}))
    elders = _elders(session, unsure, members, alike)
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


def _alike(session: Session, facts: _Facts) -> dict[str, frozenset[str]]:
    """For the text of each article those that are like it, itself included."""
    near = _sharing(session, facts)
    cut = _shingles(session, {text for key, others in near.items() if others != {key} for text in others})
    return {
        text: frozenset(other for other in others if other == text or likeness(cut[text], cut[other]) >= THRESHOLD)
        for text, others in near.items()
    }


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
        for band, other in found:
            for text in having[band]:
                near[text].add(other)
    return near


def _shingles(session: Session, texts: Collection[str]) -> dict[str, Shingles]:
    """Texts cut into shingles, by their hashes."""
    if not texts:
        return {}
    ids = [key for _, key in session.run(_ONE_OF_EACH, {"texts": sorted(texts)}).rows]
    return {key: shingles(text) for key, text in session.run(_TEXTS, {"ids": ids}).rows}


def _elders(
    session: Session, unsure: _Facts, members: _Facts, alike: Mapping[str, Collection[str]]
) -> dict[str, str | None]:
    """The elder of each article that may have got another: of the unsure from scratch, of others where one is older."""
    having: dict[str, list[_Fact]] = {}
    for fact in members.values():
        having.setdefault(fact.text, []).append(fact)
    first = {text: min((m for near in alike[text] for m in having[near]), key=lambda each: each.age) for text in alike}
    elders: dict[str, str | None] = {
        key: first[fact.text].id if first[fact.text].age < fact.age else None for key, fact in unsure.items()
    }
    oldest = {text: min((f for f in unsure.values() if f.text == text), key=lambda each: each.age) for text in alike}
    others = [m for m in members.values() if m.id not in unsure]
    ages = _ages(session, members, {each.elder for each in others if each.elder})
    for new in sorted(oldest.values(), key=lambda each: each.age):
        for other in (m for near in alike[new.text] for m in having[near] if m.id not in elders):
            if new.age < other.age and (other.elder is None or new.age < ages[other.elder]):
                elders[other.id] = new.id
    return elders


def _ages(session: Session, known: _Facts, ids: Collection[str]) -> dict[str, tuple[bool, str, str]]:
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
