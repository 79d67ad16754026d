"""Documents of headings, texts, quotes and pictures, as HTML pages and as Markdown."""

from kg.export.document.document import Block, Document, Heading, Listing, Picture, Quote, Text
from kg.export.document.markdown import as_markdown
from kg.export.document.web import as_html

__all__ = ["Block", "Document", "Heading", "Listing", "Picture", "Quote", "Text", "as_html", "as_markdown"]
