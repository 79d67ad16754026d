"""Which files a load has been through, so that one that was stopped need not read them again.

It only saves time: whether an article is stored as it should be, the store says. A journal lives as long as its load is
unfinished.
"""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.model.identity import digest
from loaders import Source

_LOG = logging.getLogger(__name__)

MOST_ARTICLES = 100
"""Articles of a file that is noted; one of more is gone through again, and its articles are looked up in the store."""


@dataclass(frozen=True)
class Version:
    """A file as it was: another size or time of change makes it another."""

    path: str
    size: int
    changed: int

    @classmethod
    def of(cls, source: Source) -> "Version | None":
        """The file as it is; None for what is no file, or gone."""
        if source.path is None:
            return None
        try:
            found = source.path.stat()
        except (OSError, ValueError):
            return None
        return cls(str(source.path.absolute()), found.st_size, found.st_mtime_ns)


class Journal:
    """An append-only file of the files that are done, each with the ids of its articles."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._done: Mapping[Version, tuple[str, ...]] = dict(_read(path)) if path else {}
        self._lines = path.open("a", encoding="utf-8") if path else None

    @classmethod
    def of(cls, folder: Path, *what: str) -> "Journal":
        """The journal of a load: `what` says into which store, how, and by whom it reads.

        Where none can be kept that is logged, and the load does without.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return cls(folder / f"{digest('j', *what)}.jsonl")
        except OSError as error:
            _LOG.warning("%s: %s; a load that is stopped will read its files again", folder, error.strerror)
            return cls(None)

    def articles(self, source: Source) -> tuple[str, ...]:
        """The ids of the articles of a file that is done and has not changed, else none."""
        version = Version.of(source) if self._done else None
        return self._done.get(version, ()) if version else ()

    def note(self, version: Version | None, articles: Sequence[str]) -> None:
        """Every article of a file is in the store."""
        if self._lines and version and 0 < len(articles) <= MOST_ARTICLES:
            line = [version.path, version.size, version.changed, list(articles)]
            self._lines.write(json.dumps(line) + "\n")
            self._lines.flush()

    def forget(self) -> None:
        """The load is finished."""
        if self._lines:
            self._lines.close()
            self._lines = None
        if self._path:
            self._path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lines:
            self._lines.close()


def _read(path: Path) -> Iterator[tuple[Version, tuple[str, ...]]]:
    """What the file says; a line that a crash cut short says nothing."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if noted := _noted(line):
                yield noted


def _noted(line: str) -> tuple[Version, tuple[str, ...]] | None:
    try:
        path, size, changed, articles = json.loads(line)
        return Version(path, size, changed), tuple(articles)
    except (ValueError, TypeError):
        return None


def state_folder() -> Path:
    """Where journals of this user lie."""
    from platformdirs import user_state_path

    return user_state_path("techpolicy-kg") / "journals"
