"""What an explanation tells: plain values that print and serialise, without a parse in them."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of a trigger, the best of its drafts where it has several."""

    KEPT = "kept"
    UNLIKELY = "unlikely"
    LACKING = "lacking"
    NO_ACTOR = "no actor"
    NO_POWER = "no power"
    NO_FORM = "no form"
    NO_FACT = "no fact"
    PART = "part"
    UNFIT = "unfit"
    ALONE = "alone"


@dataclass(frozen=True)
class Over:
    """An operator over an event: its frame, its effect, and the word that is it."""

    frame: str
    effect: str
    word: str


@dataclass(frozen=True)
class Argument:
    """A filled role or qualifier: by whom or what, and where that was found."""

    role: str
    filler: str
    source: str


@dataclass(frozen=True)
class Draft:
    """What a clause may mean, as `actor · action · technology · counterparty`, and what became of it."""

    told: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True)
class Trigger:
    """A word that names a frame: the operators over it, its arguments, and what it gave.

    `meaning` is what it says under its operators ("restricts_sale, in force, stated"), None where it says nothing.
    """

    word: str
    frame: str
    outcome: Outcome
    reason: str
    operators: tuple[Over, ...] = ()
    meaning: str | None = None
    arguments: tuple[Argument, ...] = ()
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True)
class Influence:
    """A feature of a candidate and what it adds to the log odds of an action."""

    feature: str
    weight: float


@dataclass(frozen=True)
class Weighed:
    """A claim as the judge sees it: that an actor does something, wherever in the article it shows.

    `probability` is None where it is too faint in every sentence to be weighed; `best` is the number of the sentence
    that shows it most clearly, whose `score` (log odds) and influences are given; `given` is the statement that it
    became (`actor · action · technology · counterparty; …`), `origin` says where its roles come from.
    """

    actor: str
    action: str
    probability: float | None
    kept: bool
    reason: str
    best: int
    score: float
    given: str | None
    origin: str
    favouring: tuple[Influence, ...]
    opposing: tuple[Influence, ...]


@dataclass(frozen=True)
class SentenceExplanation:
    """One sentence, counted from 1: its triggers in the order of its words, and its claims, the likeliest first."""

    number: int
    text: str
    in_title: bool
    triggers: tuple[Trigger, ...]
    claims: tuple[Weighed, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing fired and nothing was weighed in it."""
        return not self.triggers and not self.claims


@dataclass(frozen=True)
class Explanation:
    """An article sentence by sentence; `silence` says why none was read at all, where that is so.

    `threshold` is the probability from which the judge keeps a claim; `day` is what relative dates are read against.
    """

    title: str
    topic: str | None
    day: str | None
    threshold: float
    silence: str | None
    sentences: tuple[SentenceExplanation, ...]

    def record(self) -> dict[str, Any]:
        """All of it as plain values for JSON."""
        return asdict(self)
