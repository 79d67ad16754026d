"""A statement as one flat line: what `kg extract` prints, people code by hand, and scorers read.

Keys are the codebook's roles and qualifiers. A role holds the entity's name, `…_type` its kind and `…_written` the
article's own words where they differ. `id` is the item's own id, `article` the graph's. A role of one line is turned
back into an entity by the ontology (`kg.resolve`), so this module stays free of lookups.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import RecordError
from kg.model.complaint import complaint
from kg.model.entity import UNSPECIFIED
from kg.model.quote import Quote
from kg.model.span import Span
from kg.model.statement import HAND_CODED, IsoDate, IsoDuration, Statement
from kg.model.vocabulary import Certainty, Kind, Role, Status

QUALIFIERS = ("status", "certainty", "condition", "exception", "scope", "since", "until", "duration")
TYPED_ROLES = (Role.ACTOR, Role.COUNTERPARTY)
"""Roles whose filler may be of several kinds, so that the line must say which."""


class QuoteRecord(BaseModel):
    """One further quote of a statement."""

    model_config = ConfigDict(frozen=True)

    quote: str
    start: int | None = None
    end: int | None = None


class StatementRecord(BaseModel):
    """One line. Unknown keys are passed over, so that coding sheets may hold notes of their own.

    `actor_place` sets an actor apart that shares its name with others: the sheriff of one Washington County.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | None = None
    article: str | None = None
    action: str
    actor: str = UNSPECIFIED
    actor_type: Kind | None = None
    actor_written: str | None = None
    actor_place: str | None = None
    technology: str | None = None
    technology_written: str | None = None
    product: str | None = None
    product_written: str | None = None
    counterparty: str | None = None
    counterparty_type: Kind | None = None
    counterparty_written: str | None = None
    measure: str | None = None
    measure_written: str | None = None
    jurisdiction: str | None = None
    jurisdiction_written: str | None = None
    speaker: str | None = None
    speaker_written: str | None = None
    status: Status = Status.IN_FORCE
    certainty: Certainty = Certainty.STATED
    condition: str | None = None
    exception: str | None = None
    scope: str | None = None
    since: IsoDate | None = None
    until: IsoDate | None = None
    duration: IsoDuration | None = None
    quote: str = Field(min_length=1)
    start: int | None = None
    end: int | None = None
    more_quotes: tuple[QuoteRecord, ...] = ()
    confidence: float = Field(default=1.0, ge=0, le=1)
    extractor: str = HAND_CODED
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None

    @classmethod
    def parse(cls, data: Any, where: str) -> "StatementRecord":
        """A record from decoded JSON; `where` (file and line) goes into the RecordError that a wrong one raises."""
        if not isinstance(data, dict):
            raise RecordError(f"{where}: a statement is a JSON object with the codebook's keys, not {data!r:.40}")
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise RecordError(f"{where}: {complaint(error)}; see the codebook for its values") from None

    def written(self, role: Role) -> str | None:
        """The article's own words for a role; its name where the line gives no others."""
        words: str | None = getattr(self, f"{role.value}_written") or getattr(self, role.value)
        return words

    def quotes(self) -> tuple[Quote, ...]:
        """All quotes of the line as model values. Raises ValidationError where one ends before it starts."""
        return tuple(_quote(q.quote, q.start, q.end) for q in (self._first_quote(), *self.more_quotes))

    def _first_quote(self) -> QuoteRecord:
        return QuoteRecord(quote=self.quote, start=self.start, end=self.end)


def to_record(statement: Statement, item: str | None) -> dict[str, Any]:
    """The flat line of a statement, as JSON-ready values in a fixed order; `item` is the source's own id."""
    record: dict[str, Any] = {"id": item, "article": statement.article, "action": statement.action}
    for role in Role:
        record.update(_role_fields(statement, role))
    record.update({name: getattr(statement, name) for name in QUALIFIERS})
    record.update(_quote_fields(statement.quotes))
    return {**record, "confidence": round(statement.confidence, 3), "extractor": statement.extractor}


def _role_fields(statement: Statement, role: Role) -> dict[str, Any]:
    filler = statement.filler(role)
    absent = UNSPECIFIED if role is Role.ACTOR else None
    fields: dict[str, Any] = {role.value: filler.entity.name if filler else absent}
    if role in TYPED_ROLES:
        fields[f"{role.value}_type"] = filler.entity.kind if filler else None
    if filler and filler.written != filler.entity.name:
        fields[f"{role.value}_written"] = filler.written
    return fields


def _quote_fields(quotes: Iterable[Quote]) -> dict[str, Any]:
    first, *others = [_quote_record(quote) for quote in quotes]
    return {**first, "more_quotes": others} if others else first


def _quote_record(quote: Quote) -> dict[str, Any]:
    span = quote.span
    return {"quote": quote.text, "start": span.start if span else None, "end": span.end if span else None}


def _quote(text: str, start: int | None, end: int | None) -> Quote:
    placed = None if start is None or end is None else Span(start=start, end=end)
    return Quote(text=text, span=placed)
