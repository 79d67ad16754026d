"""Events of a sentence with the operators over them: where meaning is put together.

An event is governed by the nearest trigger above it in the parse, reached through complements, prepositions and light
verbs. The outermost event of such a chain is the one that is reported; what lies under it says what it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.extract import syntax
from kg.extract.lexicon import Lexicon
from kg.ontology.frames import Effect, Event, Operator

_UPWARD = frozenset(
    {"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "nsubjpass", "compound", "conj", "attr", "acl", "oprd"}
)
_PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
_TRANSPARENT = frozenset({"ADP", "PART", "SCONJ"})
_FARTHEST = 8


@dataclass(frozen=True)
class Governor:
    """An operator above an event, at its token."""

    operator: Operator
    token: Token


@dataclass(frozen=True)
class Clause:
    """One reported event: its frame and token, and the operators over it from the inside out.

    `implied` marks an operator over a bare technology ("suspends Rekognition"): `token` is then the operator's own.
    """

    event: Event
    token: Token
    governors: tuple[Governor, ...] = ()
    implied: bool = False

    @property
    def top(self) -> Token:
        """The outermost token of the chain."""
        return self.governors[-1].token if self.governors else self.token

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The event's token and those of its operators, from the inside out."""
        governed = tuple(governor.token for governor in self.governors)
        return governed if self.implied else (self.token, *governed)

    @property
    def judges(self) -> bool:
        """Whether it is a judgement ("is dangerous"): held by who says so, not by its subject."""
        return is_judgement(self.event)

    @property
    def hindered(self) -> bool:
        """Whether something that is done is stopped, declined or forbidden."""
        return self.has(Effect.RESTRICT) or self.has(Effect.PROHIBIT)

    def has(self, effect: Effect) -> bool:
        """Whether an operator of this effect stands over the event."""
        return any(governor.operator.effect is effect for governor in self.governors)


Trigger = tuple[tuple[Event, ...], Operator | None]


def find(sentence: Span, lexicon: Lexicon) -> Iterator[Clause]:
    """The clauses of a sentence, in the order of their events."""
    triggers = _triggers(sentence, lexicon)
    for token, (events, operator) in triggers.items():
        chain = list(_widened(token, _chain(token, triggers), triggers))
        if _outranking(token, chain, triggers) is not None:
            continue
        governors = tuple(Governor(op, above) for above in chain if (op := triggers[above][1]))
        if operator and _operates(token, triggers):
            continue
        yield from _readings(token, events, operator, governors, lexicon)


def instead(token: Token, sentence: Span, lexicon: Lexicon) -> Token | None:
    """The trigger over another that is reported in its stead; None where the other is reported itself."""
    triggers = _triggers(sentence, lexicon)
    chain = list(_widened(token, _chain(token, triggers), triggers)) if token in triggers else []
    return _outranking(token, chain, triggers)


def _outranking(token: Token, chain: list[Token], triggers: dict[Token, Trigger]) -> Token | None:
    over = ((below, above) for below, above in pairwise((token, *chain)))
    return next((above for below, above in over if _reports(above, below, triggers)), None)


def _triggers(sentence: Span, lexicon: Lexicon) -> dict[Token, Trigger]:
    met = ((token, (_events(token, lexicon), lexicon.operator(token))) for token in sentence)
    return {token: trigger for token, trigger in met if trigger[0] or trigger[1]}


def _events(token: Token, lexicon: Lexicon) -> tuple[Event, ...]:
    return tuple(event for event in lexicon.events(token) if fits(event, token))


def fits(event: Event, token: Token) -> bool:
    """Whether the words that a frame asks for stand at its trigger: its objects, or the goal that it names."""
    if is_judgement(event) and token.dep_ not in _PREDICATIVE:
        return False
    if event.objects and not any(t.lemma_.lower() in event.objects for t in _patients(token)):
        return False
    if not event.object_or_goal:
        return True
    words = " ".join(t.lower_ for t in token.subtree)
    return any(goal in words for goal in event.object_or_goal)


def is_judgement(event: Event) -> bool:
    """Whether a frame is an attitude that nobody does: its words are predicates of what is judged."""
    return event.attitude and not event.verbs


