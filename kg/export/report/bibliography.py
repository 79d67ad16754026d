"""Articles as entries of BibTeX.

Source: O. Patashnik, "BibTeXing" (1988). Entries are `@misc`, which every style knows, with `date` and `url` for
biblatex.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kg.export.characters import clean
from kg.network.evidence import Quoted

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(sources: Iterable[Quoted]) -> str:
    """The entries, one for each source, in their order; keys are unlike each other."""
    used: set[str] = set()
    return "\n".join(_entry(source, _key(source, used)) for source in sources)


def _entry(source: Quoted, key: str) -> str:
    day = source.published[:10] if source.published else None
    fields = {
        "title": f"{{{_latex(source.title or source.article)}}}",
        "howpublished": _latex(source.publisher) if source.publisher else None,
        "year": day[:4] if day else None,
        "date": day,
        "url": _address(source.url) if source.url else None,
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key}{lines}\n}}\n"


def _latex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in " ".join(clean(text).split()))


def _address(url: str) -> str:
    """An address whose braces are written in percent, since they would end the field."""
    return "".join(f"%{ord(sign):02X}" if sign in '{}\\" ' else sign for sign in clean(url))


def _key(source: Quoted, used: set[str]) -> str:
    words = (_plain(source.publisher or "article"), (source.published or "")[:4], _plain(_first(source.title)))
    base = "".join(words) or "article"
    key = next(each for each in _numbered(base) if each not in used)
    used.add(key)
    return key


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _first(title: str | None) -> str:
    """The first word of a title that is not a small one."""
    words = re.findall(r"\w{4,}", title or "")
    return str(words[0]) if words else ""


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", letters)
