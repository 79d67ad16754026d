"""`kg extract-text`."""

from pathlib import Path

import click


@click.command("extract-text")
@click.argument("path", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, path: Path) -> None:
    """Print the title of an article, a blank line, and its body without page furniture.

    \b
    Example:
      kg extract-text saved-page.html
    """
    from kg.cli.messages import complain_of, printable
    from kg.model import Article
    from kg.pipeline import below
    from loaders import Failure

    failed = False
    for number, item in enumerate(below([path])):
        if isinstance(item.content, Failure):
            failed = True
            complain_of(item.content)
        elif isinstance(item.content, Article):
            click.echo(("\n" if number else "") + printable(f"{item.content.title}\n\n{item.content.body}"))
    context.exit(1 if failed else 0)
