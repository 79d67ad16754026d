"""A single file packed with gzip, bzip2 or xz."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BufferedIOBase, BufferedReader
from pathlib import PurePosixPath

from kg.errors import SourceError
from loaders import warc
from loaders.head import Head
from loaders.kinds import Item
from loaders.source import Opened
from loaders.unpacking import Budget, member

ENDINGS = (".gz", ".tgz", ".bz2", ".xz", ".txz")

_OPENERS: Mapping[bytes, Callable[[BufferedReader], BufferedIOBase]] = {
    b"\x1f\x8b\x08": partial(gzip.GzipFile, None, "rb", 9),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
_SHORT = {".tgz": ".tar", ".txz": ".tar"}


def recognises(head: Head) -> bool:
    """Whether it begins as a packed file does and is no crawl, whose records are packed one by one."""
    return any(head.data.startswith(magic) for magic in _OPENERS) and not warc.recognises(head)


def read(document: Opened) -> Iterator[Item]:
    """The file in it, under its name without the ending."""
    opener = next((opens for magic, opens in _OPENERS.items() if document.head.data.startswith(magic)), None)
    if opener is None:
        raise SourceError(f"{document.name}: is not packed with gzip, bzip2 or xz, as its name says; get it again")
    path = PurePosixPath(document.source.file_name)
    inner = path.stem + _SHORT.get(path.suffix.lower(), "") if path.suffix.lower() in ENDINGS else path.name
    yield member(document, inner, lambda: opener(document.stream), Budget.of(document))
