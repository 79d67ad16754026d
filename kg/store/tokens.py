"""The bare words of a Cypher text, so that strings, comments and quoted names are never mistaken for them."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n\r]* | /\*.*?(?:\*/|\Z) )
    | (?P<string> '(?:\\.|[^'\\])*(?:'|\Z) | "(?:\\.|[^"\\])*(?:"|\Z) )
    | (?P<name> `(?:``|[^`])*(?:`|\Z) )
    | (?P<parameter> \$\s*\w+ )
    | (?P<word> [^\W\d]\w* )
    | (?P<mark> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def words(cypher: str) -> Iterator[str]:
    """Bare words in upper case and single marks, in their order.

    A string gives a mark of its own, `'`, a quoted name, a parameter or a property `` ` ``: none can be a keyword.
    Cypher knows \\u escapes outside strings too, so they are undone first.
    """
    previous = ""
    for match in _TOKEN.finditer(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)):
        kind = match.lastgroup
        if kind == "comment":
            continue
        token = {"string": "'", "name": "`", "parameter": "`"}.get(kind or "", match[0].upper())
        token = "`" if kind == "word" and previous == "." else token
        yield token
        previous = token
