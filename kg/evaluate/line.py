"""A statement as scorers see it: one flat line, coded by a person or read by an extractor.

It is more patient than `kg.model.record`: a coder's sheet is compared as it is, whatever its dates and kinds look like.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kg.errors import RecordError
from kg.evaluate.files import text_of
from kg.model import UNSPECIFIED, Quote, Span
from kg.model.complaint import complaint
from kg.model.record import QuoteRecord


def _named(value: Any) -> Any:
    """The name of a role that was written as an object."""
    return (value.get("name") or value.get("label")) if isinstance(value, dict) else value


def _or_none(value: Any) -> Any:
    return {} if value is None else value


Name = Annotated[str | None, BeforeValidator(_named)]


class Line(BaseModel):
    """One statement of the item `id`. Unknown keys are passed over.

    `core`: any careful reader would extract it. `alt`: for a field, other values that are as good. Both are a coder's;
    `confidence` is an extractor's.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str
    action: str
    actor: Name = UNSPECIFIED
    technology: Name = None
    product: Name = None
    counterparty: Name = None
    measure: Name = None
    jurisdiction: Name = None
    speaker: Name = None
    status: str | None = None
    certainty: str | None = None
    condition: Name = None
    exception: Name = None
    since: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    more_quotes: tuple[QuoteRecord, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    core: bool = True
    alt: Annotated[Mapping[str, tuple[Name, ...]], BeforeValidator(_or_none)] = {}

    @classmethod
    def parse(cls, data: Any, where: str) -> "Line":
        """A line from decoded JSON; `where` (file and line) goes into the RecordError that a wrong one raises."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            problem = f"{complaint(error)}; write an object with the codebook's keys"
            raise RecordError(f"{where}: {problem}") from None

    @property
    def spoken(self) -> str:
        """The statement in one line: `Amazon · restricts_sale · facial recognition (Rekognition) · to: police`."""
        theme = self.technology or ""
        if self.product and self.product != self.technology:
            theme = f"{theme} ({self.product})" if theme else self.product
        to = f"to: {self.counterparty}" if self.counterparty else None
        on = f"measure: {self.measure}" if self.measure else None
        return " · ".join(part for part in (self.actor or UNSPECIFIED, self.action, theme, to, on) if part)

    def quotes(self) -> Iterator[Quote]:
        """Its quotes, with their places where it names them."""
        first = [QuoteRecord(quote=self.quote, start=self.start, end=self.end)] if self.quote else []
        for each in (*first, *self.more_quotes):
            yield Quote(text=each.quote, span=_span(each.start, each.end))


def read_lines(path: Path) -> tuple[Line, ...]:
    """The statements of a file of JSON Lines.

    Raises SourceError for a file that is no text, RecordError for the first line that is no statement.
    """
    return lines_of(text_of(path), path.name)


def lines_of(text: str, name: str) -> tuple[Line, ...]:
    """The statements of JSON Lines; `name` says in messages where they come from."""
    # Only "\n" ends a line: U+2028 within a string does not.
    numbered = enumerate(text.split("\n"), start=1)
    return tuple(_line(line, f"{name}, line {number}") for number, line in numbered if line.strip())


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None or not 0 <= start < end else Span(start=start, end=end)


def _line(line: str, where: str) -> Line:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise RecordError(f"{where}: is no JSON; write one object a line") from None
    return Line.parse(data, where)
