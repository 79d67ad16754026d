"""The kinds of source and their loaders: those of this project and those that other packages bring."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import Protocol, runtime_checkable

from kg.errors import KgError, SourceError
from kg.model import Article, Reading
from kg.model.record import StatementRecord
from loaders.coded import Coded
from loaders.failure import Failure
from loaders.head import Head
from loaders.source import Opened, Source

GROUP = "techpolicy_kg.loaders"
"""The entry points of loaders; the name of one is the kind that `--as` takes."""

Content = Article | Reading | StatementRecord | Coded | Failure
"""What sources hold in the end, with a Failure in the place of each that is bad."""

Item = Content | Source
"""What a loader finds: contents, or further sources, as in archives."""


class LoaderError(KgError):
    """A loader of another package does not work."""


@runtime_checkable
class Loader(Protocol):
    """A module, or any object, that reads one kind of source. No two loaders recognise the same content."""

    @property
    def ENDINGS(self) -> tuple[str, ...]:  # noqa: N802 - a constant of a module
        """How the names of its files end, lower-case with the dot, for content that leaves the kind open."""

    def recognises(self, head: Head) -> bool:
        """Whether content that starts like this is of its kind beyond doubt."""

    def read(self, document: Opened) -> Iterable[Item]:
        """What the source holds, in order. Raises SourceError, which names it, where it cannot be read as a whole."""


@cache
def loaders() -> Mapping[str, Loader]:
    """All loaders by kind, in order of name. Raises LoaderError for one that cannot be imported or lacks a part."""
    return {point.name: _loaded(point) for point in sorted(entry_points(group=GROUP), key=lambda each: each.name)}


def kind_of(head: Head, file_name: str) -> str | None:
    """The kind that the content shows, else the one that the name does; None where no loader takes it."""
    by_content = (kind for kind, loader in loaders().items() if head.data and loader.recognises(head))
    return next(by_content, None) or next(_by_name(file_name), None)


def require(kind: str | None, source: Source) -> Loader:
    """The loader of a kind. Raises SourceError where there is none."""
    if kind is None:
        raise SourceError(f"{source.name}: is of no known kind; read are {known_endings()}; say what it is with --as")
    if kind not in loaders():
        raise SourceError(f"there is no kind {kind!r}; write one of {', '.join(loaders())}")
    return loaders()[kind]


def known_endings() -> str:
    """The endings that are read, as messages say it."""
    return ", ".join(ending for loader in loaders().values() for ending in loader.ENDINGS) + ", .json with articles"


def _by_name(file_name: str) -> Iterator[str]:
    ending = PurePath(file_name).suffix.lower()
    return (kind for kind, loader in loaders().items() if ending in loader.ENDINGS)


def _loaded(point: EntryPoint) -> Loader:
    try:
        loader = point.load()
    except (ImportError, AttributeError) as error:
        raise LoaderError(f"the loader {point.name!r} ({point.value}) cannot be imported: {error}") from None
    if not isinstance(loader, Loader):
        raise LoaderError(f"the loader {point.name!r} ({point.value}) lacks ENDINGS, recognises or read")
    return loader
