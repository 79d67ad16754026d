"""`kg ontology show`."""

from pathlib import Path

import click

from kg.cli.options import format_option, ontology_option, open_ontology


@click.command("show")
@click.argument("what", metavar="ACTION|CONCEPT")
@format_option
@ontology_option
def command(what: str, form: str, overlay: Path | None) -> None:
    """Show what the ontology says of an action or a concept, by its id, name or alias.

    Of an action also the frames by which articles are read for it.

    \b
    Example:
      kg ontology show restricts_sale
    """
    from kg.cli.output import print_table
    from kg.ontology.described import described
    from kg.store import Table

    said = described(open_ontology(overlay), what)
    if form == "table":
        for word, value in said:
            click.echo(f"{word}: {value}")
    else:
        print_table(Table(("what", "says"), tuple(said)), form)
