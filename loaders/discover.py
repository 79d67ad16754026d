"""Which files below the given paths are articles, in an order that does not depend on the machine."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from kg.errors import SourceError
from loaders.failure import Failure
from loaders.files import opened, shown, unreadable
from loaders.head import take
from loaders.kinds import kind_of, known_endings
from loaders.source import Settings, Source
from loaders.web import Visitor, anywhere, is_address, is_public

_DEFAULT = Settings()


@dataclass(frozen=True)
class PassedOver:
    """A file in a folder that is of no kind that is read, or no regular file: a picture, a program, a link, a pipe."""

    path: Path


Found = Source | PassedOver | Failure


def discover(places: Sequence[str | Path | Source], settings: Settings = _DEFAULT) -> Iterator[Found]:
    """Files at and below the places, folders in order of name, hidden files left out, links in folders not followed.

    A place is a path, a pattern of paths (`2020-*/**/*.html`), an address of the web, or a source that is open. One
    that is named itself is always a Source: loading it says what is wrong with it, so that the others are still read.
    """
    visitor = Visitor(anywhere if settings.allow_private else is_public)
    for place in places:
        if isinstance(place, Source):
            yield place
        elif isinstance(place, str) and is_address(place):
            yield visitor.source(place)
        else:
            yield from _at(Path(place))


def _at(path: Path) -> Iterator[Found]:
    if not os.path.lexists(path) and (matching := _matching(str(path))):
        yield from discover(matching)
    elif path.is_dir():
        yield from _in_folder(path)
    else:
        yield Source.of_file(path)


def _matching(pattern: str) -> list[Path]:
    """What a pattern stands for, where no shell has put that in its place."""
    return [Path(each) for each in sorted(glob(pattern, recursive=True))] if has_magic(pattern) else []  # noqa: PTH207 - a pattern of any root


def _in_folder(folder: Path) -> Iterator[Found]:
    empty = True
    for found in _walk(folder):
        empty = empty and isinstance(found, PassedOver)
        yield found
    if empty:
        yield Failure(shown(folder), f"the folder holds no article; read are {known_endings()}")


def _walk(folder: Path) -> Iterator[Found]:
    """Depth first with a stack of its own, since nested folders outrun recursion."""
    waiting: list[os.DirEntry[str] | Path] = [folder]
    while waiting:
        entry = waiting.pop()
        path = Path(entry)
        if isinstance(entry, os.DirEntry) and not entry.is_dir(follow_symlinks=False):
            yield _sorted_out(entry)
            continue
        try:
            waiting.extend(_entries(path))
        except OSError as error:
            yield Failure(shown(path), str(unreadable(path, error)).removeprefix(f"{shown(path)}: "))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """The last name first, as a stack takes them."""
    with os.scandir(folder) as entries:
        seen = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(seen, key=lambda entry: entry.name, reverse=True)


def _sorted_out(entry: os.DirEntry[str]) -> Source | PassedOver:
    path = Path(entry)
    if not entry.is_file(follow_symlinks=False):
        return PassedOver(path)
    try:
        with opened(path) as stream:
            known = kind_of(take(stream)[0], path.name)
        return Source.of_file(path) if known else PassedOver(path)
    except SourceError:
        return Source.of_file(path)
