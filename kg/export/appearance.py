"""How things look, in every format alike: colours of kinds, lines of stances, safe for the colour-blind.

The colours are those of Okabe and Ito, "Color Universal Design" (2008); a line also differs by its dashes, so that no
difference hangs on colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import PUBLIC_BODIES, Kind


@dataclass(frozen=True)
class Family:
    """Kinds of nodes that look alike, with what the legend calls them; `size` is a diameter, against that of others."""

    name: str
    colour: str
    kinds: frozenset[str]
    size: float = 10.0

    @property
    def rgb(self) -> tuple[int, int, int]:
        """The colour as red, green and blue, 0 to 255."""
        return _rgb(self.colour)


@dataclass(frozen=True)
class Line:
    """How the edges of a stance are drawn; `dashes` are lengths of strokes and gaps, none for a solid line."""

    colour: str
    dashes: tuple[int, ...] = ()

    @property
    def rgb(self) -> tuple[int, int, int]:
        """The colour as red, green and blue, 0 to 255."""
        return _rgb(self.colour)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


FAMILIES = (
    Family("company", "#0072B2", frozenset({Kind.COMPANY.value})),
    Family("public body", "#D55E00", frozenset(kind.value for kind in PUBLIC_BODIES)),
    Family("advocacy, institution, party", "#009E73", frozenset({"AdvocacyGroup", "Institution", "Party"})),
    Family("person, group", "#F0E442", frozenset({Kind.PERSON.value, Kind.GROUP.value})),
    Family("technology, product", "#56B4E9", frozenset({Kind.TECHNOLOGY.value, Kind.PRODUCT.value}), 14.0),
    Family("measure", "#CC79A7", frozenset({Kind.MEASURE.value, "Concept"})),
    Family("statement", "#E69F00", frozenset({"Statement"}), 5.0),
    Family("place", "#BBBBBB", frozenset({Kind.PLACE.value}), 6.0),
    Family("article", "#777777", frozenset({"Article"}), 4.0),
)
"""Every kind of node that a network has is in one of these; what is in none looks like the last."""

LINES: Mapping[str, Line] = {
    "restricts": Line("#D55E00"),
    "opposes": Line("#CC79A7", (6, 3)),
    "supports": Line("#009E73"),
    "uses": Line("#0072B2", (2, 2)),
    "neutral": Line("#777777"),
}
"""By the stance of an action."""


def family(kind: str) -> Family:
    """The family of a kind."""
    return next((each for each in FAMILIES if kind in each.kinds), FAMILIES[-1])


def ink(colour: str) -> str:
    """Black or white, whichever is read better on a colour, by relative luminance (WCAG 2.2)."""
    red, green, blue = (_linear(value / 255) for value in _rgb(colour))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def line(stance: str) -> Line:
    """The line of a stance; of one that nobody knows, that of neutral."""
    return LINES.get(stance, LINES["neutral"])
