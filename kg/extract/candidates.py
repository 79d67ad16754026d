"""Everybody in a sentence who may be the actor of a statement, with how each stands to its clauses.

The grammar takes the actors that syntax gives it. The learned part weighs all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract import syntax
from kg.extract.proposal import Proposal
from kg.extract.roles import Roles
from kg.extract.scene import Actor, Scene

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})


@dataclass(frozen=True)
class Link:
    """How a clause stands to a noun that may name its actor.

    `relation` is "actor" or "party" where the grammar fills that role with it, else "apart"; `path` holds the
    dependency labels between them, `steps` their number; `told` is false where the clause tells no fact, or the actor
    cannot do such a thing.
    """

    roles: Roles
    action: str
    relation: str
    path: str
    steps: int
    told: bool

    @property
    def closeness(self) -> tuple[bool, int]:
        """Smaller is closer: the grammar's own actor first, then by the length of the path."""
        return self.relation != "actor", self.steps


@dataclass(frozen=True)
class Candidate:
    """A noun that may name the actor of a statement; `proposals` are those that the grammar makes of it."""

    noun: Token
    actor: Actor
    links: tuple[Link, ...]
    proposals: tuple[Proposal, ...]

    @property
    def id(self) -> str:
        """The entity's id."""
        return self.actor.filler.entity.id

    def closest(self, action: str) -> Link | None:
        """The clause of an action that stands closest to the noun."""
        links = (link for link in self.links if link.action == action)
        return min(links, key=lambda link: link.closeness, default=None)


def find(sentence: Span, scene: Scene, frames: Sequence[Roles], proposals: Sequence[Proposal]) -> Iterator[Candidate]:
    """The candidates of one sentence, in the order of its words."""
    for noun in sentence:
        if noun.pos_ in _NOMINAL and _is_head(noun, scene) and (actor := scene.actor(noun)):
            links = tuple(_link(noun, actor, roles) for roles in frames)
            own = tuple(p for p in proposals if p.actor and p.actor.filler.entity.id == actor.filler.entity.id)
            yield Candidate(noun, actor, links, own)


def _is_head(noun: Token, scene: Scene) -> bool:
    """Whether a noun is no mention's, or the one word of its mention that stands for all of it."""
    named = scene.mentions.at(noun)
    return named is None or noun == scene.doc[named.start : named.end].root


def _link(noun: Token, actor: Actor, roles: Roles) -> Link:
    action = roles.action_of(actor)
    path = syntax.path(noun, roles.clause.token)
    return Link(
        roles=roles,
        action=action or roles.clause.event.action,
        relation=_relation(actor, roles),
        path=".".join(path),
        steps=len(path),
        told=action is not None,
    )


def _relation(actor: Actor, roles: Roles) -> str:
    if any(other.filler.entity.id == actor.filler.entity.id for other in roles.actors):
        return "actor"
    return "party" if any(p.entity.id == actor.filler.entity.id for p in roles.parties) else "apart"
