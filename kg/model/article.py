"""An article as it was read: text and what its source says about it."""

import hashlib
from datetime import date, datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from kg.errors import RecordError
from kg.model.complaint import complaint
from kg.model.dates import partial_date
from kg.model.identity import canonical_url, digest, normalise_text


class Article(BaseModel):
    """One article. Make it with `Article.read`, which gives the text its stored form and the article its id.

    `text` is NFC with `\\n`, its first line the title; offsets of quotes count Unicode code points into it.
    `published` is an ISO date or date-time with its zone as the source states it, or None. `source_id` is the source's
    own id and never joins two articles.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    title: str = ""
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    source_id: str | None = None
    collection: str | None = None

    @field_validator("text")
    @classmethod
    def _can_be_written(cls, value: str) -> str:
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"character {error.start} is half a character; save the source as UTF-8 again") from None
        return value

    @field_validator("published")
    @classmethod
    def _is_iso(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            partial_date(value[:10])
            if len(value) > 10:
                datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is no ISO 8601 date; write 2020-06-11 or 2020-06-11T09:30:00+00:00") from None
        return value

    @classmethod
    def read(
        cls,
        body: str,
        *,
        title: str = "",
        url: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        language: str | None = None,
        source_id: str | None = None,
        collection: str | None = None,
    ) -> Self:
        """An article from its parts; the id hashes the canonical address where there is one, else the text.

        Raises RecordError where neither title nor body has a word, the address is none, or the date is no ISO date.
        """
        heading = " ".join(normalise_text(title).split())
        text = "\n\n".join(part for part in (heading, normalise_text(body).strip()) if part)
        if not text.strip():
            raise RecordError("the article has neither title nor text; give it at least one of them")
        try:
            return cls(
                id=digest("a", _identity(url, text)),
                text=text,
                title=heading,
                url=url or None,
                published=published or None,
                publisher=publisher or None,
                language=language or None,
                source_id=source_id or None,
                collection=collection or None,
            )
        except ValidationError as error:
            raise RecordError(complaint(error)) from None

    def at(self, url: str) -> Self:
        """The article as one that lies at an address, which its id comes from."""
        return self.model_copy(update={"url": url, "id": digest("a", _identity(url, self.text))})

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, to see whether the article at an address has changed."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def body(self) -> str:
        """The text without its title line."""
        return self.text[len(self.title) :].strip() if self.title else self.text

    @property
    def day(self) -> date | None:
        """The day of publication; None where the source gives none or only a month or year."""
        return date.fromisoformat(self.published[:10]) if self.published and len(self.published) >= 10 else None


def _identity(url: str | None, text: str) -> str:
    if not url:
        return " ".join(text.split())
    try:
        return canonical_url(url)
    except ValueError as error:
        raise RecordError(f"url: {url!r} is no address ({error}); mend it or leave it out") from None
