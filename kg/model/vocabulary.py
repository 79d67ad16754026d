"""The closed value lists of the codebook that code has to know by name.

Actions are not here: they are data (`ontology/actions.yaml`), since a new one is a decision of the codebook, not of
code.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What an entity is; its second label in the graph."""

    COMPANY = "Company"
    AGENCY = "Agency"
    LAW_ENFORCEMENT = "LawEnforcement"
    MILITARY = "Military"
    LEGISLATURE = "Legislature"
    COURT = "Court"
    GOVERNMENT = "Government"
    COUNTRY = "Country"
    ADVOCACY_GROUP = "AdvocacyGroup"
    INSTITUTION = "Institution"
    PARTY = "Party"
    PERSON = "Person"
    GROUP = "Group"
    TECHNOLOGY = "Technology"
    PRODUCT = "Product"
    MEASURE = "Measure"
    PLACE = "Place"


PUBLIC_BODIES = frozenset(
    {Kind.AGENCY, Kind.LAW_ENFORCEMENT, Kind.MILITARY, Kind.LEGISLATURE, Kind.COURT, Kind.GOVERNMENT, Kind.COUNTRY}
)
"""Kinds with power to bind others, or to act for those who have it."""


class Role(StrEnum):
    """The places of a statement that entities fill, by the codebook's names."""

    ACTOR = "actor"
    TECHNOLOGY = "technology"
    PRODUCT = "product"
    COUNTERPARTY = "counterparty"
    MEASURE = "measure"
    JURISDICTION = "jurisdiction"
    SPEAKER = "speaker"


POSITION_ROLES = (Role.ACTOR, Role.TECHNOLOGY, Role.PRODUCT, Role.COUNTERPARTY, Role.MEASURE, Role.JURISDICTION)
"""Roles that say what a position is; who voiced it is evidence, not identity."""


class Status(StrEnum):
    """Whether the thing is so, is to come, or is over."""

    IN_FORCE = "in_force"
    ANNOUNCED = "announced"
    PROPOSED = "proposed"
    CONSIDERED = "considered"
    ENDED = "ended"
    DENIED = "denied"


class Certainty(StrEnum):
    """Whether the article says so, or says that it may be so."""

    STATED = "stated"
    HEDGED = "hedged"


class Review(StrEnum):
    """What a person decided about a statement."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
