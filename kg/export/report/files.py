"""The files of a report: the text, its pictures where the text cannot hold them, and the bibliography."""

from collections.abc import Iterator
from pathlib import Path

from kg.export.document import Document, Picture, as_html, as_markdown
from kg.export.report.bibliography import bibtex
from kg.export.report.report import Report
from kg.export.whole import whole_file

FORMS = (".md", ".html")
"""How the name of a report ends."""


def write_report(report: Report, path: Path) -> list[Path]:
    """Writes all files of a report and gives their paths. Raises ExportError where one cannot be made."""
    files = {**dict(_texts(report.document, path)), path.with_suffix(".bib"): bibtex(report.sources).encode()}
    for each, content in files.items():
        with whole_file(each) as file:
            file.write(content)
    return list(files)


def _texts(document: Document, path: Path) -> Iterator[tuple[Path, bytes]]:
    if path.suffix == ".html":
        yield path, as_html(document)
        return
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    places = {picture.name: path.with_name(f"{path.stem}-{picture.name}.svg") for picture in pictures}
    yield path, as_markdown(document, {name: place.name for name, place in places.items()}).encode()
    for picture in pictures:
        yield places[picture.name], picture.svg
