"""Lines of an article cut into sentences before they are parsed: by punctuation alone, which is cheap."""

import re
from collections.abc import Iterator

from kg.extract.parser import Paragraph

_STOP = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_NO_STOP = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|vs?|No"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Fig|al)|\.\s?[A-Za-z])\.\s+$"
)
_LONGEST_ABBREVIATION = 12


def split(part: Paragraph) -> Iterator[Paragraph]:
    """The sentences of a line in order; together they are the line."""
    start = 0
    for stop in _STOP.finditer(part.text):
        before = part.text[max(start, stop.end() - _LONGEST_ABBREVIATION) : stop.end()]
        if not _NO_STOP.search(before):
            yield Paragraph(part.text[start : stop.end()], part.start + start)
            start = stop.end()
    if start < len(part.text):
        yield Paragraph(part.text[start:], part.start + start)
