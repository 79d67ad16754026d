"""Words that stand for somebody named before: "the company", "it", a surname, "the bill" for those who wrote it.

A small deterministic resolver after Lappin & Leass (1994): every mention makes an entity more salient, a subject more
than others, and with each sentence salience halves. The most salient entity that agrees in kind and number is meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.mentions import ACTORS, Named
from kg.model import PUBLIC_BODIES, Entity, Kind
from kg.model.identity import entity_id
from kg.ontology.frames import Signals

_ORGANISATIONS = ACTORS - {Kind.PERSON, Kind.PLACE, Kind.GROUP}
_SUBJECT, _MENTION = 80.0, 50.0
_DECAY = 0.5


@dataclass
class Discourse:
    """Who has been named so far in one article, and how present they are; the one mutable thing of a reading."""

    signals: Signals
    known: dict[str, Entity] = field(default_factory=dict)
    salience: dict[str, float] = field(default_factory=dict)
    employers: dict[str, Entity] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    short: dict[str, Entity] = field(default_factory=dict)
    authors: dict[str, Entity] = field(default_factory=dict)

    def hear(self, mentions: Iterable[Named]) -> None:
        """Remember those that a sentence names, and let all that was heard before it fade."""
        self.salience = {key: value * _DECAY for key, value in self.salience.items()}
        for mention in mentions:
            if mention.entity.kind in ACTORS:
                self._notice(self.full_name(mention.entity), _MENTION)

    def note(self, entity: Entity, words: str) -> None:
        """Remember the words that first named somebody, and what else they may be called by from now on."""
        if self.written.setdefault(entity.id, words) != words and words.isupper():
            self.short.setdefault(words, entity)
        for form in _short_forms(entity):
            self.short.setdefault(form, entity)

    def words_for(self, entity: Entity) -> str:
        """The article's own words for somebody; the id where it never names them."""
        return self.written.get(entity.id, entity.id)

    def hear_subject(self, entity: Entity) -> None:
        """Remember somebody as what the text is about just now."""
        self._notice(entity, _SUBJECT)

    def employ(self, person: Entity, organisation: Entity) -> None:
        """Remember whom a person speaks for."""
        self.employers[person.id] = organisation

    def wrote(self, author: Entity, work: str) -> None:
        """Remember whose a bill, an order or a report is, by its noun; the latest of a kind is meant from now on."""
        self.authors[work] = author

    def antecedent(self, token: Token) -> Entity | None:
        """Whom a pronoun, a definite noun or a short name stands for; None where nobody fits."""
        if token.pos_ == "PRON":
            return self._of_pronoun(token.lower_)
        if token.pos_ == "PROPN":
            return self.short.get(token.text)
        noun = token.lemma_.lower()
        if token.tag_ not in ("NN", "NNS") or not self._is_definite(token):
            return None
        if noun in self.authors:
            return self.authors[noun]
        kinds = self.signals.anaphora.get(noun) if token.tag_ == "NN" else None
        return self._most_salient(frozenset(kinds)) if kinds else None

    def person(self) -> Entity | None:
        """The person whom the text speaks of just now."""
        return self._most_salient(frozenset({Kind.PERSON}))

    def full_name(self, entity: Entity) -> Entity:
        """Whom a surname, one word of a name or an abbreviation means, where the text has given it in full.

        What the ontology lists is a full name, and so is what has several words.
        """
        is_listed = entity.id != entity_id(entity.name)
        return entity if is_listed or " " in entity.name else self.short.get(entity.name, entity)

    def _of_pronoun(self, word: str) -> Entity | None:
        pronouns = self.signals.pronouns
        if word in pronouns.speakers:
            return self._most_salient(_ORGANISATIONS | {Kind.PERSON})
        if word in pronouns.many:
            return self._most_salient(_ORGANISATIONS | {Kind.GROUP}, many=True)
        if word in pronouns.things:
            return self._most_salient(_ORGANISATIONS)
        return self._most_salient(frozenset({Kind.PERSON})) if word in pronouns.persons else None

    def _is_definite(self, token: Token) -> bool:
        return any(c.lower_ in self.signals.definites for c in token.children if c.dep_ in ("det", "poss"))

    def _notice(self, entity: Entity, weight: float) -> None:
        self.known[entity.id] = entity
        self.salience[entity.id] = self.salience.pop(entity.id, 0.0) + weight

    def _most_salient(self, kinds: frozenset[Kind], many: bool = False) -> Entity | None:
        """The most salient entity of some kinds, of equals the latest; described groups only for what is many."""
        present = [(value, self.known[key]) for key, value in reversed(self.salience.items())]
        fitting = [(value, e) for value, e in present if e.kind in kinds and (many or not e.collective)]
        return max(fitting, default=(0.0, None), key=lambda one: one[0])[1]


def _short_forms(entity: Entity) -> tuple[str, ...]:
    """What a text calls somebody later on: the surname, a firm's first word, a body's last ("Commission")."""
    words = entity.name.split()
    if len(words) < 2 or entity.collective:
        return ()
    if entity.kind is Kind.PERSON or entity.kind in PUBLIC_BODIES - {Kind.COUNTRY}:
        return (words[-1],)
    return (words[0],) if entity.kind is Kind.COMPANY else ()
