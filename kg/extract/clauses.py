"""Events of a sentence with the operators over them: where meaning is put together.

An event is governed by the nearest trigger above it in the parse, reached through complements, prepositions and light
verbs. The outermost event of such a chain is the one that is reported; what lies under it says what it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.lexicon import Lexicon
from kg.ontology.frames import Effect, Event, Operator

_UPWARD = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "nsubjpass", "compound", "conj", "attr", "acl", "oprd"})
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

    `inner` are the operators and events under the event, which say what it is about ("calls for a ban on the use of").
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

    def has(self, effect: Effect) -> bool:
        """Whether an operator of this effect stands over the event."""
        return any(governor.operator.effect is effect for governor in self.governors)


def find(sentence: Span, lexicon: Lexicon) -> Iterator[Clause]:
    """The clauses of a sentence, in the order of their events."""
    triggers = _triggers(sentence, lexicon)
    for token, (events, operator) in triggers.items():
        chain = list(_chain(token, triggers))
        if any(triggers[above][0] and not _is_light(triggers[above]) for above in chain):
            continue
        governors = tuple(Governor(op, above) for above in chain if (op := triggers[above][1]))
        if operator and _governs(token, triggers):
            continue
        yield from _readings(token, events, operator, governors, lexicon)


Trigger = tuple[tuple[Event, ...], Operator | None]


def _triggers(sentence: Span, lexicon: Lexicon) -> dict[Token, Trigger]:
    met = ((token, (lexicon.events(token), lexicon.operator(token))) for token in sentence)
    return {token: trigger for token, trigger in met if trigger[0] or trigger[1]}


def _readings(
    token: Token, events: tuple[Event, ...], operator: Operator | None, governors: tuple[Governor, ...], lexicon: Lexicon
) -> Iterator[Clause]:
    for event in events:
        yield Clause(event, token, governors)
    if operator and operator.implied:
        event = lexicon.frames.event(operator.implied)
        if event not in events:
            yield Clause(event, token, (Governor(operator, token), *governors), implied=True)


def _is_light(trigger: Trigger) -> bool:
    """Whether a trigger is an operator as well: then it is read as one over other events."""
    return trigger[1] is not None


def _governs(token: Token, triggers: dict[Token, Trigger]) -> bool:
    """Whether some event lies under an operator's token, which is then no event of its own."""
    return any(token in _chain(other, triggers) for other in triggers if other is not token and triggers[other][0])


def _chain(token: Token, triggers: dict[Token, Trigger]) -> Iterator[Token]:
    """The triggers above a token, from the inside out, as far as complements lead."""
    current, steps = token, 0
    while current.head is not current and current.dep_ in _UPWARD and steps < _FARTHEST:
        head, steps = current.head, steps + 1
        if current.dep_ == "conj":
            if head in triggers and head.pos_ == current.pos_ and head.pos_ in ("VERB", "AUX"):
                current = head
                continue
        elif current.dep_ in ("acl",) and current.tag_ not in ("VB", "VBG"):
            return
        elif head in triggers:
            yield head
        elif head.pos_ not in _TRANSPARENT and not _is_carrier(head, current):
            return
        current = head


def _is_carrier(head: Token, child: Token) -> bool:
    """Nouns that only carry the event under them ("the kind of use", "a bill to ban")."""
    return head.pos_ == "NOUN" and child.dep_ in ("prep", "acl")
