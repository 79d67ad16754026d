"""Zip archives: every member of a known kind, in order of name."""

from collections.abc import Iterator
from functools import partial
from io import BufferedIOBase
from typing import cast
from zipfile import ZipFile, ZipInfo

from kg.errors import SourceError
from loaders.head import Head
from loaders.kinds import Item
from loaders.source import Opened
from loaders.unpacking import BROKEN, Budget, is_wanted, member, said, seekable

ENDINGS = (".zip",)


def recognises(head: Head) -> bool:
    """Whether it begins as a zip archive does, an empty one too."""
    return head.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(document: Opened) -> Iterator[Item]:
    """Its members. Raises SourceError where it has no list of them: what was cut off lacks its end, where that is."""
    with seekable(document) as stream:
        try:
            archive = ZipFile(stream)
        except BROKEN as error:
            raise SourceError(f"{document.name}: {said(error)}") from None
        budget = Budget.of(document)
        for each in sorted(archive.infolist(), key=lambda info: info.filename):
            if not each.is_dir() and is_wanted(each.filename):
                yield member(document, each.filename, partial(_member, archive, each), budget)


def _member(archive: ZipFile, info: ZipInfo) -> BufferedIOBase:
    return cast(BufferedIOBase, archive.open(info))
