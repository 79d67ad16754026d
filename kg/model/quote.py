"""The words of an article that carry a statement."""

from pydantic import BaseModel, ConfigDict, Field

from kg.model.span import Span


class Quote(BaseModel):
    """Exact words with their place in the article's text; `span` is None while the article's text is not at hand."""

    model_config = ConfigDict(frozen=True)

    text: str = Field(min_length=1)
    span: Span | None = None

    def stands_in(self, article_text: str) -> bool:
        """Whether the article's text has these words at this place, character for character."""
        return self.span is not None and self.span.of(article_text) == self.text

    def found_in(self, article_text: str) -> "Quote | None":
        """The quote where it stands: at its own place, else at the first that has its words; None where none has."""
        if self.stands_in(article_text):
            return self
        start = article_text.find(self.text)
        return Quote(text=self.text, span=Span(start=start, end=start + len(self.text))) if start >= 0 else None
