"""Values as literals, with the types that XML Schema has for them, and back as they were."""

import re

from pyoxigraph import Literal

from kg.rdf.names import term

_TYPES = (
    (re.compile(r"\d{4}\Z"), term("xsd:gYear")),
    (re.compile(r"\d{4}-\d{2}\Z"), term("xsd:gYearMonth")),
    (re.compile(r"\d{4}-\d{2}-\d{2}\Z"), term("xsd:date")),
    (re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?\Z"), term("xsd:dateTime")),
)


def text(value: str) -> Literal:
    """A plain text."""
    return Literal(value)


def time(value: str) -> Literal:
    """A partial ISO date or a moment; what XML Schema has no type for stays a text."""
    datatype = next((type_ for pattern, type_ in _TYPES if pattern.match(value)), None)
    return Literal(value, datatype=datatype) if datatype else Literal(value)


def number(value: float) -> Literal:
    """A number that reads back to the last bit."""
    return Literal(repr(value), datatype=term("xsd:double"))


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=term("xsd:integer"))


def truth(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", datatype=term("xsd:boolean"))
