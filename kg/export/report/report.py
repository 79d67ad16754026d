"""What is known of a topic, as a document: plain facts by actor, then what is not, each with its quotes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kg.export.document import Block, Document, Heading, Listing, Picture, Quote, Text
from kg.export.document.source import attribution
from kg.network.evidence import Evidence, Quoted

_PLAIN = frozenset({"in_force", "announced"})
_NOBODY = "Nobody named"


@dataclass(frozen=True)
class Report:
    """A document, and the articles that it cites, in the order of their numbers."""

    document: Document
    sources: tuple[Quoted, ...]


def report(
    title: str, source: str, told: Iterable[Evidence], names: Mapping[str, str], pictures: Iterable[Picture] = ()
) -> Report:
    """The report on these statements; `names` are those of entities by their ids.

    What is proposed, considered, denied, ended or hedged stands in a section of its own, and says so.
    """
    every = sorted(told, key=lambda each: (_actor(each, names).casefold(), _printed(each), each.id))
    plain = [each for each in every if _is_plain(each)]
    rest = [each for each in every if not _is_plain(each)]
    sources = _sources([*plain, *rest])
    numbers = {quoted.article: number for number, quoted in enumerate(sources, 1)}
    blocks = (
        Text(f"{_counted(every)} from {source}."),
        *pictures,
        *_section("Positions", plain, names, numbers),
        *_section("Proposed, considered, denied, ended or hedged", rest, names, numbers),
        Heading("Sources"),
        Listing(tuple(_cited(quoted) for quoted in sources), numbered=True),
    )
    return Report(Document(title, blocks), sources)


def _counted(every: list[Evidence]) -> str:
    return f"{len(every)} statement{'' if len(every) == 1 else 's'}"


def _is_plain(told: Evidence) -> bool:
    return told.properties["status"] in _PLAIN and told.properties["certainty"] == "stated"


def _actor(told: Evidence, names: Mapping[str, str]) -> str:
    return next((names.get(entity, entity) for role, entity in told.roles if role == "actor"), _NOBODY)


def _printed(told: Evidence) -> str:
    return told.quotes[0].published or ""


def _section(title: str, told: list[Evidence], names: Mapping[str, str], numbers: Mapping[str, int]) -> Iterator[Block]:
    if not told:
        return
    yield Heading(title)
    for actor, group in groupby(told, lambda each: _actor(each, names)):
        yield Heading(actor, 3)
        for label, alike in groupby(sorted(group, key=_alike), _alike):
            yield from _statements(label, list(alike), numbers)


def _alike(told: Evidence) -> str:
    said = {name: told.properties.get(name) for name in ("since", "until", "condition", "exception", "scope")}
    beside = "; ".join(f"{name}: {text}" for name, text in said.items() if text)
    return f"{told.label} ({beside})" if beside else told.label


def _statements(label: str, alike: list[Evidence], numbers: Mapping[str, int]) -> Iterator[Block]:
    yield Text(label)
    for each in alike:
        yield from (Quote(quoted, numbers[quoted.article]) for quoted in each.quotes)


def _sources(told: Iterable[Evidence]) -> tuple[Quoted, ...]:
    """Each article once, in the order in which the report comes to them, by its first quote."""
    found: dict[str, Quoted] = {}
    for each in told:
        for quoted in each.quotes:
            found.setdefault(quoted.article, quoted)
    return tuple(found.values())


def _cited(quoted: Quoted) -> Any:
    named = attribution(quoted)
    return (named, quoted.url) if quoted.url else named
