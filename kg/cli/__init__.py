"""The command `kg`. It parses, calls the library and prints; only this package prints or ends the process.

A command's module is imported when it is called, so that `kg --help` starts at once.
"""

from kg.cli.group import main

__all__ = ["main"]
