"""`kg network`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.export.options import Wanted, selection_options
from kg.cli.messages import complain
from kg.cli.options import StoreChoice, format_option, ontology_option, open_ontology, store_option, store_to_read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.export.formats import Writer
    from kg.network import Network
    from kg.network.discourse.study import Slice
    from kg.ontology import Ontology
    from kg.store import Store

_MODES = ("two-mode", "actors", "concepts")
_TIES = ("congruence", "conflict", "subtract", "ignore")
_NORMS = ("none", "activity", "prominence", "average", "jaccard", "cosine")
_DUPLICATES = ("document", "day", "week", "month", "year", "range", "include")
_CENTRALITIES = ("degree", "strength", "betweenness", "closeness")
_STRONGEST = 20


@click.command("network")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), required=False)
@click.option("--mode", type=click.Choice(_MODES), default="two-mode", show_default=True, help="Whom it joins.")
@click.option(
    "--tie", type=click.Choice(_TIES), default="congruence", show_default=True, help="What joins two of a kind."
)
@click.option(
    "--norm", type=click.Choice(_NORMS), default="none", show_default=True, help="What weights are divided by."
)
@click.option(
    "--duplicates",
    type=click.Choice(_DUPLICATES),
    default="document",
    show_default=True,
    help="Within what an actor's claim counts once.",
)
@click.option(
    "--topic",
    type=click.Choice(("any", "technology", "measure")),
    default="any",
    show_default=True,
    help="What a concept is.",
)
@click.option("--threshold", metavar="W", type=click.FloatRange(min=0), help="Leave weaker ties out.")
@click.option("--backbone", metavar="A", type=click.FloatRange(0, 1), help="Only ties significant at A, such as 0.05.")
@click.option("--communities", is_flag=True, help="Tell the community of each node.")
@click.option("--centrality", type=click.Choice(_CENTRALITIES), multiple=True, help="Measure nodes; may be repeated.")
@click.option("--window", metavar="DAYS", type=click.IntRange(min=1), help="A network for each span of so many days.")
@click.option("--step", metavar="DAYS", type=click.IntRange(min=1), help="How far a window moves; else its own length.")
@selection_options
@format_option
@store_option
@ontology_option
def command(
    file: Path | None, wanted: Wanted, form: str, store: StoreChoice, overlay: Path | None, **asked: Any
) -> None:
    """Make the discourse network of a debate: who is for or against what, and who agrees with whom.

    FILE ends in .csv for a matrix, or in .gexf, .graphml, .cyjs, .dot, .json, .html, .svg or .png. Without it the
    strongest ties are printed. Only what is in force or announced and stated as a fact counts; supporting and using
    are for a concept, restricting and opposing against it. With --window there is a file for each window, its first
    day in the name. See docs/network.md for what each setting means.

    \b
    Example:
      kg network --mode actors --technology "facial recognition"
      kg network debate.gexf --mode actors --tie subtract --norm average --communities
      kg network actors.csv --duplicates week
    """
    from kg.network.discourse.study import study

    ontology = open_ontology(overlay)
    with store_to_read(store, ontology) as graph:
        for part in study(graph, ontology, _study(wanted.selection(graph, ontology), asked)):
            if file is None:
                _print(part.network, form)
            else:
                _write(part, file, _writers(graph, ontology))


def _study(selection: Any, asked: dict[str, Any]) -> Any:
    from kg.network.discourse import Debate, Mode, Topic
    from kg.network.discourse.study import Study

    debate = Debate(
        mode=Mode(asked["mode"]),
        tie=asked["tie"],
        norm=asked["norm"],
        duplicates=asked["duplicates"],
        threshold=asked["threshold"],
        alpha=asked["backbone"],
    )
    return Study(
        selection=selection,
        debate=debate,
        topic=Topic(asked["topic"]),
        communities=asked["communities"],
        centralities=asked["centrality"],
        days=asked["window"],
        step=asked["step"],
    )


def _writers(store: "Store", ontology: "Ontology") -> "Mapping[str, Writer]":
    """Those of every format; a page also shows the statements, which the store has."""
    from functools import partial

    from kg.export.formats import OF_DISCOURSE
    from kg.export.page import write_page
    from kg.network.evidence import evidence

    tell = partial(evidence, store, ontology)
    return {**OF_DISCOURSE, "html": lambda network, file: write_page(network, tell, file)}


def _write(part: "Slice", file: Path, writers: "Mapping[str, Writer]") -> None:
    from kg.export.formats import write

    place = file if part.start is None else file.with_name(f"{file.stem}-{part.start}{file.suffix}")
    counted = write(part.network, place, writers)
    click.echo(f"{counted} of {part.claims} claims in {place}")
    if not counted.edges:
        complain("no tie: nobody here is on a side, or nobody shares one; `kg export FILE --level statements` has all")


def _print(network: "Network", form: str) -> None:
    from kg.cli.output import print_table
    from kg.store import Table

    names = {node.id: node.label for node in network.nodes()}
    ranked = sorted(network.edges(), key=lambda edge: (-edge.weight, edge.source, edge.target))
    if form == "table" and len(ranked) > _STRONGEST:
        complain(f"the {_STRONGEST} strongest of {len(ranked)} ties; name a FILE for all of them")
    rows = tuple(
        (names[edge.source], edge.label, names[edge.target], round(edge.weight, 3), len(_statements(edge.attributes)))
        for edge in (ranked[:_STRONGEST] if form == "table" else ranked)
    )
    print_table(Table(columns=("one", "tie", "other", "weight", "statements"), rows=rows), form)


def _statements(attributes: Any) -> tuple[str, ...]:
    found: tuple[str, ...] = attributes.get("statements", ())
    return found
