"""`kg ask`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import (
    StoreChoice,
    collection_option,
    format_option,
    ontology_option,
    open_ontology,
    store_option,
    store_to_read,
)

if TYPE_CHECKING:
    from kg.ontology import Ontology
    from kg.query.answer import Answer, Finding

_QUOTES_SHOWN = 2


@click.command("ask")
@click.argument("question")
@collection_option
@format_option
@store_option
@ontology_option
def command(question: str, collection: str | None, form: str, store: StoreChoice, overlay: Path | None) -> None:
    """Answer a question in plain English, each answer with its condition, date, source and quote.

    The first line says how the question was understood.

    \b
    Example:
      kg ask "Which vendors restrict sales of facial recognition to police?"
    """
    from kg.query.answer import answer
    from kg.query.collections import check_collection
    from kg.query.question import understand

    ontology = open_ontology(overlay)
    pattern = replace(understand(ontology, question), collection=collection)
    with store_to_read(store, ontology) as graph:
        check_collection(graph, collection)
        print_answer(ontology, answer(graph, ontology, pattern), form)


def print_answer(ontology: "Ontology", answer: "Answer", form: str) -> None:
    """For people a list to read, for programs flat rows."""
    if form != "table":
        from kg.cli.output import print_table

        click.echo(f"understood as: {answer.understood}", err=True)
        click.echo(answer.verdict or _count(len(answer.findings)), err=True)
        print_table(answer.table, form)
        return
    click.echo(f"understood as: {answer.understood}")
    click.echo(answer.verdict or _count(len(answer.findings)))
    for number, finding in enumerate(answer.findings, start=1):
        click.echo()
        _print_finding(ontology, number, finding)


def _print_finding(ontology: "Ontology", number: int, finding: "Finding") -> None:
    from kg.cli.evidence import paragraphs, print_block, wrapped
    from kg.query.headline import headline

    first, *others = finding.evidence
    print_block(f"{number}. {headline(ontology, first)}", paragraphs(first))
    for record in others[: _QUOTES_SHOWN - 1]:
        click.echo(wrapped("also:"))
        for line in paragraphs(record):
            click.echo(wrapped(line))
    hidden = len(finding.evidence) - _QUOTES_SHOWN
    if hidden > 0:
        click.echo(wrapped(f"… and {hidden} more; see kg query evidence --param actor={first['actor']!r}"))


def _count(number: int) -> str:
    if number == 0:
        return "no answer in the graph"
    return "1 answer" if number == 1 else f"{number} answers"
