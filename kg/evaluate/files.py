"""Files that people edit: whatever encoding their programs saved them in."""

from pathlib import Path

from kg.errors import SourceError
from loaders.encoding import decode
from loaders.files import opened, shown


def text_of(path: Path) -> str:
    """A file's text, without a byte order mark. Raises SourceError where it cannot be read or is no text."""
    with opened(path) as stream:
        data = stream.read()
    try:
        return decode(data).removeprefix("\ufeff")
    except SourceError as error:
        raise SourceError(f"{shown(path)}: {error}") from None
