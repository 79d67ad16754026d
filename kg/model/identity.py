"""Ids that depend on content alone, so that loading again gives the same graph whatever the order."""

import hashlib
import json
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|cmpid|ocid)$", re.IGNORECASE)


def digest(prefix: str, *parts: str | None) -> str:
    """A short stable id: `prefix`, a dash, 80 bits of SHA-256 over the parts in hexadecimal.

    Parts are framed as a JSON array, so that ("ab", "c") and ("a", "bc"), "" and None differ.
    """
    framed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(framed.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def normalise_text(text: str) -> str:
    """NFC with `\\n` line ends: the form in which article texts are stored and offsets are counted."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def normalise_spelling(name: str) -> str:
    """A name without what varies in print: width of characters, apostrophes, repeated spaces, signs at its ends."""
    plain = unicodedata.normalize("NFKC", name).replace("’", "'")
    return re.sub(r"\s+", " ", plain).strip(" .,;:'\"“”‘’()")


def normalise_name(name: str) -> str:
    """The spelling of a name without case: equal names, equal form."""
    return normalise_spelling(name).casefold()


def canonical_url(url: str) -> str:
    """The address without what varies between links to one article: scheme, case of host, tracking, fragment.

    Raises ValueError where it cannot be an address.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode(sorted((key, value) for key, value in query if not _TRACKING.match(key)))
    return urlunsplit(("https", host + port, parts.path.rstrip("/"), kept, ""))


def entity_id(name: str, place: str | None = None) -> str:
    """The id of an entity that no ontology entry names: its normalised name, and the place that sets it apart."""
    return digest("e", normalise_name(name), place)
