"""What is read: bytes with a name, wherever they lie, and how a person wants them read."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BufferedReader
from pathlib import Path, PurePath

from kg.errors import SourceError
from loaders.files import opened, shown
from loaders.head import Head

Opener = Callable[[], AbstractContextManager[BufferedReader]]


@dataclass(frozen=True)
class Settings:
    """`kind` is what a person says that a source is; `fields` are pairs of a field of articles and what the source
    calls it (`("text", "body")`); `table` is the name or the path of a mapping that reads rows as statements;
    `allow_private` lets addresses of this machine and its network be visited.
    """

    kind: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    table: str | None = None
    allow_private: bool = False


@dataclass(frozen=True)
class Source:
    """A file, a member of an archive, standard input, or the answer of a web server.

    `name` says in messages where it lies, safe to print; `file_name` is its own, whose ending may tell its kind.
    `address` and `media_type` are known of what came from the web. Opening raises SourceError.
    """

    name: str
    file_name: str
    opener: Opener = field(compare=False, repr=False)
    path: Path | None = None
    address: str | None = None
    media_type: str | None = None

    @classmethod
    def of_file(cls, path: Path) -> "Source":
        """A file of the disk; opening it fails where it is no regular one."""
        return cls(shown(path), path.name, partial(opened, path), path)

    @classmethod
    def of_stream(cls, stream: BufferedReader, name: str) -> "Source":
        """An open stream, which is not closed; where its content leaves its kind open it is taken for text."""
        return cls(name, f"{name}.txt", partial(_left_open, stream))

    @property
    def place(self) -> str:
        """What a person would name to have it read again."""
        return str(self.path) if self.path else self.address or "-"

    @property
    def size(self) -> int:
        """Bytes of a file on disk, 0 for all else."""
        try:
            return self.path.stat().st_size if self.path else 0
        except (OSError, ValueError):
            return 0

    @property
    def stem(self) -> str:
        """The file's name without its ending, an article's id where it has no other."""
        return PurePath(self.file_name).stem


@dataclass(frozen=True)
class Opened:
    """A source that is open at its start, which `head` shows. `settings` say how a person wants it read."""

    source: Source
    stream: BufferedReader
    settings: Settings = field(default_factory=Settings)
    head: Head = field(default_factory=lambda: Head(b""), repr=False)

    @property
    def name(self) -> str:
        """Where it lies, as messages say it."""
        return self.source.name

    def whole(self, cap: int) -> bytes:
        """All its bytes. Raises SourceError where it is empty or larger than `cap` bytes."""
        data = self.stream.read(cap + 1)
        if not data.strip():
            raise SourceError(f"{self.name}: the file is empty")
        if len(data) > cap:
            raise SourceError(f"{self.name}: is larger than {cap // 2**20} MiB, too large for one article; split it")
        return data


@contextmanager
def _left_open(stream: BufferedReader) -> Iterator[BufferedReader]:
    yield stream
