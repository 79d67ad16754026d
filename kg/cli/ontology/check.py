"""`kg ontology check`."""

from pathlib import Path

import click

from kg.cli.messages import complain


@click.command("check")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.pass_context
def command(context: click.Context, folder: Path | None) -> None:
    """Look whether ontology files are as they should be: the shipped ones, with those of DIR laid over them.

    Each mistake is a line with file, line and cure; the exit code is 1 if there is one.

    \b
    Example:
      kg ontology check my-ontology
    """
    from kg.ontology import InvalidOntologyError, load

    try:
        ontology = load(*([folder] if folder else []))
        events, operators = len(ontology.frames.events), len(ontology.frames.operators)
        _ = ontology.question_words
    except InvalidOntologyError as error:
        for each in error.problems:
            complain(each)
        context.exit(1)
    click.echo(
        f"{len(ontology.actions)} actions, {len(ontology.concepts)} concepts, {events} events, {operators} operators"
    )
