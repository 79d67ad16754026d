"""Characters that no article needs and that break later stages: controls, half surrogate pairs, byte order marks."""

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def cleaned(text: str) -> str:
    """The text with `\\n` line ends, without controls, half surrogates shown as U+FFFD so that UTF-8 can hold it."""
    return _SURROGATE.sub("\ufffd", _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)))


def printable(name: str) -> str:
    """A file name with line ends, escape codes and undecodable bytes escaped, safe on a terminal and in one line."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)
