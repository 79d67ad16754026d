"""A stretch of an article's text."""

from typing import Self

from pydantic import BaseModel, ConfigDict, NonNegativeInt, model_validator


class Span(BaseModel):
    """Half-open range of Unicode code points into `Article.text`."""

    model_config = ConfigDict(frozen=True)

    start: NonNegativeInt
    end: NonNegativeInt

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span must end after it starts, not {self.start}..{self.end}")
        return self

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]
