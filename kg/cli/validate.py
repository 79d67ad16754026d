"""`kg validate`."""

from pathlib import Path

import click

from kg.cli.options import StoreChoice, format_option, ontology_option, open_ontology, store_option, store_to_read


@click.command("validate")
@click.option("--shacl", is_flag=True, help="Also hold the graph as RDF against the shapes, article by article (slow).")
@click.option("--warnings/--no-warnings", default=True, show_default=True, help="Whether warnings are listed.")
@format_option
@store_option
@ontology_option
@click.pass_context
def command(
    context: click.Context, shacl: bool, warnings: bool, form: str, store: StoreChoice, overlay: Path | None
) -> None:
    """Look whether every statement, quote, position and triple is as the codebook has it.

    Each breach has the node, the rule and the cure. Violations are faults, and make the exit code 1; warnings are
    what a person should read.

    \b
    Example:
      kg validate --no-warnings
    """
    from kg.cli.output import print_table
    from kg.query.rules import Severity, breaches, rules
    from kg.resources import queries_folder
    from kg.store import Table

    ontology = open_ontology(overlay)
    asked = tuple(each for each in rules(queries_folder() / "rules") if warnings or each.severity is Severity.VIOLATION)
    with store_to_read(store, ontology) as graph:
        found = [
            (b.rule.severity.value, b.rule.says, b.node, b.found, b.rule.cure) for b in breaches(graph, ontology, asked)
        ]
        if shacl:
            from kg.export.rdf.shapes import against_shapes

            found += [("violation", each.says, each.node, each.found, each.cure) for each in against_shapes(graph)]
    violations = sum(severity == "violation" for severity, *_ in found)
    if found or form != "table":
        print_table(Table(("severity", "rule", "node", "found", "what to do"), tuple(found)), form)
    click.echo(f"{len(asked)} rules: {violations} violations, {len(found) - violations} warnings", err=form != "table")
    context.exit(1 if violations else 0)
