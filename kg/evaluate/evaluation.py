"""Coded and read statements side by side, item by item."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import RecordError
from kg.evaluate.line import Line
from kg.evaluate.matching import Judged, matched


@dataclass(frozen=True)
class Item:
    """One text: what a person coded in it and what was read in it; `text` is None where it is not at hand."""

    id: str
    coded: tuple[Judged, ...]
    read: tuple[Judged, ...]
    text: str | None = None


@dataclass(frozen=True)
class Evaluation:
    """All items, by their ids. `complete` says whether items in which nothing is coded are among them on purpose."""

    items: tuple[Item, ...]
    complete: bool

    @property
    def coded(self) -> Iterator[Judged]:
        """All coded statements."""
        return (judged for item in self.items for judged in item.coded)

    @property
    def read(self) -> Iterator[Judged]:
        """All statements that were read."""
        return (judged for item in self.items for judged in item.read)


def evaluate(
    coded: Iterable[Line],
    read: Iterable[Line],
    *,
    texts: Mapping[str, str] | None = None,
    ids: Collection[str] | None = None,
) -> Evaluation:
    """Compare what was read with what was coded.

    The items are `ids` where they are given, else all that either side or `texts` (text by item) knows: an item in
    which nothing is coded holds no statement, and whatever is read in it is wrong. Raises RecordError for no item.
    """
    coded_by, read_by, known = _by_item(coded), _by_item(read), texts or {}
    items = set(ids) if ids is not None else {*coded_by, *read_by, *known}
    if not items & {*coded_by, *read_by, *known}:
        raise RecordError("there is no item to evaluate; check that the files and the ids belong together")
    return Evaluation(
        items=tuple(
            Item(each, *matched(coded_by.get(each, ()), read_by.get(each, ())), text=known.get(each))
            for each in sorted(items)
        ),
        complete=ids is not None or texts is not None,
    )


def _by_item(lines: Iterable[Line]) -> dict[str, list[Line]]:
    held: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        held[line.id].append(line)
    return dict(held)
