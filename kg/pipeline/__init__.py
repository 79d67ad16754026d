"""From sources to the store: articles are read, extracted and written a batch at a time, failures set aside."""

from kg.pipeline.copying import copy
from kg.pipeline.extraction import extracted
from kg.pipeline.load import load
from kg.pipeline.preview import preview
from kg.pipeline.refresh import outdated, refresh
from kg.pipeline.removal import remove, remove_collection
from kg.pipeline.report import Failed, LoadStoppedError, Progress, Report, Stage, counted
from kg.pipeline.sources import Place, Sourced, below

__all__ = [
    "Failed",
    "LoadStoppedError",
    "Place",
    "Progress",
    "Report",
    "Sourced",
    "Stage",
    "below",
    "copy",
    "counted",
    "extracted",
    "load",
    "outdated",
    "preview",
    "refresh",
    "remove",
    "remove_collection",
]
