"""JSON documents: an array of records, also within an object as news interfaces answer, or a single record."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from kg.errors import SourceError
from loaders.failure import Failure
from loaders.fields import are_known
from loaders.files import LONGEST_LINE
from loaders.head import Head
from loaders.kinds import Content
from loaders.records import Placed, contents
from loaders.source import Opened
from loaders.textstream import text_of

ENDINGS: tuple[str, ...] = ()
"""None: most files called .json are settings, so the content must show that there are articles in it."""

_LISTS = "articles|results|items|docs|data|hits|records|stories|entries|value|documents"
_LIST = re.compile(rf'"(?:{_LISTS})"\s*:\s*\[')
_NAME = re.compile(r'"([^"\\]{1,40})"\s*:')
_BETWEEN = re.compile(r"[\s,]*")
_PIECE = 256 * 1024


def recognises(head: Head) -> bool:
    """Whether it begins as an array or an object that is no line of JSON Lines, and names fields of an article or a
    statement.
    """
    text = head.text or ""
    begins = re.match(r"\[\s*\{", text) or (re.match(r'\{\s*"', text) and "\n" in text)
    return bool(begins) and not _is_one(next(head.lines, "")) and are_known(_NAME.findall(text))


def read(document: Opened) -> Iterator[Content]:
    """What the records hold; after one that is no JSON the rest cannot be told apart and is one Failure."""
    with text_of(document) as text:
        yield from contents(_records(text, document), document)


def _is_one(line: str) -> bool:
    """Whether a line is a whole object, as in JSON Lines."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _records(text: TextIO, document: Opened) -> Iterator[Placed]:
    number = 0
    try:
        for number, record in enumerate(_values(_Buffer(text)), 1):
            yield f"{document.name}, record {number}", record
    except SourceError as error:
        where = f"{document.name}, record {number + 1}"
        yield where, Failure(where, f"{error}; the records after it are lost, too")


def _values(buffer: "_Buffer") -> Iterator[object]:
    """The elements of the array, or the only value."""
    if buffer.starts_with("{"):
        if not buffer.skip_past(_LIST):
            yield buffer.value()
            return
    elif buffer.starts_with("["):
        buffer.skip(1)
    while not buffer.starts_with("]"):
        yield buffer.value()


class _Buffer:
    """The part of a JSON text that is being looked at."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text = ""
        self._more()
        self._text = self._text.lstrip("\ufeff")

    def starts_with(self, sign: str) -> bool:
        """Whether the next sign is this one, after space and commas."""
        self._text = self._text[_end_of_space(self._text) :]
        while not self._text and self._more():
            self._text = self._text[_end_of_space(self._text) :]
        return self._text.startswith(sign)

    def skip(self, length: int) -> None:
        """Leave out so many signs."""
        self._text = self._text[length:]

    def skip_past(self, pattern: re.Pattern[str]) -> bool:
        """Go on after the first place that fits, where there is one in what has been read."""
        found = pattern.search(self._text)
        if found:
            self.skip(found.end())
        return found is not None

    def value(self) -> object:
        """The next value. Raises SourceError where it is no JSON, not whole, or too long."""
        while True:
            try:
                value, end = json.JSONDecoder().raw_decode(self._text)
            except RecursionError:
                raise SourceError("is nested too deeply to be an article or a statement") from None
            except json.JSONDecodeError as error:
                if not self._may_go_on() or not self._more():
                    raise SourceError(f"is no JSON ({error.msg})") from None
            except ValueError:
                raise SourceError("holds a number with thousands of digits; write it as a string") from None
            else:
                self.skip(end)
                return value

    def _may_go_on(self) -> bool:
        if len(self._text) > LONGEST_LINE:
            raise SourceError(f"is longer than {LONGEST_LINE // 2**20} MiB, too long for one article; split it")
        return True

    def _more(self) -> bool:
        piece = self._stream.read(_PIECE)
        self._text += piece
        return bool(piece)


def _end_of_space(text: str) -> int:
    found = _BETWEEN.match(text)
    return found.end() if found else 0
