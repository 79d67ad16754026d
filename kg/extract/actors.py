"""Who does what a clause says: subjects, agents, owners, and those who did the same."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.extract.scene import Actor, Scene
from kg.ontology.frames import Effect


def find(clause: Clause, scene: Scene) -> tuple[Actor, ...]:
    """Who does what the clause says; nobody where no subject is named or can be found."""
    if clause.judges:
        return _tellers(clause, scene)
    for place in places(clause):
        if found := tuple(scene.actors_of(place)):
            return (*found, *_companions(clause, scene))
    return _possessors(clause, scene)


def _tellers(clause: Clause, scene: Scene) -> tuple[Actor, ...]:
    """Who says it: the subject of "called it a mistake", or of the nearest verb that reports the clause."""
    above = clause.token.ancestors
    verbs = (t for t in above if (t == clause.token.head and clause.token.dep_ == "oprd") or _reports(t, scene))
    subjects = (subject for verb in verbs if (subject := syntax.subject(verb)))
    return next((found for subject in subjects if (found := tuple(scene.actors_of(subject)))), ())


def _reports(verb: Token, scene: Scene) -> bool:
    return scene.signals.lemma(verb.text, verb.lemma_) in scene.signals.reporting_verbs


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


def places(clause: Clause) -> Iterator[Token]:
    """The nouns whose act a clause may be, the likeliest first: subjects and agents of its event and operators."""
    for token in _doers(clause):
        if token.pos_ in ("VERB", "AUX"):
            found = syntax.agent(token) if syntax.is_passive(token) else syntax.subject(token)
            if found is not None:
                yield found
        elif found := syntax.agent(token):
            yield found
        elif token.dep_ == "appos" and clause.event.attitude:
            yield token.head
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
                if child.tag_ == "PRP$" and clause.hindered:
                    return _tellers(clause, scene)
    return ()
