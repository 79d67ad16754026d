"""Mappings of tables: which columns are the roles of a statement. A file of YAML, checked as a whole."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from kg.errors import SourceError
from kg.model.complaint import complaint
from loaders.coded import READ_WITH
from loaders.fields import folded

_PLACE = re.compile(r"\{(\w+)\}")
_FOLDER = Path(__file__).with_name("tables")


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _as_column(value: Any) -> Any:
    return {"names": value} if isinstance(value, list | str) else value


Patterns = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
"""Words with columns in braces; of several the first whose columns all hold something counts."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def patterns(self) -> Iterator[str]:
        """All patterns in it."""
        for value in self.model_dump(exclude={"when"}).values():
            yield from value


class Column(BaseModel):
    """The names that a column goes by, the likeliest first, and how its cells are written.

    `separator` stands between several values, which a list of JSON holds too; `values` are what short forms mean; a
    `slug` is `new-york-police`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: Patterns
    separator: str | None = None
    values: Mapping[str, str] = Field(default_factory=dict)
    written: Literal["plain", "slug"] = "plain"


class ArticleParts(_Part):
    """What a row says of itself as a source."""

    title: Patterns
    id: Patterns = ()
    url: Patterns = ()
    published: Patterns = ()
    publisher: Patterns = ()


class StatementParts(_Part):
    """A statement that a row makes, `when` its columns hold one of these values."""

    when: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    action: Patterns
    actor: Patterns
    actor_type: Patterns = ()
    actor_place: Patterns = ()
    technology: Patterns = ()
    product: Patterns = ()
    counterparty: Patterns = ()
    counterparty_type: Patterns = ()
    measure: Patterns = ()
    status: Patterns = ()
    certainty: Patterns = ()
    condition: Patterns = ()
    exception: Patterns = ()
    scope: Patterns = ()
    jurisdiction: Patterns = ()
    since: Patterns = ()
    until: Patterns = ()
    duration: Patterns = ()
    speaker: Patterns = ()


class TableMapping(BaseModel):
    """A mapping. `recognised_by` are columns that tell its tables from others; `dates` reads 1/2/2020 in one order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    source: str | None = None
    dates: Literal["month first", "day first"] | None = None
    columns: Mapping[str, Annotated[Column, BeforeValidator(_as_column)]]
    recognised_by: tuple[str, ...] = Field(min_length=1)
    article: ArticleParts
    statements: tuple[StatementParts, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _columns_are_there(self) -> Self:
        named = {*self.recognised_by, *(name for part in self._parts for name in _named(part))}
        if unknown := sorted(named.difference(self.columns)):
            raise ValueError(f"no column {unknown[0]!r} under columns; there are {', '.join(self.columns)}")
        return self

    @property
    def _parts(self) -> tuple[_Part, ...]:
        return (self.article, *self.statements)

    @property
    def read_with(self) -> str:
        """Fingerprint: a row is told again when its mapping has changed."""
        return READ_WITH + hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    def places(self, names: Iterable[str]) -> dict[str, str]:
        """What the table at hand, with columns of these names, calls each column; those that it lacks are left out."""
        own = {folded(name): name for name in reversed(list(names))}
        found = {key: [own[each] for each in map(folded, column.names) if each in own] for key, column in self._items}
        return {key: names_found[0] for key, names_found in found.items() if names_found}

    def fits(self, names: Iterable[str]) -> bool:
        """Whether a table with these columns is one of its."""
        return self.places(names).keys() >= set(self.recognised_by)

    @property
    def _items(self) -> Iterable[tuple[str, Column]]:
        return self.columns.items()


def mapping_named(name: str) -> TableMapping:
    """The shipped mapping of that name, else the one in that file. Raises SourceError where there is none."""
    if name in shipped():
        return shipped()[name]
    path = Path(name)
    if not path.is_file():
        raise SourceError(f"there is no mapping {name!r}; give a file, or one of {', '.join(shipped())}")
    return _read(path)


def mapping_for(names: Iterable[str]) -> TableMapping | None:
    """The shipped mapping that a table with these columns fits."""
    columns = list(names)
    return next((mapping for mapping in shipped().values() if mapping.fits(columns)), None)


@cache
def shipped() -> Mapping[str, TableMapping]:
    """The mappings of this project by name."""
    return {path.stem: _read(path) for path in sorted(_FOLDER.glob("*.yaml"))}


def _read(path: Path) -> TableMapping:
    try:
        return TableMapping.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise SourceError(f"{path}: {complaint(error)}; docs/load.md says what a mapping holds") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: is no YAML ({' '.join(str(error).split())})") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check its rights") from None


def _named(part: _Part) -> Iterator[str]:
    yield from getattr(part, "when", ())
    for pattern in part.patterns():
        yield from _PLACE.findall(pattern)
