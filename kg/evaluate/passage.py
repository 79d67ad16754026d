"""The sentence that a quote stands in, told by punctuation alone: evaluating a file needs no parser."""

import re

_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\s*\n\s*")


def sentence_of(text: str, quote: str) -> str | None:
    """The sentence or sentences of the text around the first place of the quote; None where it does not stand there."""
    start = text.find(quote)
    if start < 0:
        return None
    end = start + len(quote)
    breaks = [match for match in _ENDS.finditer(text) if match.end() <= start or match.start() >= end]
    first = max((match.end() for match in breaks if match.end() <= start), default=0)
    last = min((match.start() for match in breaks if match.start() >= end), default=len(text))
    return text[first:last].strip()
