"""From files to the store: articles are read, extracted and written a batch at a time, failures set aside."""

from kg.pipeline.load import load, load_statements
from kg.pipeline.report import Progress, Report, failure_of
from kg.pipeline.sources import Item, items

__all__ = ["Item", "Progress", "Report", "failure_of", "items", "load", "load_statements"]
