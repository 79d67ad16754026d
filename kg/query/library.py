"""The query library: `queries/*.cypher`, each a comment header that says what it asks, then one read statement.

The header is part of the file so that a query can be pasted into a database's own console with its explanation:

    // title: Who bans
    // question: Who bans a technology?
    // parameter technology: entity = facial-recognition; what is banned, with all that is narrower
    // columns: actor, technology, quote
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.errors import OntologyError, QuestionError
from kg.model.identity import entity_id
from kg.ontology import Ontology

_HEADER = re.compile(r"^//\s*(?P<key>\w+)(?:\s+(?P<name>\w+))?\s*:\s*(?P<value>.*)$")
_PARAMETER = re.compile(r"^(?P<type>\w+)(?:\s*=\s*(?P<default>[^;]*?))?\s*;\s*(?P<meaning>.+)$")
_USED = re.compile(r"\$(\w+)")
_DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
TYPES = ("entity", "text", "integer", "date")
_TEXT_KEYS = ("title", "question", "columns")


@dataclass(frozen=True)
class Parameter:
    """A value that a query takes. `default` is as written; a parameter without one (None) must be given.

    Of the types, `entity` takes a name, an alias or an id and hands the query the id; `date` is a partial ISO date.
    """

    name: str
    type: str
    meaning: str
    default: str | None = None

    def value(self, ontology: Ontology, written: str) -> str | int | None:
        """The value to hand over; `null` is the absent value. Raises QuestionError where it is not of the type."""
        if written == "null":
            return None
        if self.type == "entity":
            return entity_of(ontology, written)
        if self.type == "integer" and not re.fullmatch(r"-?\d{1,18}", written):
            raise QuestionError(
                f"parameter {self.name} is a whole number, not {written!r}; write --param {self.name}=10"
            )
        if self.type == "date" and not _DATE.match(written):
            raise QuestionError(
                f"parameter {self.name} is a date, not {written!r}; write --param {self.name}=2020-06-11"
            )
        return int(written) if self.type == "integer" else written


@dataclass(frozen=True)
class LibraryQuery:
    """A query of the library; `name` is its file's stem, `cypher` the statement without the header."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    cypher: str
    text: str

    def values(self, ontology: Ontology, given: Mapping[str, str]) -> dict[str, Any]:
        """The parameters, defaults filled in. Raises QuestionError for an unknown, missing or malformed one."""
        names = [parameter.name for parameter in self.parameters]
        if unknown := [name for name in given if name not in names]:
            raise QuestionError(f"{self.name} has no parameter {unknown[0]!r}; it takes {', '.join(names) or 'none'}")
        return {parameter.name: self._value(ontology, parameter, given) for parameter in self.parameters}

    def _value(self, ontology: Ontology, parameter: Parameter, given: Mapping[str, str]) -> str | int | None:
        written = given.get(parameter.name, parameter.default)
        if written is None:
            raise QuestionError(
                f"{self.name} needs {parameter.name} ({parameter.meaning}); write --param {parameter.name}=…"
            )
        return parameter.value(ontology, written)


def entity_of(ontology: Ontology, written: str) -> str:
    """The graph's id for a name, an alias or an id; a name that the ontology does not know has the id of its words."""
    if written in ontology.concepts or re.fullmatch(r"e-[0-9a-f]{20}", written):
        return written
    concept = ontology.named(written)
    return concept.slug if concept else entity_id(written)


def library(folder: Path) -> tuple[LibraryQuery, ...]:
    """All queries of a folder, by name. Raises OntologyError for the first file that breaks the rules."""
    return tuple(read_query(path) for path in sorted(folder.glob("*.cypher")))


def named_query(folder: Path, name: str) -> LibraryQuery:
    """The query of that name. Raises QuestionError with the nearest names where there is none."""
    names = sorted(path.stem for path in folder.glob("*.cypher"))
    if name not in names:
        near = get_close_matches(name, names, n=3, cutoff=0.4) or names
        raise QuestionError(f"there is no query {name!r}; did you mean {', '.join(near)}? `kg query` lists all")
    return read_query(folder / f"{name}.cypher")


def read_query(path: Path) -> LibraryQuery:
    """The query of one file. Raises OntologyError with file, line and cure where the header and the text do not fit."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    length = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = _Header(path)
    for number, line in enumerate(lines[:length], start=1):
        header.take(number, line)
    cypher = "\n".join(lines[length:]).strip()
    header.check(cypher, length + 1)
    return LibraryQuery(
        name=path.stem,
        title=header.texts["title"],
        question=header.texts["question"],
        parameters=tuple(header.parameters),
        columns=tuple(column.strip() for column in header.texts["columns"].split(",")),
        cypher=cypher,
        text=text,
    )


class _Header:
    """The header while its lines are being read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.texts: dict[str, str] = {}
        self.parameters: list[Parameter] = []

    def take(self, number: int, line: str) -> None:
        """One line of the header; a line without `key:` is a remark."""
        match = _HEADER.match(line)
        if match is None:
            return
        key, name, value = match["key"], match["name"], match["value"].strip()
        if key == "parameter" and name:
            self.parameters.append(self._parameter(number, name, value))
        elif key in _TEXT_KEYS and not name and value:
            self.texts[key] = value
        else:
            raise self._error(number, f"{line!r} is no header line; use title, question, parameter NAME or columns")

    def check(self, cypher: str, number: int) -> None:
        """That nothing is missing and that the header speaks of this very statement."""
        if missing := [key for key in _TEXT_KEYS if key not in self.texts]:
            raise self._error(1, f"the header lacks {missing[0]!r}; add a line // {missing[0]}: …")
        declared, used = {parameter.name for parameter in self.parameters}, set(_USED.findall(cypher))
        if used - declared:
            name = min(used - declared)
            raise self._error(number, f"${name} is not declared; add // parameter {name}: text; what it means")
        if declared - used:
            raise self._error(number, f"parameter {min(declared - used)} is not used; take its line out of the header")
        for column in self.texts["columns"].split(","):
            if not re.search(rf"\bAS {re.escape(column.strip())}\b", cypher):
                raise self._error(number, f"column {column.strip()} is not returned; write … AS {column.strip()}")

    def _parameter(self, number: int, name: str, value: str) -> Parameter:
        match = _PARAMETER.match(value)
        if match is None:
            raise self._error(number, f"parameter {name} is not written TYPE = DEFAULT; MEANING")
        if match["type"] not in TYPES:
            raise self._error(number, f"parameter {name} has the type {match['type']!r}; use one of {', '.join(TYPES)}")
        return Parameter(name=name, type=match["type"], meaning=match["meaning"].strip(), default=match["default"])

    def _error(self, number: int, problem: str) -> OntologyError:
        return OntologyError(f"{self.path}:{number}: {problem}")
