"""A debate as a network: claims, counted and joined as a researcher wants them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from kg.errors import ExportError
from kg.network.discourse import onemode, twomode
from kg.network.discourse.affiliation import affiliation, transposed
from kg.network.discourse.backbone import above, backbone
from kg.network.discourse.claim import Claim
from kg.network.discourse.duplicates import once


class Mode(StrEnum):
    """Whom or what a network joins."""

    TWO_MODE = "two-mode"
    ACTORS = "actors"
    CONCEPTS = "concepts"


@dataclass(frozen=True)
class Debate:
    """How claims become a network; `duplicates`, `twomode`, `onemode` and `backbone` say what the settings mean."""

    mode: Mode = Mode.TWO_MODE
    tie: str = "congruence"
    norm: str = "none"
    duplicates: str = "document"
    threshold: float | None = None
    alpha: float | None = None

    @property
    def norms(self) -> tuple[str, ...]:
        """The norms that there are for this mode."""
        return twomode.NORMS if self.mode is Mode.TWO_MODE else onemode.NORMS


def discourse(claims: Iterable[Claim], debate: Debate) -> "nx.Graph[str]":
    """The network of these claims. Raises ExportError where the norm is of another mode."""
    if debate.norm not in debate.norms:
        raise ExportError(f"the norm {debate.norm!r} is not for {debate.mode}; take {', '.join(debate.norms)}")
    whole = _joined(once(claims, debate.duplicates), debate)
    strong = whole if debate.threshold is None else above(whole, debate.threshold)
    return strong if debate.alpha is None else backbone(strong, debate.alpha)


def _joined(claims: Iterable[Claim], debate: Debate) -> "nx.Graph[str]":
    cells = affiliation(claims)
    if debate.mode is Mode.TWO_MODE:
        return twomode.two_mode(cells, debate.norm)
    if debate.mode is Mode.CONCEPTS:
        cells = transposed(cells)
    return onemode.one_mode(cells, debate.tie, debate.norm)
