"""`failures.jsonl`: what loads set aside, with all that is needed to try it again once it is mended."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from kg.errors import SourceError
from kg.pipeline.report import Failed
from kg.pipeline.sources import Place
from loaders import Settings


@dataclass(frozen=True)
class Manner:
    """How sources are loaded: read as what, and into which collection."""

    settings: Settings = field(default_factory=Settings)
    collection: str | None = None


@dataclass(frozen=True)
class Aside:
    """A line: what failed at which stage and why, the path or address to load again, and in which manner."""

    path: str
    where: str
    stage: str
    reason: str
    collection: str | None = None
    kind: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    table: str | None = None
    allow_private: bool = False

    @classmethod
    def of(cls, failed: Failed, manner: Manner) -> "Aside":
        """The line of a failure."""
        settings = manner.settings
        return cls(
            path=lasting(failed.path),
            where=failed.where,
            stage=failed.stage,
            reason=failed.reason,
            collection=manner.collection,
            kind=settings.kind,
            fields=settings.fields,
            table=settings.table,
            allow_private=settings.allow_private,
        )

    @property
    def manner(self) -> Manner:
        """How it was loaded."""
        return Manner(Settings(self.kind, self.fields, self.table, self.allow_private), self.collection)


def lasting(path: str) -> str:
    """A path that holds from any folder; an address is one already, and standard input (`-`) is gone."""
    return path if path == "-" or "://" in path else str(Path(path).absolute())


def read(file: Path) -> tuple[Aside, ...]:
    """The lines of a file, none where there is no file. Raises SourceError for one that is no such line."""
    if not file.exists():
        return ()
    try:
        return tuple(_lines(file))
    except OSError as error:
        raise SourceError(f"{file}: cannot be read ({error.strerror}); check its rights") from None


class Failures:
    """A file of lines while loads go on: `before` are those that it had."""

    def __init__(self, file: Path, before: Iterable[Aside] = ()) -> None:
        self._file = file
        self._before = dict.fromkeys(before)
        self._known = {line.path for line in self._before}
        self._fresh: dict[Aside, None] = {}

    @property
    def file(self) -> Path:
        """Where they are noted."""
        return self._file

    def tried(self, path: str) -> None:
        """This path is loaded again: what the file said of it is over."""
        if self._known and (known := lasting(path)) in self._known:
            self._before = {line: None for line in self._before if line.path != known}

    def add(self, failures: Iterable[Failed], manner: Manner) -> None:
        """These failed now."""
        self._fresh |= {Aside.of(each, manner): None for each in failures}

    def write(self) -> None:
        """Replaces the file at once; without lines there is none."""
        lines = [*self._before, *self._fresh]
        if not lines:
            self._file.unlink(missing_ok=True)
            return
        fresh = self._file.with_name(f"{self._file.name}.new")
        fresh.write_text("".join(f"{json.dumps(_record(line))}\n" for line in lines), encoding="utf-8")
        fresh.replace(self._file)


Wanted = Mapping[Manner, Sequence[Place]]
"""What to load, by the manner in which."""


def by_manner(lines: Iterable[Aside]) -> Wanted:
    """The paths of the lines, each once. Raises SourceError where there is none, or only standard input."""
    wanted: dict[Manner, dict[Place, None]] = {}
    for line in lines:
        if line.path != "-":
            wanted.setdefault(line.manner, {})[line.path] = None
    if not wanted:
        raise SourceError("nothing is set aside to be tried again; name what to load")
    return {manner: list(places) for manner, places in wanted.items()}


def _record(line: Aside) -> dict[str, Any]:
    return {**asdict(line), "fields": dict(line.fields)}


def _lines(file: Path) -> Iterator[Aside]:
    known = {each.name for each in fields(Aside)}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            record = {name: value for name, value in json.loads(line).items() if name in known}
            yield Aside(**{**record, "fields": tuple(sorted(record.get("fields", {}).items()))})
        except (ValueError, TypeError, AttributeError):
            raise SourceError(f"{file}, line {number}: is no line of a load; delete it, or the file") from None
