"""Words that stand for somebody named before: "the company", "it", a surname.

A small deterministic resolver (recency and agreement of kind, after Lappin & Leass 1994): good enough for news, where
the subject of a story stays its subject.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.mentions import ACTORS, Named
from kg.model import Entity, Kind
from kg.ontology.frames import Signals

_THINGS = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "we", "our"})
_PERSONS = frozenset({"he", "she", "his", "her", "him", "who", "i"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_ORGANISATIONS = ACTORS - {Kind.PERSON, Kind.PLACE, Kind.GROUP}


@dataclass
class Discourse:
    """Who has been named so far in one article, the latest last; the one mutable thing of a reading."""

    signals: Signals
    heard: list[Entity] = field(default_factory=list)
    subjects: list[Entity] = field(default_factory=list)
    employers: dict[str, Entity] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def hear(self, mentions: Iterable[Named]) -> None:
        """Remember those that a sentence names, its grammatical subjects apart."""
        self.heard += [self.full_name(mention.entity) for mention in mentions if mention.entity.kind in ACTORS]

    def note(self, entity: Entity, words: str) -> None:
        """Remember the words that first named somebody: what stands for them later is written so."""
        self.written.setdefault(entity.id, words)

    def words_for(self, entity: Entity) -> str:
        """The article's own words for somebody; the id where it never names them."""
        return self.written.get(entity.id, entity.id)

    def hear_subject(self, entity: Entity) -> None:
        """Remember somebody as what the text is about just now."""
        self.subjects.append(entity)

    def employ(self, person: Entity, organisation: Entity) -> None:
        """Remember whom a person speaks for."""
        self.employers[person.id] = organisation

    def antecedent(self, token: Token) -> Entity | None:
        """Whom a pronoun or a definite noun stands for; None where nobody fits."""
        word = token.lower_
        if token.pos_ == "PRON" and word in _MANY:
            return self._latest_many() or self._latest(_ORGANISATIONS)
        if token.pos_ == "PRON" and word in _THINGS:
            return self._latest(_ORGANISATIONS)
        if token.pos_ == "PRON" and word in _PERSONS:
            return self._latest(frozenset({Kind.PERSON}))
        kinds = self.signals.anaphora.get(token.lemma_.lower()) if token.tag_ == "NN" else None
        definite = any(child.lower_ in _DEFINITE for child in token.children if child.dep_ in ("det", "poss"))
        return self._latest(frozenset(kinds)) if kinds and definite else None

    def _latest_many(self) -> Entity | None:
        named = (*reversed(self.subjects), *reversed(self.heard))
        return next((entity for entity in named if entity.collective), None)

    def full_name(self, entity: Entity) -> Entity:
        """The person that a surname alone means, where the text has given the full name."""
        if entity.kind not in (Kind.PERSON, Kind.COMPANY) or " " in entity.name or entity.name[0].islower():
            return entity
        fitting = (e for e in reversed(self.heard) if e.kind is Kind.PERSON and e.name.split()[-1] == entity.name)
        return next(fitting, entity)

    def _latest(self, kinds: frozenset[Kind]) -> Entity | None:
        named = (e for e in (*reversed(self.subjects), *reversed(self.heard)) if e.kind in kinds and not e.collective)
        return next(named, None)
