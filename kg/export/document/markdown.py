"""A document as Markdown (CommonMark), with its pictures in files beside it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from kg.export.characters import clean
from kg.export.document.document import Code, Document, Heading, Listing, Picture, Quote, Text
from kg.export.document.source import attribution, doubt, web_address

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def as_markdown(document: Document, places: Mapping[str, str]) -> str:
    """The text; `places` are the paths of the pictures, by their names."""
    blocks = (_WRITERS[type(block)](block, places) for block in document.blocks)
    return "\n\n".join((f"# {escaped(document.title)}", *blocks)) + "\n"


def escaped(text: str) -> str:
    """Text in which nothing is taken for a mark, on one line."""
    joined = " ".join(clean(text).split())
    return _START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", joined))


def _heading(block: Heading, places: Mapping[str, str]) -> str:
    return f"{'#' * block.level} {escaped(block.text)}"


def _text(block: Text, places: Mapping[str, str]) -> str:
    return escaped(block.text)


def _quote(block: Quote, places: Mapping[str, str]) -> str:
    source = f"[{block.number}]" if block.number is not None else _linked(block)
    return f"> {escaped(block.quoted.text)}{doubt(block.quoted)} {source}"


def _linked(block: Quote) -> str:
    return _link(attribution(block.quoted), block.quoted.url)


def _link(text: str, url: str | None) -> str:
    address = web_address(url)
    return f"[{escaped(text)}](<{address}>)" if address else escaped(text)


def _listing(block: Listing, places: Mapping[str, str]) -> str:
    items = (_link(*item) if isinstance(item, tuple) else escaped(item) for item in block.items)
    marks = (f"{number}. " if block.numbered else "- " for number in range(1, len(block.items) + 1))
    return "\n".join(mark + item for mark, item in zip(marks, items, strict=True))


def _picture(block: Picture, places: Mapping[str, str]) -> str:
    return f"![{escaped(block.shows)}](<{places[block.name]}>)"


def _code(block: Code, places: Mapping[str, str]) -> str:
    fence = "`" * (max((len(run) for run in re.findall(r"`{3,}", block.text)), default=2) + 1)
    return f"{fence}\n{clean(block.text).rstrip()}\n{fence}"


_WRITERS: Mapping[type, Callable[[Any, Mapping[str, str]], str]] = {
    Heading: _heading,
    Text: _text,
    Quote: _quote,
    Listing: _listing,
    Picture: _picture,
    Code: _code,
}
