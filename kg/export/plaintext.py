"""Values as text, for formats in which all values are texts."""

import math

from kg.export.characters import clean
from kg.network import Value


def plain_text(value: Value) -> str | None:
    """A value as text where there are no lists; None where there is none to tell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.12g}" if math.isfinite(value) else None
    if isinstance(value, tuple):
        return "; ".join(clean(text) for text in value) or None
    return clean(str(value)) or None
