"""Who fills which role of a clause: from grammatical places to the codebook's roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.extract.coreference import Discourse
from kg.extract.mentions import ACTORS, Mentions, Named
from kg.model import Entity, Filler, Kind
from kg.ontology import Ontology
from kg.ontology.frames import Effect, Signals

_THEMES = frozenset({Kind.TECHNOLOGY, Kind.PRODUCT})
_MEASURES = frozenset({Kind.MEASURE})


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
        if named and named.entity.kind is Kind.PERSON:
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
        filler = Filler(entity=entity, written=written or entity.name)
        employer = self.discourse.employers.get(entity.id)
        if entity.kind is not Kind.PERSON or employer is None:
            return Actor(filler, inferred=inferred)
        return Actor(Filler(entity=employer, written=employer.name), speaker=filler, inferred=inferred)

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
        organisations = ACTORS - {Kind.PERSON, Kind.PLACE, Kind.COUNTRY, Kind.GROUP}
        near = [t for t in self._around(noun) if t.dep_ != "relcl"]
        return next(iter(self.mentions.among(near, organisations)), None)


def actors(clause: Clause, scene: Scene) -> tuple[Actor, ...]:
    """Who does what the clause says; nobody where no subject is named or can be found."""
    for place in _places_of_actors(clause):
        if found := tuple(scene.actors_of(place)):
            return (*found, *_companions(clause, scene))
    return _possessors(clause, scene)


def _companions(clause: Clause, scene: Scene) -> Iterator[Actor]:
    """Those who did the same: "followed Amazon and IBM in declaring", "like Amazon"."""
    for verb in (token for token in clause.top.ancestors if token.lemma_.lower() in scene.signals.companion_verbs):
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from scene.actors_of(child)
    for token in clause.tokens:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in scene.signals.companion_prepositions:
                yield from (actor for noun in child.children if noun.dep_ == "pobj" for actor in scene.actors_of(noun))


def _places_of_actors(clause: Clause) -> Iterator[Token]:
    for token in _doers(clause):
        if token.pos_ in ("VERB", "AUX"):
            found = syntax.agent(token) if syntax.is_passive(token) else syntax.subject(token)
            if found is not None:
                yield found
        elif found := syntax.agent(token):
            yield found
        if token.dep_ == "acomp" and (found := syntax.subject(token.head)):
            yield found
    verb = _carrying_verb(clause.top)
    if verb is not None and (found := syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)):
        yield found


def _doers(clause: Clause) -> Iterator[Token]:
    """The tokens whose subject acts; under a restriction the doer of a nominal event is the one restricted."""
    limited = clause.has(Effect.PROHIBIT) or clause.has(Effect.RESTRICT)
    skipped = limited and not clause.implied and clause.token.pos_ == "NOUN"
    yield from clause.tokens[1:] if skipped else clause.tokens


def _carrying_verb(token: Token) -> Token | None:
    """The verb whose object a nominal event is ("filed a lawsuit"), whatever it means."""
    if token.pos_ in ("VERB", "AUX"):
        return None
    return token.head if token.dep_ in ("dobj", "nsubjpass", "attr") and token.head.pos_ in ("VERB", "AUX") else None


def _possessors(clause: Clause, scene: Scene) -> tuple[Actor, ...]:
    """The owner of a nominal event: "Amazon's moratorium", "the EU ban"."""
    for token in clause.tokens:
        if token.pos_ in ("NOUN", "PROPN"):
            for child in token.children:
                if child.dep_ in ("poss", "compound", "amod", "nmod") and (actor := scene.actor(child)):
                    return (actor,)
    return ()


def themes(clause: Clause, scene: Scene) -> list[Named]:
    """The technologies and products that the clause is about."""
    return scene.mentions.among(field(clause), _THEMES)


def measures(clause: Clause, scene: Scene) -> list[Named]:
    """The measures named in the clause."""
    return scene.mentions.among(field(clause), _MEASURES)


def field(clause: Clause) -> list[Token]:
    """All tokens that the event and the nouns of its operators reach."""
    reached = list(syntax.region(clause.token))
    for governor in clause.governors:
        reached.extend(syntax.region(governor.token))
    token = clause.token
    if token.pos_ in ("VERB", "AUX"):
        if patient := syntax.passive_subject(token):
            reached.extend(patient.subtree if patient.i < token.i and token.dep_ != "acl" else syntax.phrase(patient))
        if token.dep_ in ("relcl", "acl"):
            reached.extend(syntax.phrase(token.head))
    own_subjects = {t for verb in clause.tokens if (s := syntax.subject(verb)) for t in syntax.phrase(s)}
    return [t for t in reached if t not in own_subjects]


def counterparties(clause: Clause, scene: Scene, actor: Actor | None) -> list[Filler]:
    """Those on the other end: objects of the verb and those its prepositions lead to."""
    fillers: list[Filler] = []
    for head in _places_of_counterparties(clause):
        fillers += [filler for noun in syntax.coordinated(head) if (filler := _party(noun, scene))]
    own = actor.filler.entity.id if actor else None
    distinct = {filler.entity.id: filler for filler in fillers if filler.entity.id != own}
    return list(distinct.values())


def _party(noun: Token, scene: Scene) -> Filler | None:
    named = scene.mentions.at(noun)
    if named is None or named.entity.collective:
        antecedent = scene.discourse.antecedent(noun)
        if named is not None and antecedent is None:
            return Filler(entity=named.entity, written=scene.words(named))
        return Filler(entity=antecedent, written=antecedent.name) if antecedent else None
    entity = scene.acting(named)
    if entity is None or entity.kind is Kind.PRODUCT:
        return None
    if entity.kind is Kind.PERSON:
        entity = scene.discourse.full_name(entity)
    return Filler(entity=entity, written=scene.words(named))


def _places_of_counterparties(clause: Clause) -> Iterator[Token]:
    event = clause.event
    yield from _users(clause)
    for token in _spine(clause):
        for child in token.children:
            if child.dep_ in ("dobj", "dative", "nsubjpass") and token.pos_ in ("VERB", "AUX"):
                yield from _nouns(child)
            elif child.dep_ == "prep" and child.lower_ in event.counterparty:
                yield from (grand for grand in child.children if grand.dep_ == "pobj")
    if clause.token.dep_ == "acl" and syntax.is_passive(clause.token):
        yield clause.token.head


def _nouns(child: Token) -> Iterator[Token]:
    if child.dep_ == "dative" and child.pos_ == "ADP":
        yield from (grand for grand in child.children if grand.dep_ == "pobj")
    else:
        yield child


def _spine(clause: Clause) -> Iterator[Token]:
    """The event, its direct object where prepositions may be attached to it, and its operators."""
    yield from clause.tokens
    for child in clause.token.children:
        if child.dep_ == "dobj":
            yield child
    if clause.implied:
        yield clause.token


def _users(clause: Clause) -> Iterator[Token]:
    """Whose doing is restricted: "bans police from using", "a pause on police use"."""
    if not (clause.has(Effect.PROHIBIT) or clause.has(Effect.RESTRICT)):
        return
    for child in clause.token.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod") and clause.token.pos_ == "NOUN":
            yield child
    if found := syntax.agent(clause.token):
        yield found
