"""A clause with all that may fill its roles: what the grammar decides on, and the learned part weighs."""

from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract import actors, modality, parties, themes
from kg.extract.clauses import Clause
from kg.extract.modality import Meaning
from kg.extract.scene import Actor, Scene
from kg.extract.themes import Theme
from kg.extract.topic import Topic
from kg.model import Filler


@dataclass(frozen=True)
class Roles:
    """A clause, its meaning under its operators (None: nothing is told as a fact), and the fillers of its roles."""

    clause: Clause
    meaning: Meaning | None
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    parties: tuple[Filler, ...]

    def parties_of(self, actor: Actor | None) -> tuple[Filler, ...]:
        """Those on the other end of what this actor does: nobody acts upon himself."""
        own = actor.filler.entity.id if actor else None
        return tuple(party for party in self.parties if party.entity.id != own)

    def action_of(self, actor: Actor | None) -> str | None:
        """What it is when this actor does it; None where it is no statement, or not one of theirs."""
        if self.meaning is None:
            return None
        party = next(iter(self.parties_of(actor)), None)
        doer = actor.filler.entity.kind if actor else None
        return modality.action(self.clause, self.meaning, doer, party.entity.kind if party else None)


def fill(clause: Clause, sentence: Span, scene: Scene, topic: Topic | None) -> Roles:
    """The roles of one clause, each with every filler that it coordinates."""
    return Roles(
        clause=clause,
        meaning=modality.meaning(clause, scene.signals),
        actors=actors.find(clause, scene),
        themes=tuple(themes.find(clause, sentence, scene, topic)),
        parties=tuple(parties.find(clause, scene)),
    )
