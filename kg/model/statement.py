"""The unit of everything: one thing that one article reports about who does, or wants, what about a technology."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kg.model.dates import first_day, last_day, partial_date
from kg.model.entity import UNSPECIFIED, Entity, Filler
from kg.model.identity import digest, normalise_name
from kg.model.quote import Quote
from kg.model.vocabulary import Certainty, Review, Role, Status

HAND_CODED = "hand-coded"
"""The `extractor` of a statement that a person wrote: re-reading its article never takes it away."""

IsoDate = Annotated[str, AfterValidator(partial_date)]
IsoDuration = Annotated[str, Field(pattern=r"^P([0-9]+[YMWD])+$")]


class Statement(BaseModel):
    """An n-ary, sourced, dated, conditional fact (codebook). Roles without a filler are None.

    `actor` None means `unspecified`. `confidence`, 0 to 1, is the estimate that a careful reader would agree.
    """

    model_config = ConfigDict(frozen=True)

    article: str
    action: str
    actor: Filler | None = None
    technology: Filler | None = None
    product: Filler | None = None
    counterparty: Filler | None = None
    measure: Filler | None = None
    jurisdiction: Filler | None = None
    speaker: Filler | None = None
    status: Status = Status.IN_FORCE
    certainty: Certainty = Certainty.STATED
    condition: str | None = None
    exception: str | None = None
    scope: str | None = None
    since: IsoDate | None = None
    until: IsoDate | None = None
    duration: IsoDuration | None = None
    quotes: tuple[Quote, ...] = Field(min_length=1)
    confidence: float = Field(default=1.0, ge=0, le=1)
    extractor: str = "unknown"
    review: Review = Review.OPEN

    @model_validator(mode="after")
    def _is_a_statement(self) -> Self:
        if not any((self.technology, self.product, self.counterparty, self.measure)):
            raise ValueError("a statement needs a technology, product, counterparty or measure beside its actor")
        if self.since and self.until and first_day(self.since) > last_day(self.until):
            raise ValueError(f"since {self.since} lies after until {self.until}")
        return self

    @cached_property
    def id(self) -> str:
        """Hash of the article and of what it says, in its own words: merging or renaming entities never changes it."""
        jurisdiction, roles = self.written(Role.JURISDICTION), (self.written(role) for role in _IDENTIFYING_ROLES)
        qualifiers = (self.status, self.certainty, jurisdiction, self.scope, self.since, self.until, self.duration)
        return digest("s", self.article, self.action, *roles, *qualifiers)

    def filler(self, role: Role) -> Filler | None:
        """What fills a role, or None."""
        filler: Filler | None = getattr(self, role.value)
        return filler

    def entity(self, role: Role) -> Entity | None:
        """The entity in a role, or None."""
        filler = self.filler(role)
        return filler.entity if filler else None

    def written(self, role: Role) -> str | None:
        """The article's own words for a role, normalised; `unspecified` for an actor that is not named."""
        filler = self.filler(role)
        if filler is None:
            return UNSPECIFIED if role is Role.ACTOR else None
        return normalise_name(filler.written)

    def fillers(self) -> Iterator[tuple[Role, Filler]]:
        """The roles that are filled, in the codebook's order."""
        for role in Role:
            if filler := self.filler(role):
                yield role, filler


_IDENTIFYING_ROLES = (Role.ACTOR, Role.TECHNOLOGY, Role.PRODUCT, Role.COUNTERPARTY, Role.MEASURE)
