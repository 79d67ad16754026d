"""What was missed and what was read for nothing, beside the sentences that it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.evaluate.evaluation import Evaluation, Item
from kg.evaluate.matching import Judged, Level
from kg.evaluate.passage import sentence_of


class Fault(StrEnum):
    """The two ways to be wrong; a statement that is not core is no loss, but shown."""

    MISSED = "missed"
    MISSED_OPTIONAL = "missed, not core"
    FALSE_ALARM = "false alarm"


@dataclass(frozen=True)
class Mistake:
    """One statement below the level of the triple. `nearest` is what agrees with it in actor and action, if any."""

    item: str
    fault: Fault
    statement: str
    nearest: str | None
    sentence: str | None


def mistakes(evaluation: Evaluation) -> Iterator[Mistake]:
    """All mistakes, item by item, what was missed first."""
    for item in evaluation.items:
        for judged in sorted(item.coded, key=lambda each: not each.line.core):
            if judged.level < Level.TRIPLE:
                yield _mistake(item, judged, Fault.MISSED if judged.line.core else Fault.MISSED_OPTIONAL)
        for judged in item.read:
            if judged.level < Level.TRIPLE:
                yield _mistake(item, judged, Fault.FALSE_ALARM)


def _mistake(item: Item, judged: Judged, fault: Fault) -> Mistake:
    quote = judged.line.quote
    sentence = sentence_of(item.text, quote) if item.text and quote else None
    return Mistake(
        item=item.id,
        fault=fault,
        statement=judged.line.spoken,
        nearest=judged.partner.spoken if judged.partner else None,
        sentence=sentence or quote,
    )
