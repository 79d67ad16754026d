"""The files of an export, each made when its first line comes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO


class Files:
    """Files of lines in a folder. Use it as a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, TextIO] = {}
        self._lines = Counter[str]()
        self._longest = 0
        self._held = ExitStack()

    @property
    def lines(self) -> Mapping[str, int]:
        """How many lines each file has below its header."""
        return {name: self._lines[name] for name in self._open}

    @property
    def longest(self) -> int:
        """The longest line in bytes."""
        return self._longest

    def add(self, name: str, header: str, lines: Sequence[str]) -> None:
        """Adds lines to a file; `header` begins a new one."""
        if lines and name not in self._open:
            self._open[name] = self._held.enter_context(self._begun(name, header))
        for line in lines:
            self._open[name].write(line)
            self._longest = max(self._longest, len(line.encode()))
        self._lines[name] += len(lines)

    def _begun(self, name: str, header: str) -> TextIO:
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        file = path.open("w", encoding="utf-8", newline="\n")
        file.write(header)
        return file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()
