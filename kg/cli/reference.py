"""The reference of the command line, written from the commands' own help: `python -m kg.cli.reference > docs/cli.md`.

A test compares the page with what this prints, so that no command and no option goes undocumented.
"""

from collections.abc import Iterator

import click

from kg.cli.group import cli

_HEAD = """\
# Command line

Written by `python -m kg.cli.reference > docs/cli.md` from the commands' own help; do not edit it by hand.

Every command prints its results to standard output and everything else to standard error, where a failure is one line
that begins `kg:`. Exit codes: 0 for success, 1 for a failure, 2 for wrong usage, 130 after Ctrl-C.

| variable | meaning |
|---|---|
| `KG_STORE` | the graph, where `--store` is not given |
| `KG_STORE_USER`, `KG_STORE_PASSWORD` | for a Neo4j server; on a terminal a missing password is asked for |
| `KG_STORE_DATABASE` | the database of the server, where it is not the default one |
| `KG_STORE_TO_USER`, `…_PASSWORD`, `…_DATABASE` | for the store that `kg store copy` writes to, where they differ |
| `KG_ONTOLOGY` | a folder of ontology entries of your own, where `--ontology` is not given |
"""


_WIDTH = 100
"""Columns of the help texts, whatever the terminal."""


def reference() -> str:
    """The whole page, in Markdown."""
    return "\n".join((_HEAD, *_sections()))


def _sections() -> Iterator[str]:
    root = click.Context(cli, info_name="kg", terminal_width=_WIDTH, **cli.context_settings)
    yield from _of_group(root, cli, "kg")


def _of_group(context: click.Context, group: click.Group, title: str) -> Iterator[str]:
    yield _section(title, group.get_help(context))
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        below = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _of_group(below, command, f"{title} {name}")
        else:
            yield _section(f"{title} {name}", command.get_help(below))


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
