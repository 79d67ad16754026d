"""`kg demo`."""

from tempfile import TemporaryDirectory

import click

QUESTION = "Which vendors restrict sales of facial recognition to police?"


@click.command("demo")
@click.pass_context
def command(context: click.Context) -> None:
    """Load ten demo articles into a throw-away store and answer a question from them.

    \b
    Example:
      kg demo
    """
    from kg.cli.ask import print_answer
    from kg.cli.messages import complain_of
    from kg.cli.options import open_ontology
    from kg.extract import open_extractor
    from kg.pipeline import load
    from kg.query.answer import answer
    from kg.query.question import understand
    from kg.resources import demo_folder
    from kg.store import open_store

    ontology = open_ontology(None)
    with TemporaryDirectory(prefix="kg-demo-") as folder, open_store(f"{folder}/store", ontology, create=True) as graph:
        report = load(graph, ontology, open_extractor(ontology), [demo_folder()])
        click.echo(f"{report}\n\n{QUESTION}")
        print_answer(ontology, answer(graph, ontology, understand(ontology, QUESTION)), "table")
    for failure in report.failures:
        complain_of(failure)
    context.exit(1 if report.failures else 0)
