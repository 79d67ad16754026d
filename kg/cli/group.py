"""The group of all commands: imports them when they are needed, and turns every failure into one line."""

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from kg import __version__
from kg.cli.messages import complain, warn_on_standard_error
from kg.errors import KgError

COMMANDS = {
    "load": "Read articles, or statements, into the graph.",
    "ask": "Answer a question, with the quotes that carry the answer.",
    "query": "Run a query of the library, or list them.",
    "cypher": "Run a Cypher query of your own.",
    "sparql": "Run a SPARQL query over the graph as RDF.",
    "show": "Show an entity, a statement or an article.",
    "status": "Count what is in the graph.",
    "validate": "Look whether the graph is as the codebook has it.",
    "refresh": "Read stored articles again that were read otherwise.",
    "remove": "Take articles out of the graph.",
    "store": "Make, check, migrate or copy a store.",
    "export": "Write or draw the graph for other programs.",
    "network": "Make the discourse network of a debate.",
    "ontology": "Check and read the ontology, and find what it lacks.",
    "extract": "Print the statements of articles, without a store.",
    "explain": "Say why an article was read as it was, sentence by sentence.",
    "extract-text": "Print the title and body of an article.",
    "evaluate": "Say how good the reading is, by statements that people coded.",
    "sample": "Draw statements of the graph into a coding sheet.",
    "demo": "Load the demo articles and answer a question from them.",
}
"""Every command with its line in `kg --help`, in the order in which a newcomer needs them."""


class Failed(click.ClickException):
    """A failure that is said in one line; exit code 1."""

    def show(self, file: Any = None) -> None:
        """Print the line."""
        complain(self.message)


class CommandGroup(click.Group):
    """Knows its commands by name and imports one when it is called.

    `lines` are their names, each with its line in the help; `package` holds a module of each name.
    """

    def __init__(self, *args: Any, lines: Mapping[str, str], package: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; its function is called `command` in the module of its name."""
        if cmd_name not in self.lines:
            return None
        module = import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, written without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))


class TopGroup(CommandGroup):
    """The group `kg` itself, which every failure ends in."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the library raises on purpose becomes one line, and Ctrl-C ends without one."""
        warn_on_standard_error()
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Failed(str(error)) from error
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise Failed(f"{error.filename or 'output'}: {error.strerror}; check it and try again") from error
        except (KeyboardInterrupt, click.Abort):
            raise click.exceptions.Exit(130) from None


@click.group(
    cls=TopGroup,
    lines=COMMANDS,
    package="kg.cli",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Read news articles into a knowledge graph of technology policy, every fact with its verified quote.

    \b
    Example:
      kg load articles/
      kg ask "Which vendors restrict sales of facial recognition to police?"
    """


def main() -> None:
    """Entry point of the command `kg`. Output is UTF-8 whatever the locale says; what UTF-8 cannot hold is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="kg")
