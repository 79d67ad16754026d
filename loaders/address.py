"""Web addresses that can serve as an article's identity."""

from urllib.parse import urlsplit

from kg.model.identity import canonical_url


def web_address(value: str) -> str:
    """The address, trimmed. Raises ValueError where it is no http address: "unknown" must not join two articles."""
    address = value.strip()
    parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{value[:80]!r} is no web address; write https://… or leave it out")
    canonical_url(address)
    return address


def article_address(value: str | None) -> str | None:
    """The address that a page states for itself; None where it is none, or that of the whole site."""
    try:
        address = web_address(value or "")
    except ValueError:
        return None
    parts = urlsplit(address)
    return address if parts.path.strip("/") or parts.query else None
