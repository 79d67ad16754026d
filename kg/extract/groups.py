"""Described groups in the article's words: "Amazon employees" are not Amazon, "Chinese hackers" not all hackers."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.named import Named
from kg.model import Entity, Kind
from kg.model.identity import entity_id
from kg.ontology.frames import Signals

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "punct", "case", "advmod"})
_LONGEST = 3
"""Modifiers kept: more of them make a phrase that nobody else writes."""


def composed(doc: Doc, named: Iterable[Named], signals: Signals) -> Iterator[Named]:
    """The mentions with described groups made whole: what modifies them joined on, "a group of" counted in."""
    mentions = list(named)
    by_end = {mention.end: mention for mention in mentions}
    absorbed: set[Named] = set()
    for mention in mentions:
        if not mention.described:
            continue
        owner = by_end.get(mention.start)
        if owner and owner.described and doc[mention.end - 1].lemma_.lower() in signals.clientele:
            absorbed |= {mention, owner}
            yield Named(owner.start, mention.end, owner.entity, owner.concept)
            continue
        start = _start(doc, mention, signals)
        inside = (by_end[end] for end in range(start + 1, mention.start + 1) if end in by_end)
        absorbed |= {mention, *(one for one in inside if one.described)}
        yield Named(_partitive(doc, start, signals), mention.end, _whole(doc, mention, start), mention.concept)
    yield from (mention for mention in mentions if mention not in absorbed)


def _start(doc: Doc, mention: Named, signals: Signals) -> int:
    """Where the words that tell which group it is begin; several words of the ontology tell it already."""
    start, kept = mention.start, 0
    noun = doc[mention.end - 1]
    one_person = noun.lemma_.lower() in signals.roles_of_people and noun.tag_ in ("NN", "NNP")
    if mention.end - mention.start > 1 or mention.entity.kind is Kind.LAW_ENFORCEMENT or one_person:
        return start
    for i in range(mention.start - 1, -1, -1):
        token = doc[i]
        if not _modifies(token, noun) or token.lower_ in signals.bare_modifiers or kept == _LONGEST:
            break
        if token.dep_ not in ("punct", "case"):
            start, kept = i, kept + 1
    return start


def _modifies(token: Token, noun: Token) -> bool:
    if token.dep_ not in _MODIFIERS or token.pos_ in ("PRON", "DET", "VERB"):
        return False
    if token.dep_ == "punct" and token.text not in ("-", "‑"):
        return False
    head = token.head
    while head != noun and head.i > token.i and head.dep_ in _MODIFIERS:
        head = head.head
    return bool(head == noun)


def _whole(doc: Doc, mention: Named, start: int) -> Entity:
    if start == mention.start:
        return mention.entity
    words = [_plain(token) for token in doc[start : mention.end] if token.tag_ != "POS"]
    name = doc.text[doc[start].idx : doc[mention.end - 1].idx + len(doc[mention.end - 1])]
    name = name.replace("’s ", " ").replace("'s ", " ")
    name = words[0] + name[len(doc[start]) :]
    return Entity(id=entity_id(name), name=name, kind=mention.entity.kind, collective=True)


def _plain(token: Token) -> str:
    """A word without the capital that it has only for beginning a sentence."""
    capital_is_its_own = token.pos_ == "PROPN" or token.ent_type_ or token.text[1:] != token.text[1:].lower()
    return token.text if capital_is_its_own or not token.is_sent_start else token.lower_


def _partitive(doc: Doc, start: int, signals: Signals) -> int:
    """Where "a group of" before a described group begins; the group's own start where nothing of the kind does."""
    of = doc[start - 1] if start > 0 else None
    while of is not None and of.i > 0 and of.lower_ in (*signals.bare_modifiers, *signals.definites):
        of = doc[of.i - 1]
    if of is None or of.lower_ != "of" or of.i == 0:
        return start
    before = doc[of.i - 1]
    return before.i if before.lemma_.lower() in signals.partitives or before.lower_ in signals.partitives else start
