"""Paragraphs of plain text, and which of them are prose."""

import re
from collections.abc import Iterator

_WRAPPED_FROM = 50
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*(\[\d+\])?$")
_FEWEST_WORDS = 8


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: a line each, or the lines of a block that was wrapped at a fixed width, joined."""
    blocks = re.split(r"\n\s*\n", text)
    return [paragraph for block in blocks for paragraph in _unwrapped([line.strip() for line in block.split("\n")])]


def is_prose(paragraph: str) -> bool:
    """Whether it is a paragraph of whole sentences: not a heading, a menu, or a teaser cut off with an ellipsis."""
    return bool(_SENTENCE_END.search(paragraph)) and not is_cut_off(paragraph) and words(paragraph) >= _FEWEST_WORDS


def is_cut_off(paragraph: str) -> bool:
    """Whether it ends in an ellipsis, as teasers do."""
    return paragraph.rstrip("]) ").endswith(("…", "..."))


def words(text: str) -> int:
    """How many words it has."""
    return len(text.split())


def alike(one: str, other: str) -> bool:
    """Whether two lines are the same headline, whatever their case, marks and spaces."""
    return bool(folded(one)) and folded(one) == folded(other)


def folded(line: str) -> str:
    """The letters and digits of a line in lower case, to compare headlines."""
    return " ".join(re.findall(r"\w+", line.casefold()))


def _unwrapped(lines: list[str]) -> Iterator[str]:
    lines = [line for line in lines if line]
    if len(lines) > 1 and _is_wrapped(lines):
        yield " ".join(lines)
    else:
        yield from lines


def _is_wrapped(lines: list[str]) -> bool:
    """Lines of nearly one width, most of them ending within a sentence."""
    full = lines[:-1]
    widths = [len(line) for line in full]
    if not all(_WRAPPED_FROM <= width <= 100 for width in widths) or len(lines[-1]) > max(widths) + 15:
        return False
    return 2 * sum(_SENTENCE_END.search(line) is not None for line in full) <= len(full) and not _is_list(lines)


def _is_list(lines: list[str]) -> bool:
    return sum(line.startswith(("- ", "* ", "• ", "|")) for line in lines) > 1
