"""Tar archives, packed or not, as a stream: every regular file of a known kind, in the order of the archive."""

import tarfile
from collections.abc import Iterator
from functools import partial
from io import BufferedIOBase
from typing import cast

from kg.errors import SourceError
from loaders.failure import Failure
from loaders.head import Head
from loaders.kinds import Item
from loaders.source import Opened
from loaders.unpacking import BROKEN, Budget, is_wanted, member, said

ENDINGS = (".tar",)

_MAGIC = slice(257, 262)


def recognises(head: Head) -> bool:
    """Whether it begins as a tar archive does since 1988."""
    return head.data[_MAGIC] == b"ustar"


def read(document: Opened) -> Iterator[Item]:
    """Its files; after damage the rest cannot be told apart and is one Failure. Raises SourceError where it is none."""
    try:
        archive = tarfile.open(fileobj=document.stream, mode="r|")  # noqa: SIM115 - lives as long as its source
    except BROKEN as error:
        raise SourceError(f"{document.name}: {said(error)}") from None
    budget = Budget.of(document)
    while True:
        try:
            info = archive.next()
        except (SourceError, *BROKEN) as error:
            yield Failure(document.name, f"{said(error)}; what comes after is lost")
            return
        if info is None:
            return
        if info.isfile() and is_wanted(info.name):
            yield member(document, info.name, partial(_file, archive, info), budget)


def _file(archive: tarfile.TarFile, info: tarfile.TarInfo) -> BufferedIOBase:
    return cast(BufferedIOBase, archive.extractfile(info))
