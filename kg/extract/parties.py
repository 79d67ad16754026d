"""Who is on the other end of a clause: its objects, and those that its prepositions lead to."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.extract.scene import Scene
from kg.model import Filler, Kind
from kg.ontology.frames import Effect

_ENDINGS = frozenset({"restricts_sale", "restricts_use"})


def find(clause: Clause, scene: Scene) -> list[Filler]:
    """Those on the other end: objects of the verb and those its prepositions lead to, each once."""
    fillers: list[Filler] = []
    for head in _places_of_counterparties(clause):
        fillers += [filler for noun in syntax.coordinated(head) if (filler := _party(noun, scene))]
    return list({filler.entity.id: filler for filler in fillers}.values())


def _party(noun: Token, scene: Scene) -> Filler | None:
    named = scene.mentions.at(noun)
    if named is None or named.entity.collective:
        antecedent = scene.discourse.antecedent(noun)
        if named is not None and antecedent is None:
            return Filler(entity=named.entity, written=scene.words(named))
        return Filler(entity=antecedent, written=scene.discourse.words_for(antecedent)) if antecedent else None
    entity = scene.acting(named)
    if entity is None or entity.kind is Kind.PRODUCT:
        return None
    if entity.kind is Kind.PERSON:
        entity = scene.discourse.full_name(entity)
    return Filler(entity=entity, written=scene.words(named))


def _places_of_counterparties(clause: Clause) -> Iterator[Token]:
    event = clause.event
    yield from _users(clause)
    yield from _deprived(clause)
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


def _deprived(clause: Clause) -> Iterator[Token]:
    """Whose access, account or contract it is that ends: "cut off the agency's access"."""
    if clause.event.objects and clause.event.action in _ENDINGS:
        for child in clause.token.children:
            if child.dep_ in ("dobj", "nsubjpass"):
                yield from (owner for owner in child.children if owner.dep_ in ("poss", "compound", "nmod"))


def _users(clause: Clause) -> Iterator[Token]:
    """Whose doing is restricted: "bans police from using", "a pause on police use"."""
    if not (clause.has(Effect.PROHIBIT) or clause.has(Effect.RESTRICT)):
        return
    for child in clause.token.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod") and clause.token.pos_ == "NOUN":
            yield child
    if found := syntax.agent(clause.token):
        yield found
