"""Takes page furniture out of scraped text: menus, repeated headlines, teasers of other articles, comments.

A false cut loses a paragraph, a teaser left in becomes a false statement about somebody. So a section is cut only
where a line worded as furniture opens it, and ends as soon as running prose comes back.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from loaders.markers import is_marked
from loaders.paragraphs import alike, is_cut_off, is_prose, words

_HEAD = 12
"""Paragraphs among which a page repeats its headline."""

_TITLE_WORDS = 30
_MENU_WORDS = 4
_MENU_LINES = 3


class Content(NamedTuple):
    """A page's own words; the title is empty where no line can be told to be one."""

    title: str
    body: list[str]


def content(page: Sequence[str]) -> Content:
    """The title and body among the paragraphs of a scraped page."""
    kept = [paragraph for paragraph in page if not is_marked(paragraph, "line")]
    title, rest = _titled(kept)
    return Content(title, without_furniture(_after_head(rest) if title else rest))


def without_furniture(page: Sequence[str]) -> list[str]:
    """The paragraphs of a page's body without lines, boxes, lists and comments that do not belong to the article."""
    body = page[: _closing(page)]
    kept: list[str] = []
    position = 0
    while position < len(body):
        end = _end_of_furniture(body, position)
        if end == position:
            kept.append(body[position])
        position = max(end, position + 1)
    return _without_teasers(kept)


def without_title(body: Sequence[str], title: str) -> list[str]:
    """The body without the repetitions of its title at its start."""
    start = 0
    while start < len(body) and alike(body[start], title):
        start += 1
    return list(body[start:])


def looks_like_title(line: str) -> bool:
    """Whether a line can be a headline: short, and no full stop at its end."""
    return 0 < words(line) <= _TITLE_WORDS and not line.endswith((".", ":", ";", ",", "…")) and line[0] not in "-•|>"


def _titled(page: list[str]) -> Content:
    head = page[:_HEAD]
    for place, line in enumerate(head):
        rest = [other for other in head[place + 1 :] if not alike(line, other)]
        repeated = len(rest) < len(head) - place - 1
        if repeated and looks_like_title(line) and words(line) >= _MENU_WORDS:
            return Content(_heading(line), rest + page[_HEAD:])
    page = _after_menu(page)
    if len(page) > 1 and looks_like_title(page[0]):
        return Content(_heading(page[0]), page[1:])
    return Content("", page)


def _heading(line: str) -> str:
    return line.lstrip("# ").strip()


def _after_menu(page: list[str]) -> list[str]:
    """A page without the run of very short lines that a scraped menu leaves above the headline."""
    length = next((n for n, line in enumerate(page) if words(line) >= _MENU_WORDS or is_prose(line)), len(page))
    return page[length:] if _MENU_LINES <= length < len(page) else page


def _after_head(body: list[str]) -> list[str]:
    """A body without the lines of author and date that stand below the headline."""
    start = 0
    while start < len(body) and is_marked(body[start], "head") and not is_prose(body[start]):
        start += 1
    return body[start:]


def _closing(body: Sequence[str]) -> int:
    """Where the article is over: at the heading of the comments or the like, with prose above it."""
    prose = [words(paragraph) if is_prose(paragraph) else 0 for paragraph in body]
    before, total = 0, sum(prose)
    for position, paragraph in enumerate(body):
        if before and is_marked(paragraph, "closing"):
            return position
        if 2 * before > total and is_marked(paragraph, "closing_when_late"):
            return position
        before += prose[position]
    return len(body)


def _end_of_furniture(body: Sequence[str], start: int) -> int:
    """The position after the furniture that begins at `start`; `start` itself where none does."""
    line = body[start]
    if is_marked(line, "line"):
        return start + 1
    if is_marked(line, "list"):
        return _next(body, start + 1, _prose_goes_on)
    if is_marked(line, "box"):
        return _next(body, start + 1, _is_prose_at)
    return start


def _next(body: Sequence[str], start: int, resumes: Callable[[Sequence[str], int], bool]) -> int:
    """Where the article goes on, or another piece of furniture begins."""
    return next((n for n in range(start, len(body)) if resumes(body, n) or _opens(body[n])), len(body))


def _opens(line: str) -> bool:
    return any(is_marked(line, mark) for mark in ("line", "box", "list"))


def _is_prose_at(body: Sequence[str], position: int) -> bool:
    return is_prose(body[position])


def _prose_goes_on(body: Sequence[str], position: int) -> bool:
    return all(is_prose(paragraph) for paragraph in body[position : position + 2]) and position + 1 < len(body)


def _without_teasers(body: list[str]) -> list[str]:
    """A body without teasers at its end that no heading announces: two or more headlines, each with a cut-off text."""
    end = len(body)
    while end >= 2 and is_cut_off(body[end - 1]) and looks_like_title(body[end - 2]):
        end -= 2
    return body[:end] if len(body) - end >= 4 else body
