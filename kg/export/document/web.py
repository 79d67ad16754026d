"""A document as one HTML file without a script; nothing in it is fetched."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree, html
from lxml.html import builder

from kg.export.characters import clean
from kg.export.document.document import Code, Document, Heading, Listing, Picture, Quote, Text
from kg.export.document.source import attribution, doubt, web_address

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
figure { margin: 1rem 0; overflow-x: auto; background: #fff; }
figure svg { max-width: 100%; height: auto; }
blockquote { margin: 0.4rem 0 0.8rem; padding-inline-start: 0.8rem; border-inline-start: 3px solid #999; }
blockquote span { white-space: pre-line; }
cite { font-style: normal; font-size: 0.9em; opacity: 0.85; }
pre { white-space: pre-wrap; overflow-x: auto; }
:target { outline: 2px solid; outline-offset: 3px; }
@media print { body { max-width: none; } blockquote { break-inside: avoid; } }
"""


def as_html(document: Document) -> bytes:
    """The whole page."""
    head = builder.HEAD(
        builder.META(charset="utf-8"),
        builder.META({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        builder.META(name="viewport", content="width=device-width, initial-scale=1"),
        builder.TITLE(clean(document.title)),
        builder.STYLE(_STYLE),
    )
    blocks = [_WRITERS[type(block)](block) for block in document.blocks]
    page = builder.HTML(head, builder.BODY(builder.MAIN(builder.H1(clean(document.title)), *blocks)), lang="en")
    written: bytes = html.tostring(page, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + written + b"\n"


def _heading(block: Heading) -> Any:
    named = {"id": block.anchor} if block.anchor else {}
    return getattr(builder, f"H{block.level}")(clean(block.text), named)


def _text(block: Text) -> Any:
    return builder.P(clean(block.text))


def _quote(block: Quote) -> Any:
    source = _numbered(block.number) if block.number is not None else _link(attribution(block.quoted), block.quoted.url)
    return builder.BLOCKQUOTE(
        builder.SPAN(clean(block.quoted.text), dir="auto"), f"{doubt(block.quoted)} ", builder.CITE(source)
    )


def _numbered(number: int) -> Any:
    return builder.A(f"[{number}]", href=f"#source-{number}")


def _link(text: str, url: str | None) -> Any:
    address = web_address(url)
    return (
        builder.A(clean(text), href=clean(address), rel="noopener noreferrer") if address else builder.SPAN(clean(text))
    )


def _listing(block: Listing) -> Any:
    kind = builder.OL if block.numbered else builder.UL
    numbered = ({"id": f"source-{number}"} if block.numbered else {} for number in range(1, len(block.items) + 1))
    items = (_link(*item) if isinstance(item, tuple) else clean(item) for item in block.items)
    return kind(*(builder.LI(item, name) for item, name in zip(items, numbered, strict=True)))


def _picture(block: Picture) -> Any:
    drawn = etree.fromstring(block.svg)
    drawn.tail = None
    return builder.FIGURE(drawn)


def _code(block: Code) -> Any:
    return builder.PRE(clean(block.text), tabindex="0")


_WRITERS: Mapping[type, Callable[[Any], Any]] = {
    Heading: _heading,
    Text: _text,
    Quote: _quote,
    Listing: _listing,
    Picture: _picture,
    Code: _code,
}
