"""Lines for standard error and for people: whatever an article or a file's name holds, they stay lines."""

import logging
import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from loaders import Failure

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Text without control characters, which could steer a terminal, and without those that turn its direction."""
    return _CONTROL.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Text with its line breaks and runs of spaces turned into single spaces."""
    return printable(" ".join(text.split()))


def complain(problem: object) -> None:
    """One line about something that went wrong, on standard error."""
    click.echo(f"kg: {one_line(str(problem))}", err=True)


def complain_of(failure: "Failure") -> None:
    """One line about something that was set aside."""
    complain(f"{failure.where}: {failure.reason}")


class _Complaints(logging.Handler):
    """Says what the library warns of in the words of the command line."""

    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


def warn_on_standard_error() -> None:
    """The library's warnings become lines like any other; what the driver logs, its errors say as well."""
    ours, drivers = logging.getLogger("kg"), logging.getLogger("neo4j")
    ours.handlers, ours.propagate = [_Complaints(logging.WARNING)], False
    drivers.handlers, drivers.propagate = [logging.NullHandler()], False
