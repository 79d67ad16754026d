"""Text that every program can read: without what XML 1.0 forbids and what makes readers stop or cut short."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters but tab and line ends, halves of pairs, and what is no character (XML 1.0, section 2.2)."""


def clean(text: str) -> str:
    """The text without forbidden characters; all others stay, whatever their script or direction."""
    return _FORBIDDEN.sub("", text)


def label(text: str, otherwise: str) -> str:
    """What people read of a node, cleaned; `otherwise` where nothing is left, since some programs fail at that."""
    return clean(text) if clean(text).strip() else otherwise
