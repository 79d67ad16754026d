"""Paragraphs of a page that is too deep, too long or too broken for the usual extraction: plain, but it never fails."""

from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "pre"})
_OUTSIDE = frozenset(
    {"script", "style", "noscript", "template", "title", "nav", "aside", "header", "footer", "figure"}
    | {"form", "button", "select"}
)


def paragraphs_of(page: str) -> list[str]:
    """The text of the page's paragraphs, headings and list items outside navigation, boxes, forms and pictures."""
    reader = _Outline()
    reader.feed(page)
    reader.close()
    return reader.finished()


def text_of(markup: str) -> str:
    """The paragraphs of a piece of a page; of one without paragraphs its words."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    return "\n\n".join(paragraphs_of(f"<p>{markup}</p>"))


class _Outline(HTMLParser):
    """Counts tags instead of building a tree, so that no depth is too deep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[str] = []
        self._words: list[str] = []
        self._open_blocks = 0
        self._outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _OUTSIDE:
            self._outside.append(tag)
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._open_blocks += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._outside:
            while self._outside.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._open_blocks = max(0, self._open_blocks - 1)

    def handle_data(self, data: str) -> None:
        if self._open_blocks and not self._outside:
            self._words.append(data)

    def finished(self) -> list[str]:
        """The paragraphs read so far."""
        self._end_paragraph()
        return self._paragraphs

    def _end_paragraph(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self._paragraphs.append(text)
