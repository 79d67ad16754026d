"""One sentence with all that is known when it is read: whom its nouns name, and who speaks for whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract import syntax
from kg.extract.coreference import Discourse
from kg.extract.mentions import ACTORS, Mentions, Named
from kg.model import Entity, Filler, Kind
from kg.ontology import Ontology
from kg.ontology.frames import Signals

_ORGANISATIONS = ACTORS - {Kind.PERSON, Kind.PLACE, Kind.COUNTRY, Kind.GROUP}


@dataclass(frozen=True)
class Actor:
    """Who acts, and the person who said so for them; `inferred` where coreference had to be asked."""

    filler: Filler
    speaker: Filler | None = None
    inferred: bool = False


@dataclass(frozen=True)
class Scene:
    """What is needed to read the clauses of one sentence."""

    doc: Doc
    mentions: Mentions
    discourse: Discourse
    ontology: Ontology
    signals: Signals

    def actors_of(self, head: Token) -> Iterator[Actor]:
        """The actors that a noun phrase and those coordinated with it name."""
        for noun in syntax.coordinated(head):
            if actor := self.actor(noun):
                yield actor

    def actor(self, noun: Token) -> Actor | None:
        """Whom a noun names as an actor: its mention, a person's organisation, or whom it stands for."""
        named = self.mentions.at(noun)
        if named and named.entity.collective and (antecedent := self.discourse.antecedent(noun)):
            return self._spoken_for(antecedent, inferred=True)
        if named and self.discourse.full_name(named.entity).kind is Kind.PERSON:
            return self._person(noun)
        if named and (entity := self.acting(named)):
            return Actor(Filler(entity=entity, written=self.words(named)))
        if person := self._named_beside(noun):
            return self._person(person)
        office = noun.lemma_.lower() in self.signals.roles_of_people and (named is None or named.entity.collective)
        if office and (organisation := self._organisation_near(noun)):
            return Actor(Filler(entity=organisation.entity, written=self.words(organisation)))
        if antecedent := self.discourse.antecedent(noun):
            return self._spoken_for(antecedent, inferred=True)
        return None

    def acting(self, named: Named) -> Entity | None:
        """The entity of a mention where it can act: products act for themselves (TikTok), technologies never do."""
        return named.entity if named.entity.kind in ACTORS or named.entity.kind is Kind.PRODUCT else None

    def words(self, named: Named) -> str:
        """The words of a mention, without a possessive ending."""
        text = self.doc[named.start : named.end].text
        return str(text).removesuffix("’s").removesuffix("'s").strip()

    def _named_beside(self, noun: Token) -> Token | None:
        """The person in apposition to an office: "its president, Brad Smith"."""
        if noun.lemma_.lower() not in self.signals.roles_of_people:
            return None
        beside = (child for child in noun.children if child.dep_ == "appos")
        return next((t for t in beside if (named := self.mentions.at(t)) and named.entity.kind is Kind.PERSON), None)

    def _person(self, noun: Token) -> Actor:
        named = self.mentions.at(noun)
        assert named is not None
        person = self.discourse.full_name(named.entity)
        if employer := self._employer(noun, person):
            self.discourse.employ(person, employer)
        return self._spoken_for(person, inferred=False, written=self.words(named))

    def _spoken_for(self, entity: Entity, inferred: bool, written: str | None = None) -> Actor:
        filler = Filler(entity=entity, written=written or self.discourse.words_for(entity))
        employer = self.discourse.employers.get(entity.id)
        if entity.kind is not Kind.PERSON or employer is None:
            return Actor(filler, inferred=inferred)
        told_for = Filler(entity=employer, written=self.discourse.words_for(employer))
        return Actor(told_for, speaker=filler, inferred=inferred)

    def _employer(self, noun: Token, person: Entity) -> Entity | None:
        concept = self.ontology.concepts.get(person.id)
        if concept and concept.speaks_for:
            return self.ontology.concept(concept.speaks_for).entity
        if concept and concept.member_of:
            return None
        titled = any(t.lower_ in self.signals.roles_of_people for t in self._around(noun))
        organisation = self._organisation_near(noun) if titled else None
        return organisation.entity if organisation else None

    def _around(self, noun: Token) -> Iterator[Token]:
        yield from noun.subtree
        if noun.dep_ == "appos":
            yield from noun.head.subtree

    def _organisation_near(self, noun: Token) -> Named | None:
        """The organisation in the noun's own phrase or apposition ("Microsoft President", "spokesman for Google")."""
        near = [t for t in self._around(noun) if t.dep_ != "relcl"]
        return next(iter(self.mentions.among(near, _ORGANISATIONS)), None)
