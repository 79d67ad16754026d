"""What an entry of each ontology file may say: one strict model per family of concepts, and one for actions.

An error of these models is a `ValueError` whose message is "what; cure"; `kg.ontology.shape` adds file and line.
"""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from kg.model import Kind
from kg.model.dates import first_day, last_day, partial_date


class Stance(StrEnum):
    """Which way an action points, for those who draw alliances and conflicts."""

    RESTRICTS = "restricts"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    USES = "uses"
    NEUTRAL = "neutral"


class Level(StrEnum):
    """How large a place is."""

    CITY = "city"
    STATE = "state"
    COUNTRY = "country"
    UNION = "union"


def _one_line(text: str) -> str:
    if "\n" in text or not any(map(str.isalnum, text)):
        raise ValueError("it must be one line with words in it; shorten or fill it")
    return text


def _wikidata(text: str) -> str:
    if not re.fullmatch(r"Q[1-9][0-9]*", text):
        raise ValueError(f"{text!r} is no Wikidata id; write Q and a number, or leave it out")
    return text


def _actor(kind: Kind) -> Kind:
    if kind not in _ACTORS:
        raise ValueError(f"{kind.value} is no kind of actor; write one of {', '.join(_ACTORS)}")
    return kind


_ACTORS = tuple(kind for kind in Kind if kind not in {Kind.TECHNOLOGY, Kind.PRODUCT, Kind.MEASURE, Kind.PLACE})

ActorKind = Annotated[Kind, AfterValidator(_actor)]
Line = Annotated[str, AfterValidator(_one_line)]
WikidataId = Annotated[str, AfterValidator(_wikidata)]
PartialDate = Annotated[str, AfterValidator(partial_date)]


class Strict(BaseModel):
    """Base of all entries: immutable, and a field that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ownership(Strict):
    """Who owns an organisation, from when to when as far as known (partial ISO dates)."""

    org: str
    since: PartialDate | None = None
    until: PartialDate | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.since and self.until and first_day(self.since) > last_day(self.until):
            raise ValueError(f"since {self.since} lies after until {self.until}; swap them")
        return self


class ActionEntry(Strict):
    """One of the closed list of things that an actor can do about a technology."""

    name: Line
    label: Line
    definition: Line
    scope_note: Line
    binding: bool = False
    stance: Stance
    inverse: str | None = None
    towards: bool = False
    on_measure: Stance | None = None


class ConceptEntry(Strict):
    """What every concept says of itself."""

    name: Line
    aliases: tuple[Line, ...] = ()
    definition: Line
    wikidata: WikidataId | None = None


class TechnologyEntry(ConceptEntry):
    """A technology, practice or kind of data that policy is about."""

    broader: tuple[str, ...] = ()


class GroupEntry(ConceptEntry):
    """Actors and counterparties that are described, not named; `technology` is what all its members deal in."""

    kind: ActorKind
    broader: tuple[str, ...] = ()
    technology: str | None = None


class MeasureEntry(ConceptEntry):
    """A kind of policy, or a policy by name."""

    broader: tuple[str, ...] = ()
    jurisdiction: str | None = None
    technology: str | None = None


class OrganisationEntry(ConceptEntry):
    """A named company, public body or association."""

    kind: ActorKind
    place: str | None = None
    member_of: tuple[str, ...] = ()
    owned_by: tuple[Ownership, ...] = ()


class ProductEntry(ConceptEntry):
    """A named product, with its maker and the technology that it is a case of."""

    made_by: str
    technology: str


class PlaceEntry(ConceptEntry):
    """A place where measures hold; demonyms are the words for what comes from there."""

    level: Level
    part_of: str | None = None
    demonyms: tuple[Line, ...] = ()


class PersonEntry(ConceptEntry):
    """A person whose words the news reports."""

    role: Line | None = None
    speaks_for: str | None = None
    member_of: tuple[str, ...] = ()
