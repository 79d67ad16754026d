"""One sentence with all that is known when it is read: whom its nouns name, and who speaks for whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from kg.extract import syntax
from kg.extract.coreference import Discourse
from kg.extract.mentions import ACTORS, Mentions, Named
from kg.model import Entity, Filler, Kind
from kg.ontology import Ontology
from kg.ontology.frames import Signals

_ORGANISATIONS = ACTORS - {Kind.PERSON, Kind.PLACE, Kind.COUNTRY, Kind.GROUP}
_AUTHORS = ACTORS - {Kind.GROUP}


@dataclass(frozen=True)
class Actor:
    """Who acts, and the person who said so for them; `inferred` where coreference had to be asked.

    `noun` is the word that names them, if one does.
    """

    filler: Filler
    speaker: Filler | None = None
    inferred: bool = False
    noun: Token | None = field(default=None, compare=False, repr=False)


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
        found = self._named_by(noun)
        return replace(found, noun=noun) if found else None

    def _named_by(self, noun: Token) -> Actor | None:
        named = self.mentions.at(noun)
        described = named is not None and named.entity.collective
        if described and (antecedent := self.discourse.antecedent(noun)):
            return self._spoken_for(antecedent, inferred=True)
        if named and self.discourse.full_name(named.entity).kind is Kind.PERSON:
            return self._person(noun)
        if person := self._named_beside(noun):
            return self._person(person)
        if (named is None or described) and self._is_office(noun):
            organisation = self._organisation_near(noun)
            return Actor(self._filler(organisation)) if organisation else None
        if named and self.acting(named):
            return Actor(self._filler(named))
        if antecedent := self.discourse.antecedent(noun):
            return self._spoken_for(antecedent, inferred=True)
        return None

    def _filler(self, named: Named) -> Filler:
        return Filler(entity=self.acting(named) or named.entity, written=self.words(named))

    def _is_office(self, noun: Token) -> bool:
        """Whether a noun is the office of one person, who may speak for an organisation named beside it."""
        return noun.lemma_.lower() in self.signals.roles_of_people and noun.tag_ in ("NN", "NNP")

    def acting(self, named: Named) -> Entity | None:
        """The entity of a mention where it can act: products act for themselves (TikTok), technologies never do."""
        can_act = named.entity.kind in ACTORS or named.entity.kind is Kind.PRODUCT
        return self.discourse.full_name(named.entity) if can_act else None

    def note_works(self, sentence: Span) -> None:
        """Note whose the bills, orders and reports of a sentence are, for those that follow: "the bill would ban …"."""
        for token in sentence:
            if token.lemma_.lower() in self.signals.works and token.pos_ == "NOUN" and (author := self._author(token)):
                self.discourse.wrote(author, token.lemma_.lower())

    def _author(self, work: Token) -> Entity | None:
        """Who made a work: its owner ("Markey's bill", "FCC rules"), its "by", or the subject whose object it is."""
        owners = [child for child in work.children if child.dep_ in ("poss", "compound", "nmod")]
        places = [*owners, syntax.agent(work)]
        if work.dep_ in ("dobj", "nsubjpass"):
            verb = work.head
            places.append(syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb))
        for place in places:
            if place is not None and (actor := self.actor(place)) and actor.filler.entity.kind in _AUTHORS:
                return actor.filler.entity
        return None

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
