"""Reports on a topic: positions with quotes, numbered sources, pictures and a bibliography."""

from kg.export.report.bibliography import bibtex
from kg.export.report.report import Report, report

__all__ = ["Report", "bibtex", "report"]
