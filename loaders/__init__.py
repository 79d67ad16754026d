"""Readers of what researchers have, one module a kind of source: articles, statements, or failures come out."""

from loaders.coded import Coded
from loaders.discover import Found, PassedOver, discover
from loaders.failure import Failure, failure_of
from loaders.head import Head
from loaders.kinds import Content
from loaders.reading import load
from loaders.source import Opened, Settings, Source

__all__ = [
    "Coded",
    "Content",
    "Failure",
    "Found",
    "Head",
    "Opened",
    "PassedOver",
    "Settings",
    "Source",
    "discover",
    "failure_of",
    "load",
]
