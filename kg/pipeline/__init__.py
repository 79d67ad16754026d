"""From files to the store: articles are read, extracted and written a batch at a time, failures set aside."""

from kg.pipeline.load import load, load_stream
from kg.pipeline.report import LoadStoppedError, Progress, Report, failure_of
from kg.pipeline.sources import Sourced, below, in_stream

__all__ = [
    "LoadStoppedError",
    "Progress",
    "Report",
    "Sourced",
    "below",
    "failure_of",
    "in_stream",
    "load",
    "load_stream",
]
