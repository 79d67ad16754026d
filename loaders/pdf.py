"""PDF files: the words of their pages in the order in which one reads them, columns one after the other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.model import Article
from loaders.articles import article_from_record
from loaders.characters import cleaned
from loaders.child import apart
from loaders.head import Head
from loaders.paragraphs import folded
from loaders.source import Opened

if TYPE_CHECKING:
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument

ENDINGS = (".pdf",)

LARGEST = 64 * 1024 * 1024
"""Bytes of a file, most of them pictures."""

MOST_PAGES = 300
"""Of a report; a book is no article."""

_MARGIN = 0.08
"""Of a page's height, above and below, where running heads and page numbers stand."""

_OFTEN = 3
_LONGEST_TITLE = 200
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_ENDS = re.compile(r"[.!?:;”\"’')\]]\s*$")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|tex|rtf|odt|qxd|pages|dvi)\b|^(?:microsoft word|untitled|slide)\b", re.I)
_NO_WORDS = re.compile(r"[\W\d_]*")


@dataclass(frozen=True)
class Box:
    """Words that stand together on a page, with the size of their letters in points."""

    page: int
    text: str
    size: float
    is_marginal: bool


def recognises(head: Head) -> bool:
    """Whether it begins as a PDF does, within the first kilobyte as readers allow."""
    return b"%PDF-" in head.data[:1024]


def read(document: Opened) -> Iterator[Article]:
    """The one article of a file. Raises SourceError where it is encrypted or damaged, or has pictures of words only."""
    data = document.whole(LARGEST)
    try:
        title, text = apart(contents, data)
    except SourceError as error:
        raise SourceError(f"{document.name}: {error}") from None
    yield article_from_record({"title": title, "text": text, "id": document.source.stem})


def contents(data: bytes) -> tuple[str, str]:
    """Title and text. The date of a file is that of its making, not of its publication, and is left alone.

    Raises SourceError as `read`.
    """
    stated, boxes = _parsed(data)
    own = list(_without_running(boxes))
    if not any(char.isalpha() for box in own for char in box.text):
        raise SourceError("holds no text, perhaps only pictures of pages; have its text recognised (OCR) first")
    title = stated or _largest(own)
    body = [box.text for box in own if folded(" ".join(box.text.split())) != folded(title)]
    return title, "\n\n".join(_joined(body))


def _parsed(data: bytes) -> tuple[str, list[Box]]:
    import io

    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        boxes = list(_boxes(document, LAParams()))
    except (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed):
        raise SourceError("is encrypted; save it without a password") from None
    except (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise SourceError(f"is no PDF that can be read ({type(error).__name__}); print it to a new one") from None
    return _stated_title(document.info), boxes


def _boxes(document: "PDFDocument", layout: "LAParams") -> Iterator[Box]:
    """The boxes of all pages, in the order of reading."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTTextBox
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=layout)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number == MOST_PAGES:
            raise SourceError(f"has more than {MOST_PAGES} pages, too many for one article; split it")
        interpreter.process_page(page)
        shown = device.get_result()
        for each in shown:
            if isinstance(each, LTTextBox) and (text := _plain(each.get_text())):
                low, high = shown.y0 + _MARGIN * shown.height, shown.y1 - _MARGIN * shown.height
                yield Box(number, text, _size(each), each.y1 < low or each.y0 > high)


def _size(box: Iterable[object]) -> float:
    return max((float(getattr(line, "height", 0)) for line in box), default=0.0)


def _plain(text: str) -> str:
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    lines = (" ".join(line.split()) for line in cleaned(text).split("\n"))
    return " ".join(_HYPHEN.sub("", "\n".join(line for line in lines if line)).split("\n"))


def _stated_title(infos: Sequence[object]) -> str:
    """The title that the file states, where it is one and no file name."""
    from pdfminer.utils import decode_text

    for info in infos:
        value = info.get("Title") if isinstance(info, dict) else None
        title = " ".join(cleaned(decode_text(value)).split()) if isinstance(value, bytes) else ""
        if len(title.split()) > 1 and len(title) <= _LONGEST_TITLE and not _FILE_NAME.search(title):
            return title
    return ""


def _largest(boxes: Sequence[Box]) -> str:
    """The largest words of the first page, the headline of what was not told its title."""
    first = [box for box in boxes if box.page == boxes[0].page and len(box.text) <= _LONGEST_TITLE]
    largest = max(first, key=lambda box: box.size, default=None)
    usual = sorted(box.size for box in boxes)[len(boxes) // 2]
    return largest.text if largest and largest.size > 1.15 * usual and len(largest.text.split()) > 1 else ""


def _without_running(boxes: Sequence[Box]) -> Iterator[Box]:
    """The boxes but for page numbers and for what stands in the margin of page after page."""
    often = Counter(_shape(box.text) for box in boxes if box.is_marginal)
    for box in boxes:
        is_running = box.is_marginal and (often[_shape(box.text)] >= _OFTEN or _NO_WORDS.fullmatch(box.text))
        if not is_running:
            yield box


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text).casefold()


def _joined(paragraphs: Sequence[str]) -> Iterator[str]:
    """Paragraphs that go on in the next column or page are made whole."""
    whole = ""
    for each in paragraphs:
        if whole and each[:1].islower() and not _ENDS.search(whole):
            whole = whole[:-1] + each if whole.endswith("-") else f"{whole} {each}"
            continue
        if whole:
            yield whole
        whole = each
    if whole:
        yield whole
