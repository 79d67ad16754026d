"""`kg sample`."""

from pathlib import Path

import click

from kg.cli.options import (
    StoreChoice,
    collection_option,
    ontology_option,
    open_ontology,
    store_option,
    store_to_read,
)

STRATA = ("action", "status", "certainty")
"""What a sample may be stratified by: properties of a statement with few values."""

_POPULATION = """
MATCH (s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected' AND s.extractor <> $hand_coded
  AND ($collection IS NULL OR EXISTS {{ MATCH (s)-[:QUOTES]->(:Article {{collection: $collection}}) }})
RETURN s.id AS statement, {stratum} AS stratum"""
_RECORDS = """
UNWIND $ids AS wanted
MATCH (s:Statement {{id: wanted}})-[q:QUOTES]->(a:Article)
{roles}
RETURN s.id AS statement, q.text AS quote, q.start AS start, a.title AS title, a.published AS published,
  a.publisher AS publisher, a.url AS url, {names},
  s.action AS action, s.status AS status, s.certainty AS certainty, s.condition AS condition,
  s.exception AS exception, s.scope AS scope, s.since AS since, s.until AS until, s.duration AS duration
ORDER BY statement, start"""


@click.command("sample")
@click.argument("size", metavar="N", type=click.IntRange(min=1))
@click.option(
    "--stratify", type=click.Choice(STRATA), help="Draw as many statements of each value, so that rare ones are seen."
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed draws the same statements of a graph."
)
@collection_option
@store_option
@ontology_option
def command(
    size: int, stratify: str | None, seed: int, collection: str | None, store: StoreChoice, overlay: Path | None
) -> None:
    """Draw N statements of the graph into a coding sheet: CSV with empty cells for a person's judgement.

    Write yes, no or unsure into the column `correct`; `kg evaluate` then tells the precision, with its interval, from
    the saved sheet. Statements that were coded by hand or rejected are not drawn.

    \b
    Example:
      kg sample 200 --stratify action > sheet.csv
    """
    from kg.cli.messages import complain, printable
    from kg.evaluate.sampling import draw
    from kg.evaluate.sheet import written
    from kg.model.statement import HAND_CODED
    from kg.query.collections import check_collection

    ontology = open_ontology(overlay)
    population = _POPULATION.format(stratum=f"s.{stratify}" if stratify else "null")
    with store_to_read(store, ontology) as graph:
        check_collection(graph, collection)
        wanted = {"hand_coded": HAND_CODED, "collection": collection}
        drawn = draw(graph.query(population, wanted).rows, size, seed)
        records = graph.query(_records(), {"ids": [each.statement for each in drawn]}).records()
    if len(drawn) < size:
        complain(f"the graph has {len(drawn)} statements to draw from; all are in the sheet")
    click.echo(printable(written(drawn, records)), nl=False)


def _records() -> str:
    """The query for what a coder sees: roles by name, one row a quote."""
    from kg.model import Role
    from kg.store.shape import OF_STATEMENT

    matches = (f"OPTIONAL MATCH (s)-[:{OF_STATEMENT[role]}]->({role.value}:Entity)" for role in Role)
    names = (f"{role.value}.name AS {role.value}" for role in Role)
    return _RECORDS.format(roles="\n".join(matches), names=", ".join(names))
