"""Which of a record's own fields are those of an article: by what a person says, else by names that are usual."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import SourceError

_SPACING = re.compile(r"[\s_.-]+")
_KEYS_OF_STATEMENTS = frozenset({"action", "actor", "quote"})

Fields = tuple[tuple[str, str], ...]


def as_article(record: Mapping[str, Any], said: Fields = ()) -> dict[str, Any]:
    """The record with the fields of an article under their names; fields without a value are left out.

    `said` are pairs of an article's field and the record's.
    """
    wanted = {**usual(), **{field: (name,) for field, name in said}}
    own = {folded(name): value for name, value in record.items()}
    found = {field: _first(names, record, own) for field, names in wanted.items()}
    return {field: value for field, value in found.items() if value not in (None, "")}


def check(said: Fields) -> None:
    """Raises SourceError where a person names a field that no article has."""
    for field, _ in said:
        if field not in usual():
            raise SourceError(f"--map {field}=…: articles have no field {field!r}; map one of {', '.join(usual())}")


def are_known(names: Iterable[str]) -> bool:
    """Whether these are the columns of articles, or of statements, beyond doubt."""
    own = {folded(name) for name in names}
    known = {field for field, usual_names in usual().items() if own & {folded(each) for each in usual_names}}
    return own >= _KEYS_OF_STATEMENTS or (len(known) > 1 and not known.isdisjoint({"text", "title"}))


@cache
def usual() -> Mapping[str, tuple[str, ...]]:
    """The fields of articles, each with its usual names."""
    data = yaml.safe_load(Path(__file__).with_name("fields.yaml").read_text(encoding="utf-8"))
    return {field: tuple(names) for field, names in data.items()}


def _first(names: Iterable[str], record: Mapping[str, Any], own: Mapping[str, Any]) -> Any:
    """The first value that is there and no object: `source` may be a name, or hold one."""
    for name in names:
        value = record.get(name, own.get(folded(name)))
        if value is None and "." in name:
            value = _within(name.split("."), record)
        if value not in (None, "") and not isinstance(value, dict):
            return value
    return None


def _within(path: list[str], record: Any) -> Any:
    for step in path:
        record = record.get(step) if isinstance(record, dict) else None
    return record


def folded(name: str) -> str:
    """A name without what differs between sources: case, spaces and the like."""
    return _SPACING.sub("", str(name)).casefold()
