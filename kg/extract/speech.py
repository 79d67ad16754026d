"""Who says it: reported speech, and what a sentence tells about whom a person speaks for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract import syntax
from kg.extract.coreference import Discourse
from kg.extract.proposal import Proposal
from kg.extract.scene import Actor, Scene
from kg.model import Filler, Kind, Statement

_REMARKS = frozenset({"relcl", "acl", "appos"})
_OPENING = ("“", '"')
_POSITIONS = frozenset({"supports", "opposes"})


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
    """The person whom a sentence quotes: named in it, or in a neighbouring sentence of the same quotation."""
    return _named_in(sentence, scene) or (_continued(sentence, scene) if _is_quoted(sentence) else None)


def _named_in(sentence: Span, scene: Scene) -> Filler | None:
    """The person that a reporting verb, an "according to" or the colon of a headline names in a sentence."""
    for token in sentence:
        if _reports(token, scene) and (found := _speaking(token, scene)):
            return found
        if token.lower_ == "according" and (found := _source(token, scene)):
            return found
    return _after_colon(sentence, scene)


def _reports(token: Token, scene: Scene) -> bool:
    """Whether a verb reports the sentence itself: in a relative clause it tells of some other saying."""
    reporting = token.pos_ == "VERB" and token.lemma_.lower() in scene.signals.reporting_verbs
    return reporting and not any(above.dep_ in _REMARKS for above in (token, *token.ancestors))


def _speaking(verb: Token, scene: Scene) -> Filler | None:
    place = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    return _person(place, scene) if place is not None else None


def _source(according: Token, scene: Scene) -> Filler | None:
    """Whom an "according to" names."""
    named = (t for prep in according.children if prep.lower_ == "to" for t in prep.children if t.dep_ == "pobj")
    return next((found for token in named if (found := _person(token, scene))), None)


def _after_colon(sentence: Span, scene: Scene) -> Filler | None:
    """The person at the end of a headline: "AI needs rules: Ann Lee"."""
    colon = next((token.i for token in sentence if token.text == ":"), None)
    if colon is None or any(token.text in ".?!" for token in sentence):
        return None
    after = [token for token in sentence if token.i > colon]
    named = scene.mentions.at(after[0]) if after else None
    whole = named is not None and named.entity.kind is Kind.PERSON and named.end >= sentence.end
    return _person(after[0], scene) if whole else None


def _person(place: Token, scene: Scene) -> Filler | None:
    """The person that a noun names or speaks through."""
    actor = scene.actor(place)
    if actor is None:
        return None
    return actor.speaker or (actor.filler if actor.filler.entity.kind is Kind.PERSON else None)


def _is_quoted(sentence: Span) -> bool:
    """Whether a sentence begins inside a quotation, or with its opening mark."""
    before = str(sentence.doc.text[: sentence.start_char])
    inside = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return inside or sentence.text.lstrip()[:1] in _OPENING


def _continued(sentence: Span, scene: Scene) -> Filler | None:
    """Who speaks in the nearest sentence of the paragraph that says so; else whom the text last let speak."""
    others = sorted((s for s in sentence.doc.sents if s.start != sentence.start), key=lambda s: _distance(s, sentence))
    found = next((named for other in others if (named := _named_in(other, scene))), None)
    if found is not None:
        return found
    last = scene.discourse.person()
    return Filler(entity=last, written=scene.discourse.words_for(last)) if last else None


def _distance(one: Span, other: Span) -> int:
    return abs(int(one.start) - int(other.start))


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
    """A proposal with the speaker of its sentence, where it has none of its own; a person's position is told by him."""
    if proposal.actor is None or proposal.actor.speaker is not None:
        return proposal
    voice = voice_of(proposal.action, proposal.actor.filler, speaker)
    return proposal if voice is None else replace(proposal, actor=replace(proposal.actor, speaker=voice))


def voice_of(action: str, actor: Filler, speaker: Filler | None) -> Filler | None:
    """Who says what an actor does: of a person's position the person, else whom the sentence quotes."""
    if actor.entity.kind is not Kind.PERSON:
        return speaker
    return actor if action in _POSITIONS and not actor.entity.collective else None


def announced(statement: Statement, announcer: Actor | None) -> Statement:
    """A statement told before, with the person who announced it for its actor as its speaker."""
    if announcer is None or statement.speaker is not None or statement.actor is None:
        return statement
    its_own = statement.actor.entity.id == announcer.filler.entity.id
    return statement.model_copy(update={"speaker": announcer.speaker}) if its_own else statement


def voices(discourse: Discourse) -> dict[str, Filler]:
    """By the id of an organisation the person who speaks for it, where a text lets just one person do so."""
    told = Counter(organisation.id for organisation in discourse.employers.values())
    return {
        organisation.id: Filler(entity=discourse.known[person], written=discourse.words_for(discourse.known[person]))
        for person, organisation in discourse.employers.items()
        if told[organisation.id] == 1 and person in discourse.known
    }


def voiced(statement: Statement, spoken: Mapping[str, Filler]) -> Statement:
    """An organisation's position told in no one's name, with the one person whom the text lets speak for it."""
    if statement.actor is None or statement.speaker is not None or statement.action not in _POSITIONS:
        return statement
    return statement.model_copy(update={"speaker": spoken.get(statement.actor.entity.id)})
