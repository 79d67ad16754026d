"""Actions that were read for others, above all those that say the opposite.

A statement that was missed and one that was read for nothing are one confusion where actor and technology agree and
only the action does not: `restricts_sale` read as `sells` is worse than not read at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.evaluation import Evaluation, Item
from kg.evaluate.line import Line
from kg.evaluate.matching import Judged, Level, parties_and_theme
from kg.evaluate.names import agreement
from kg.evaluate.share import Share

_OVER = frozenset({"ended", "denied"})
"""States in which a statement says that something is not so."""


@dataclass(frozen=True)
class Confusion:
    """`coded` was read as `read`, so many times."""

    coded: str
    read: str
    times: int


def confusions(evaluation: Evaluation) -> tuple[Confusion, ...]:
    """What was read for what, the most frequent first."""
    pairs = Counter((coded.action, read.action) for item in evaluation.items for coded, read in _confused(item))
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Confusion(coded, read, times) for (coded, read), times in ordered)


def polarity(coded: Iterable[Judged], confused: Iterable[Confusion]) -> dict[str, Share]:
    """By action that has an opposite: of the statements that were read at all, those not turned into their reverse.

    Turned round is what was read as the opposite action, and what holds but was read as ended or denied, or the
    reverse. What was missed is a matter of recall.
    """
    right, of = Counter[str](), Counter[str]()
    for judged in coded:
        if judged.partner and judged.level >= Level.TRIPLE:
            of[judged.line.action] += 1
            right[judged.line.action] += _holds_alike(judged.line, judged.partner)
    for each in confused:
        if agreement().are_opposite(each.coded, each.read):
            of[each.coded] += each.times
    opposites = agreement().opposite
    actions = sorted({*opposites.keys(), *opposites.values()} & of.keys())
    return {action: Share(right[action], of[action]) for action in actions}


def _confused(item: Item) -> Iterator[tuple[Line, Line]]:
    """Pairs of what was missed and what was read for it, each in one pair at most; opposites are looked for first."""
    missed = [each.line for each in item.coded if each.level < Level.TRIPLE]
    wrong = [each.line for each in item.read if each.level < Level.TRIPLE]
    found = [(i, j) for i, coded in enumerate(missed) for j, read in enumerate(wrong) if _alike(coded, read)]
    found.sort(key=lambda pair: not agreement().are_opposite(missed[pair[0]].action, wrong[pair[1]].action))
    of_missed, of_wrong = set[int](), set[int]()
    for i, j in found:
        if i not in of_missed and j not in of_wrong:
            of_missed.add(i)
            of_wrong.add(j)
            yield missed[i], wrong[j]


def _alike(coded: Line, read: Line) -> bool:
    return coded.action != read.action and parties_and_theme(coded, read) >= Level.TRIPLE


def _holds_alike(coded: Line, read: Line) -> bool:
    statuses = {coded.status, *coded.alt.get("status", ())}
    return any((status in _OVER) == (read.status in _OVER) for status in statuses)
