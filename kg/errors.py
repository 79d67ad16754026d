"""The one root of everything this project raises on purpose.

A message is one line that says what went wrong, where, and how to mend it; the command line prints it as it is.
"""


class KgError(Exception):
    """Root of all errors of techpolicy-kg."""


class SourceError(KgError):
    """A file or folder that cannot be read as articles."""


class OntologyError(KgError):
    """An ontology or query file that breaks its rules; the message names file, line and cure."""


class RecordError(KgError):
    """A record (article or statement) whose fields are missing or do not fit together."""


class StoreError(KgError):
    """The graph store is missing, locked, unreachable, or refused what it was asked."""


class StoreUnavailableError(StoreError):
    """The database itself is away, refuses us or is full: what failed is no fault of what was asked of it."""


class AccessDeniedError(StoreUnavailableError):
    """The server does not take our user and password, or wants some."""


class UnsafeQueryError(StoreError):
    """A query typed by a person that would write, read files or administer the server."""


class QuestionError(KgError):
    """A question that was not understood, or a library query called with wrong parameters."""


class ExportError(KgError):
    """A graph that cannot be written for another program, or not to where it was asked for."""