def _patients(token: Token) -> list[Token]:
    """The nouns that an event is done to, with what counts them ("hundreds of accounts")."""
    heads = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
    if token.pos_ not in ("VERB", "AUX") or token.dep_ == "acl":
        heads += [t for child in token.children if child.dep_ == "prep" for t in child.children]
    nouns = [noun for head in heads for noun in syntax.coordinated(head)]
    counted = [t for noun in nouns for prep in noun.children if prep.lower_ == "of" for t in prep.children]
    return [*nouns, *counted]


def _readings(
    token: Token,
    events: tuple[Event, ...],
    operator: Operator | None,
    governors: tuple[Governor, ...],
    lexicon: Lexicon,
) -> Iterator[Clause]:
    for event in events:
        yield Clause(event, token, governors)
    if operator and operator.implied and not events:
        event = lexicon.frames.event(operator.implied)
        yield Clause(event, token, (Governor(operator, token), *governors), implied=True)


def _reports(above: Token, below: Token, triggers: dict[Token, Trigger]) -> bool:
    """Whether a trigger over another is the event that is reported, and the one below only what it is about.

    A word that is an operator as well is one ("launched an investigation"), unless it binds and nothing is restricted
    under it: "approved the use" is an approval, "approved a ban on the use" is a ban.
    """
    events, operator = triggers[above]
    if operator is None:
        return bool(events)
    under = triggers[below][1]
    restricting = under is not None and under.effect in (Effect.RESTRICT, Effect.PROHIBIT)
    return any(event.binding for event in events) and not restricting


def _operates(token: Token, triggers: dict[Token, Trigger]) -> bool:
    """Whether some event lies under an operator's token, which is then no event of its own."""
    for other in (other for other in triggers if other is not token and triggers[other][0]):
        chain = (other, *_widened(other, _chain(other, triggers), triggers))
        if any(above == token and not _reports(above, below, triggers) for below, above in pairwise(chain)):
            return True
    return False


def _widened(token: Token, chain: Iterator[Token], triggers: dict[Token, Trigger]) -> Iterator[Token]:
    """The chain with the operators that a light verb on it has as its object: "put a moratorium on the use"."""
    for above in chain:
        for child in above.children if _performs(triggers[above]) else ():
            if child.dep_ in ("dobj", "nsubjpass") and child != token and child in triggers and triggers[child][1]:
                yield child
        yield above


def _performs(trigger: Trigger) -> bool:
    return trigger[1] is not None and trigger[1].effect is Effect.PERFORM


def _chain(token: Token, triggers: dict[Token, Trigger]) -> Iterator[Token]:
    """The triggers above a token, from the inside out, as far as complements lead."""
    current, steps = token, 0
    while current.head != current and _leads_up(current, triggers) and steps < _FARTHEST:
        head, steps = current.head, steps + 1
        if current.dep_ == "acl" and current.tag_ not in ("VB", "VBG"):
            return
        if current.dep_ != "conj":
            if head in triggers:
                yield head
            elif head.pos_ not in _TRANSPARENT and not _is_carrier(head, current):
                return
        current = head


def _leads_up(token: Token, triggers: dict[Token, Trigger]) -> bool:
    """Whether what a token heads is a complement; an infinitive after an operator is, whatever its label."""
    if token.dep_ in _UPWARD:
        return True
    infinitive = token.dep_ == "advcl" and token.tag_ == "VB" and any(child.lower_ == "to" for child in token.children)
    events, operator = triggers.get(token.head, ((), None))
    if token.dep_ == "nsubj":
        return operator is not None and operator.effect is Effect.RESTRICT and _comes_to_an_end(token.head)
    return infinitive and (operator is not None or any(event.attitude for event in events))


def _comes_to_an_end(verb: Token) -> bool:
    """Whether a verb has nothing that it stops but its subject: "shipments stopped", "its use would cease"."""
    return verb.pos_ == "VERB" and not any(child.dep_ in ("dobj", "xcomp", "ccomp", "prep") for child in verb.children)


def _is_carrier(head: Token, child: Token) -> bool:
    """Nouns that only carry the event under them ("the kind of use", "a bill to ban"), and dates in between."""
    return (head.pos_ == "NOUN" or head.ent_type_ in ("DATE", "TIME")) and child.dep_ in ("prep", "acl", "pcomp")
