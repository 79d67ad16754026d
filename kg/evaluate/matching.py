"""Which statement that was read stands for which that was coded, and how far the two agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kg.evaluate.line import Line
from kg.evaluate.names import agree, agreement


class Level(IntEnum):
    """How far two statements agree: not at all; actor and action; the technology too; the counterparty too.

    Where the coder named no technology and no product, the measure takes the technology's place.
    """

    NONE = 0
    ACTION = 1
    TRIPLE = 2
    FULL = 3


@dataclass(frozen=True)
class Judged:
    """A statement with the one that it was matched with, on the other side; NONE and None where there is none."""

    line: Line
    level: Level = Level.NONE
    partner: Line | None = None


def accepts(coded: Line, field: str, value: str | None) -> bool:
    """Whether a value agrees with the coder's, or with one that the coder holds to be as good."""
    return any(agree(each, value) for each in (getattr(coded, field), *coded.alt.get(field, ())))


def level(coded: Line, read: Line) -> Level:
    """How far what was read agrees with what was coded."""
    told = _from_the_same_side(coded, read)
    if told.action != coded.action and told.action not in coded.alt.get("action", ()):
        return Level.NONE
    return parties_and_theme(coded, told)


def parties_and_theme(coded: Line, read: Line) -> Level:
    """The same, whatever the actions are."""
    if not accepts(coded, "actor", read.actor):
        return Level.NONE
    if not _same_theme(coded, read):
        return Level.ACTION
    return Level.FULL if accepts(coded, "counterparty", read.counterparty) else Level.TRIPLE


def matched(coded: Sequence[Line], read: Sequence[Line]) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """Both sides of one item, judged: each line is matched once at most.

    The best agreement goes first, then core statements, then the order of the files. What is read twice is matched
    once, so that the second counts as wrong.
    """
    of_coded, of_read = [Judged(line) for line in coded], [Judged(line) for line in read]
    for found, i, j in _candidates(coded, read):
        if of_coded[i].partner is None and of_read[j].partner is None:
            of_coded[i] = Judged(coded[i], found, read[j])
            of_read[j] = Judged(read[j], found, coded[i])
    return tuple(of_coded), tuple(of_read)


def _candidates(coded: Sequence[Line], read: Sequence[Line]) -> Iterator[tuple[Level, int, int]]:
    found = [(level(c, r), i, j) for i, c in enumerate(coded) for j, r in enumerate(read)]
    for candidate in sorted(found, key=lambda each: (-each[0], not coded[each[1]].core)):
        if candidate[0] > Level.NONE:
            yield candidate


def _from_the_same_side(coded: Line, read: Line) -> Line:
    """A sale told as a use, or the reverse, is told again from the coder's side where both name two parties."""
    if agreement().inverse.get(coded.action) != read.action or not (coded.counterparty and read.counterparty):
        return read
    turned = {"action": coded.action, "actor": read.counterparty, "counterparty": read.actor}
    return read.model_copy(update=turned)


def _same_theme(coded: Line, read: Line) -> bool:
    if not (coded.technology or coded.product):
        return not coded.measure or accepts(coded, "measure", read.measure)
    if coded.technology and (
        accepts(coded, "technology", read.technology) or accepts(coded, "technology", read.product)
    ):
        return True
    return bool(coded.product) and accepts(coded, "product", read.product)
