"""Which articles are copies of others, kept up as articles come, change and go.

An article is like others from a threshold on. Its *elder* is the first published of those that are like it and came
before it (undated ones last, ties by id); the end of the chain of elders is its original, which COPY_OF points at. All
of that depends on the articles that are stored and on nothing else, in whatever order they came.

A `Signature` node an article holds the bands that find who may be alike, and the elder.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model.position import instant
from kg.resolve.copies import THRESHOLD, Shingles, bands, likeness, shingles
from kg.store.backend import Session
from kg.store.shape import BAND_NAMES
from kg.store.writing.rows import write_rows

_SIGN = "UNWIND $rows AS row MERGE (s:Signature {id: row.id}) SET s += row"
_FORGET = "UNWIND $ids AS id MATCH (s:Signature {id: id}) DELETE s"
_SIGNED = f"""
UNWIND $ids AS id MATCH (s:Signature {{id: id}}) RETURN s.id AS id, {", ".join(f"s.{name}" for name in BAND_NAMES)}"""
_SHARING = "UNWIND $rows AS row MATCH (s:Signature {{{name}: row.band}}) RETURN row.id AS id, s.id AS other"
_FACTS = """
UNWIND $ids AS id MATCH (a:Article {id: id}) MATCH (s:Signature {id: id})
RETURN a.id AS id, a.published AS published, a.text_hash AS text, s.elder AS elder"""
_TEXTS = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.text_hash AS hash, a.text AS text"
_YOUNGER = "UNWIND $ids AS id MATCH (s:Signature {elder: id}) RETURN s.id AS id"
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


def sign(session: Session, texts: Mapping[str, str]) -> None:
    """Writes the signatures of articles, by id, whose texts have come or changed; one without words gets none."""
    signed = {key: bands(text) for key, text in sorted(texts.items())}
    rows = [{"id": key, **dict(zip(BAND_NAMES, found, strict=True))} for key, found in signed.items() if found]
    write_rows(session, _SIGN, rows)
    if wordless := [key for key, found in signed.items() if not found]:
        session.run(_FORGET, {"ids": wordless})
        session.run(_UNPOINT, {"ids": wordless})


def settle(session: Session, changed: Iterable[str]) -> dict[str, Origin]:
    """Brings elders and COPY_OF to what they are now that these articles are new, or have another text or date.

    Gives the origin of these and of every article whose origin may have changed with them.
    """
    ids = sorted(changed)
    unsure = sorted({*ids, *_younger(session, ids)})
    facts = _facts(session, unsure)
    alike = _alike(session, facts, unsure)
    facts |= _facts(session, {fact.elder for fact in facts.values() if fact.elder}.difference(facts))
    elders = _elders(facts, alike, unsure)
    moved = {key: elder for key, elder in elders.items() if elder != facts[key].elder}
    _adopt(session, moved)
    return _point(session, {*ids, *moved})


def leave(session: Session, ids: Sequence[str]) -> list[str]:
    """Takes the signatures of articles that go; gives those that had one of them for an elder."""
    orphans = sorted(set(_younger(session, ids)).difference(ids))
    session.run(_FORGET, {"ids": list(ids)})
    return orphans


def _facts(session: Session, ids: Collection[str]) -> dict[str, _Fact]:
    rows = session.run(_FACTS, {"ids": sorted(ids)}).records() if ids else ()
    return {row["id"]: _Fact(**row) for row in rows}


def _younger(session: Session, ids: Sequence[str]) -> list[str]:
    return [str(key) for (key,) in session.run(_YOUNGER, {"ids": list(ids)}).rows] if ids else []


def _alike(session: Session, facts: dict[str, _Fact], ids: Sequence[str]) -> dict[str, set[str]]:
    """For each of the articles those that are like it; what is found out about these is added to the facts."""
    near = _sharing(session, [key for key in ids if key in facts])
    facts |= _facts(session, {other for others in near.values() for other in others}.difference(facts))
    texts = _Texts(session, facts, near)
    return {key: {other for other in others if texts.are_alike(key, other)} for key, others in near.items()}


def _sharing(session: Session, ids: Sequence[str]) -> dict[str, set[str]]:
    """Who shares a band with whom."""
    signed = session.run(_SIGNED, {"ids": list(ids)}).rows if ids else ()
    near: dict[str, set[str]] = {}
    for place, name in enumerate(BAND_NAMES, 1):
        rows = [{"id": row[0], "band": row[place]} for row in signed]
        found = session.run(_SHARING.format(name=name), {"rows": rows}).rows if rows else ()
        for key, other in found:
            if key != other:
                near.setdefault(key, set()).add(other)
    return near


class _Texts:
    """The texts of a few articles, each fetched and cut into shingles once, however many articles have it."""

    def __init__(self, session: Session, facts: Mapping[str, _Fact], near: Mapping[str, Iterable[str]]) -> None:
        self._facts = facts
        pairs = ((facts[key].text, facts[other].text) for key, others in near.items() for other in others)
        different = {pair for pair in pairs if pair[0] != pair[1]}
        wanted = {text: key for key, text in ((fact.id, fact.text) for fact in facts.values())}
        ids = sorted(wanted[text] for text in {text for pair in different for text in pair})
        rows = session.run(_TEXTS, {"ids": ids}).rows if ids else ()
        self._shingles: dict[str, Shingles] = {text_hash: shingles(text) for text_hash, text in rows}
        self._known: dict[frozenset[str], bool] = {}

    def are_alike(self, one: str, other: str) -> bool:
        """Whether two articles have texts that are nearly the same."""
        pair = frozenset({self._facts[one].text, self._facts[other].text})
        if pair not in self._known:
            self._known[pair] = len(pair) == 1 or likeness(*(self._shingles[text] for text in pair)) >= THRESHOLD
        return self._known[pair]


def _elders(
    facts: Mapping[str, _Fact], alike: Mapping[str, Iterable[str]], unsure: Iterable[str]
) -> dict[str, str | None]:
    """The elder of each article that may have got another: of the unsure from scratch, of others where one is older."""
    elders: dict[str, str | None] = {}
    for key in unsure:
        if key in facts:
            older = (facts[other] for other in alike.get(key, ()) if facts[other].age < facts[key].age)
            first = min(older, key=lambda fact: fact.age, default=None)
            elders[key] = first.id if first else None
    known = set(elders)
    for key in sorted(known, key=lambda each: facts[each].age):
        for other in alike.get(key, ()):
            if other not in known and _is_older(facts, key, elders.get(other, facts[other].elder), other):
                elders[other] = key
    return elders


def _is_older(facts: Mapping[str, _Fact], key: str, elder: str | None, of: str) -> bool:
    """Whether an article comes before another and before the elder that this one has."""
    if facts[key].age >= facts[of].age:
        return False
    return elder is None or facts[key].age < facts[elder].age


def _adopt(session: Session, elders: Mapping[str, str | None]) -> None:
    orphans = sorted(key for key, elder in elders.items() if elder is None)
    if orphans:
        session.run(_ORPHAN, {"ids": orphans})
    write_rows(session, _ADOPT, [{"id": key, "elder": elder} for key, elder in sorted(elders.items()) if elder])


def _point(session: Session, ids: Collection[str]) -> dict[str, Origin]:
    """Points these articles, and all whose elders they are, at their originals."""
    dependent, fresh = set(ids), sorted(ids)
    while fresh := sorted(set(_younger(session, fresh)) - dependent):
        dependent.update(fresh)
    facts = _facts(session, dependent)
    while missing := {fact.elder for fact in facts.values() if fact.elder} - facts.keys():
        facts |= _facts(session, {each for each in missing if each})
    origins = {key: _original(facts, key) for key in dependent if key in facts}
    _write_edges(session, {key: None if origin.id == key else origin.id for key, origin in origins.items()})
    return {key: Origin(origin.id, origin.published) for key, origin in origins.items()}


def _original(facts: Mapping[str, _Fact], key: str) -> _Fact:
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
