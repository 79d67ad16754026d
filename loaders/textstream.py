"""Text of sources that are too large to be decoded at once."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from kg.errors import SourceError
from loaders.encoding import byte_order_mark, encoding_of
from loaders.files import LONGEST_LINE
from loaders.source import Opened

_STRAY = "kg-stray-bytes"


@contextmanager
def text_of(document: Opened) -> Iterator[TextIO]:
    """The text of a source, in the encoding that its start shows; stray bytes are taken for Windows-1252.

    The source itself stays open. Raises SourceError for binary data.
    """
    head = document.head
    if head.text is None:
        raise SourceError(f"{document.name}: holds binary data, not text; say what it is with --as")
    encoding = byte_order_mark(head.data) or encoding_of(head.data)
    text = TextIOWrapper(document.stream, encoding=encoding, errors=_STRAY, newline="")
    try:
        yield text
    finally:
        if not document.stream.closed:  # whoever gave up in the middle may have closed it
            text.detach()


def lines_of(document: Opened) -> Iterator[str]:
    """The lines of the text with their ends. Raises SourceError as `text_of`, and for a line that is too long."""
    with text_of(document) as text:
        while line := text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE and not line.endswith("\n"):
                raise SourceError(f"{document.name}: a line is longer than {LONGEST_LINE // 2**20} MiB; split it")
            yield line


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_STRAY, _as_windows)
