"""From files to the store: articles are read, extracted and written a batch at a time, failures set aside."""

from kg.pipeline.copying import copy
from kg.pipeline.load import load, load_stream
from kg.pipeline.removal import remove, remove_collection
from kg.pipeline.report import LoadStoppedError, Progress, Report, counted
from kg.pipeline.sources import Sourced, below, in_stream

__all__ = [
    "LoadStoppedError",
    "Progress",
    "Report",
    "Sourced",
    "below",
    "copy",
    "counted",
    "in_stream",
    "load",
    "load_stream",
    "remove",
    "remove_collection",
]
