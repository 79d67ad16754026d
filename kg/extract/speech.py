"""Who says it: reported speech, and what a sentence tells about whom a person speaks for."""

from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract import syntax
from kg.extract.proposal import Proposal
from kg.extract.scene import Actor, Scene
from kg.model import Filler, Kind, Statement


def listen(sentence: Span, scene: Scene) -> None:
    """Note the sentence's subjects and the employers of the persons in it, for the sentences that follow."""
    for token in sentence:
        named = scene.mentions.at(token)
        if named and named.entity.kind is Kind.PERSON and token.i == named.end - 1:
            scene.actor(token)
    root = sentence.root
    place = syntax.passive_subject(root) or syntax.subject(root)
    if place is not None and (actor := scene.actor(place)):
        scene.discourse.hear_subject(actor.filler.entity)


def speaker(sentence: Span, scene: Scene) -> Filler | None:
    """The person whom a reporting verb of the sentence quotes."""
    for token in sentence:
        reports = token.lemma_.lower() in scene.signals.reporting_verbs and token.pos_ == "VERB"
        if reports and (found := _speaking(token, scene)):
            return found
    return None


def _speaking(verb: Token, scene: Scene) -> Filler | None:
    place = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    actor = scene.actor(place) if place is not None else None
    if actor is None:
        return None
    return actor.speaker or (actor.filler if actor.filler.entity.kind is Kind.PERSON else None)


def announcer(sentence: Span, scene: Scene) -> Actor | None:
    """Who announced what was told before ("The decision was announced by …"): a person speaking for an actor."""
    verb = sentence.root
    place = syntax.passive_subject(verb)
    told = place is not None and place.lemma_.lower() in scene.signals.announcement_nouns
    if not told or verb.lemma_.lower() not in scene.signals.announcement_verbs:
        return None
    by = syntax.agent(verb)
    actor = scene.actor(by) if by is not None else None
    return actor if actor and actor.speaker else None


def attributed(proposal: Proposal, speaker: Filler | None) -> Proposal:
    """A proposal with the speaker of its sentence, where it has none of its own."""
    if speaker is None or proposal.actor is None or proposal.actor.speaker is not None:
        return proposal
    return replace(proposal, actor=replace(proposal.actor, speaker=speaker))


def announced(statement: Statement, announcer: Actor | None) -> Statement:
    """A statement told before, with the person who announced it for its actor as its speaker."""
    if announcer is None or statement.speaker is not None or statement.actor is None:
        return statement
    its_own = statement.actor.entity.id == announcer.filler.entity.id
    return statement.model_copy(update={"speaker": announcer.speaker}) if its_own else statement
