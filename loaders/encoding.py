"""From bytes to text: what the bytes say of themselves first, guessing last, and damaged files refused."""

import codecs
import re

from kg.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MOST_CONTROLS = 0.01
_SAMPLE = 256 * 1024
_ENOUGH = 1024
"""Bytes below which a guess is worth less than the commonest of the old encodings."""


def byte_order_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start names, or None."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes; `declared` is the encoding that the source itself names.

    Raises SourceError for binary data and for text that was cut in the middle of a character.
    """
    if marked := byte_order_mark(data):
        return _strictly(data, marked)
    if is_binary(data):
        raise SourceError("holds binary data, not text; give a text, HTML or JSON Lines file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise _cut() from None
    return _declared(data, declared) or _guessed(data)


def encoding_of(start: bytes) -> str:
    """The encoding that the first bytes of a longer text show: UTF-8 where they can be that, else the likeliest."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return (len(start) >= _ENOUGH and _likeliest(start)) or "cp1252"
    return "utf-8"


def is_binary(data: bytes) -> bool:
    """Whether bytes without a byte order mark are no text: a NUL, or more control codes than text has."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in data or controls > _MOST_CONTROLS * len(sample)


def _cut() -> SourceError:
    return SourceError("ends in the middle of a character: the file was cut off; fetch or export it again")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(data):
            raise _cut() from None
        raise SourceError(f"is not the {encoding} that its byte order mark says (byte {error.start})") from None


def _declared(data: bytes, name: str | None) -> str | None:
    if not name or not re.fullmatch(r"[\w.:-]{1,40}", name):
        return None
    try:
        return data.decode("cp1252" if name.lower() in {"iso-8859-1", "latin-1", "latin1", "ascii"} else name)
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes) -> str:
    encoding = _likeliest(data)
    if encoding is None:
        raise SourceError("is in no known text encoding; save it as UTF-8")
    return data.decode(encoding, errors="replace")


def _likeliest(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None
