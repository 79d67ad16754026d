"""How a source is named."""

import re

from kg.export.characters import clean
from kg.network.evidence import Quoted

_WEB = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)


def attribution(quoted: Quoted) -> str:
    """Title, publisher and day of the article that a quote is from, as far as they are known."""
    day = quoted.published[:10] if quoted.published else None
    about = ", ".join(filter(None, (quoted.publisher, day)))
    title = clean(quoted.title or quoted.url or quoted.article)
    return f"{title} ({clean(about)})" if about else title


def web_address(url: str | None) -> str | None:
    """The address, where it is one that a browser may open; nothing that would run is."""
    return url if url and _WEB.match(url) else None


def doubt(quoted: Quoted) -> str:
    """What must be said of a quote that was not found in its article; empty for all others."""
    return "" if quoted.verified else " (quote not verified)"
