"""What an evaluation comes to: precision and recall at three levels, by action, by qualifier, and what else went wrong.

Figures are plain numbers, so that a run can be written down and compared with a later one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.evaluate.calibration import Calibration, calibration
from kg.evaluate.confusion import Confusion, confusions, polarity
from kg.evaluate.evaluation import Evaluation, Item
from kg.evaluate.matching import Judged, Level, accepts
from kg.evaluate.share import Share, ratio

LEVELS = {"actor+action": Level.ACTION, "triple": Level.TRIPLE, "full": Level.FULL}
"""The levels by the names that they are reported under."""

_MONTH = len("2020-06")


@dataclass(frozen=True)
class Score:
    """How many of the statements read are right, and how many of the core statements coded were found.

    `coded` and `found` count the statements that are not core too: they are right to read, and none is missed.
    """

    read: int
    right: int
    core: int
    core_found: int
    coded: int
    found: int

    @property
    def precision(self) -> float:
        """Of the statements read, those that are right; 0 where none is."""
        return ratio(self.right, self.read) or 0.0

    @property
    def recall(self) -> float:
        """Of the core statements, those found."""
        return ratio(self.core_found, self.core) or 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall) or 0.0

    @property
    def recall_of_all(self) -> float:
        """Of all statements coded, core or not, those found."""
        return ratio(self.found, self.coded) or 0.0

    def record(self) -> dict[str, Any]:
        """The figures first, then the counts that they come from."""
        named = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1", "recall_of_all")}
        return {**named, **asdict(self)}


@dataclass(frozen=True)
class Figures:
    """The figures of one evaluation.

    `actions` and `qualifiers` are at the level of the triple. `quiet` are the items in which nothing is coded and
    something was read, None where such items cannot be known. `quotes` are those of what was read that stand in the
    text, None without texts. `calibration` is None where no statement has a confidence.
    """

    items: int
    levels: Mapping[str, Score]
    actions: Mapping[str, Score]
    qualifiers: Mapping[str, Share]
    quiet: Share | None
    polarity: Mapping[str, Share]
    confusions: tuple[Confusion, ...]
    quotes: Share | None
    calibration: Calibration | None

    def record(self) -> dict[str, Any]:
        """The figures as JSON-ready values, which `kg.evaluate.comparison` reads back."""
        return {
            "items": self.items,
            "levels": {name: score.record() for name, score in self.levels.items()},
            "actions": {name: score.record() for name, score in self.actions.items()},
            "qualifiers": {name: share.record() for name, share in self.qualifiers.items()},
            "quiet": self.quiet and self.quiet.record(),
            "polarity": {name: share.record() for name, share in self.polarity.items()},
            "confusions": [asdict(each) for each in self.confusions],
            "quotes": self.quotes and self.quotes.record(),
            "calibration": self.calibration and self.calibration.record(),
        }


def figures(evaluation: Evaluation) -> Figures:
    """Count everything."""
    coded, read = [*evaluation.coded], [*evaluation.read]
    confused = confusions(evaluation)
    return Figures(
        items=len(evaluation.items),
        levels={name: _score(coded, read, level) for name, level in LEVELS.items()},
        actions=_by_action(coded, read),
        qualifiers=_by_qualifier(judged for judged in coded if judged.level >= Level.TRIPLE),
        quiet=_quiet(evaluation.items) if evaluation.complete else None,
        polarity=polarity(coded, confused),
        confusions=confused,
        quotes=_quotes(evaluation.items),
        calibration=calibration(read),
    )


def _score(coded: Iterable[Judged], read: Iterable[Judged], level: Level) -> Score:
    found, right = [(each.line.core, each.level >= level) for each in coded], [each.level >= level for each in read]
    return Score(
        read=len(right),
        right=sum(right),
        core=sum(core for core, _ in found),
        core_found=sum(core and hit for core, hit in found),
        coded=len(found),
        found=sum(hit for _, hit in found),
    )


def _by_action(coded: list[Judged], read: list[Judged]) -> dict[str, Score]:
    def of(judged: Iterable[Judged], action: str) -> list[Judged]:
        return [each for each in judged if each.line.action == action]

    actions = sorted({each.line.action for each in (*coded, *read)})
    return {action: _score(of(coded, action), of(read, action), Level.TRIPLE) for action in actions}


def _by_qualifier(found: Iterable[Judged]) -> dict[str, Share]:
    right, of = Counter[str](), Counter[str]()
    for judged in found:
        for name, agrees in _QUALIFIERS.items():
            if getattr(judged.line, name):
                of[name] += 1
                right[name] += agrees(judged, name)
    return {name: Share(right[name], of[name]) for name in _QUALIFIERS}


def _same_status(judged: Judged, name: str) -> bool:
    assert judged.partner
    coded, read = judged.line.status, judged.partner.status
    return read == coded or read in judged.line.alt.get(name, ()) or {coded, read} == {"announced", "in_force"}


def _equal(judged: Judged, name: str) -> bool:
    return bool(getattr(judged.line, name) == getattr(judged.partner, name))


def _same_month(judged: Judged, name: str) -> bool:
    coded, read = str(getattr(judged.line, name)), str(getattr(judged.partner, name) or "")
    return read[:_MONTH] == coded[:_MONTH]


def _accepted(judged: Judged, name: str) -> bool:
    return accepts(judged.line, name, getattr(judged.partner, name))


def _full(judged: Judged, name: str) -> bool:
    # The other side of a deal names the parties the other way round; the level has looked at that.
    return judged.level >= Level.FULL


_QUALIFIERS: Mapping[str, Callable[[Judged, str], bool]] = {
    "status": _same_status,
    "certainty": _equal,
    "counterparty": _full,
    "jurisdiction": _accepted,
    "speaker": _accepted,
    "since": _same_month,
    "condition": _accepted,
    "exception": _accepted,
}
"""What is compared in a statement that was found, where the coder gave it, and when it is right."""


def _quiet(items: Iterable[Item]) -> Share:
    quiet = [bool(item.read) for item in items if not item.coded]
    return Share(sum(quiet), len(quiet))


def _quotes(items: Iterable[Item]) -> Share | None:
    stands = [
        (quote.stands_in(item.text) if quote.span else quote.text in item.text)
        for item in items
        if item.text is not None
        for judged in item.read
        for quote in judged.line.quotes()
    ]
    return Share(sum(stands), len(stands)) if stands else None
