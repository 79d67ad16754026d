"""What a document is made of, whatever it is written as."""

from dataclasses import dataclass

from kg.network.evidence import Quoted


@dataclass(frozen=True)
class Heading:
    """A heading; `level` 2 is the highest below the title, `anchor` is what leads to it."""

    text: str
    level: int = 2
    anchor: str | None = None


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Quote:
    """A quote, and the number of its source where sources are numbered."""

    quoted: Quoted
    number: int | None = None


@dataclass(frozen=True)
class Listing:
    """A list; one that is `numbered` begins with 1. A pair is a text with the address that it leads to."""

    items: tuple[str | tuple[str, str], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture as SVG, with what it shows in words; `name` tells it from others of the document."""

    svg: bytes
    shows: str
    name: str


@dataclass(frozen=True)
class Code:
    """Text for programs, as it is."""

    text: str


Block = Heading | Text | Quote | Listing | Picture | Code


@dataclass(frozen=True)
class Document:
    """A title and what is below it."""

    title: str
    blocks: tuple[Block, ...]
