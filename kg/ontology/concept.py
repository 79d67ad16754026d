"""What the ontology holds: actions, and the concepts that fill the roles of statements."""

from dataclasses import dataclass

from kg.model import Entity, Kind
from kg.ontology.entries import Level, Ownership, Stance


@dataclass(frozen=True)
class Action:
    """What an actor does; `slug` is the codebook's name, `binding` marks those for bodies that can bind others.

    `towards` marks those whose object is the counterparty: somebody sues a company over a technology. Those with an
    `on_measure` are about the measure where one is named, and that is their stance on it: who opposes a ban on a
    technology does not oppose the technology.
    """

    slug: str
    name: str
    label: str
    definition: str
    scope_note: str
    stance: Stance
    binding: bool = False
    inverse: str | None = None
    towards: bool = False
    on_measure: Stance | None = None

    @property
    def relationship(self) -> str:
        """The type of the direct triple in the graph."""
        return relationship(self.slug)


def relationship(action: str) -> str:
    """The type of an action's direct triples, also of an action that an older ontology had."""
    return action.upper()


@dataclass(frozen=True)
class Concept:
    """One entry of the ontology. Fields that its family does not have are empty; all links are slugs."""

    slug: str
    name: str
    kind: Kind
    family: str
    definition: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    broader: tuple[str, ...] = ()
    place: str | None = None
    member_of: tuple[str, ...] = ()
    owned_by: tuple[Ownership, ...] = ()
    made_by: str | None = None
    technology: str | None = None
    level: Level | None = None
    part_of: str | None = None
    demonyms: tuple[str, ...] = ()
    jurisdiction: str | None = None
    speaks_for: str | None = None
    role: str | None = None

    @property
    def collective(self) -> bool:
        """Whether it is a described group, whose statements are never joined across articles."""
        return self.family == "groups"

    @property
    def entity(self) -> Entity:
        """The node of the graph that stands for it."""
        return Entity(id=self.slug, name=self.name, kind=self.kind, collective=self.collective, wikidata=self.wikidata)
