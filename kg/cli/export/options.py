"""What every export of a network takes: which part of the graph, and at what level."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kg.cli.messages import complain
from kg.cli.options import collection_option, pairs

if TYPE_CHECKING:
    from kg.export.counted import Counted
    from kg.network.selection import Selection
    from kg.ontology import Ontology
    from kg.store import Store

_F = TypeVar("_F", bound=Callable[..., Any])
_SECONDS = 300.0


@dataclass(frozen=True)
class Wanted:
    """The part of the graph that the options name; what it holds is known once the store is open."""

    query: str | None
    given: dict[str, str]
    cypher: str | None
    around: str | None
    depth: int
    technology: str | None
    since: str | None
    until: str | None
    collection: str | None

    def selection(self, store: "Store", ontology: "Ontology") -> "Selection":
        """The selection; a query is run for the statements that its rows lead to."""
        from kg.network.selection import Selection

        question, statements = self._found(store, ontology)
        return Selection(
            collection=self.collection,
            technology=self.technology,
            since=self.since,
            until=self.until,
            around=self.around,
            depth=self.depth,
            statements=statements,
            question=question,
        )

    def _found(self, store: "Store", ontology: "Ontology") -> tuple[str | None, frozenset[str] | None]:
        """What is asked with a query, and the statements that its rows lead to."""
        from kg.network.found import statements_in
        from kg.query.library import named_query
        from kg.resources import queries_folder

        if self.cypher:
            return None, self._of_cypher(store, self.cypher)
        if self.query:
            query = named_query(queries_folder(), self.query)
            rows_of = store.query(query.cypher, query.values(ontology, self.given)).rows
            return query.question, statements_in(store, rows_of)
        return None, None

    def _of_cypher(self, store: "Store", cypher: str) -> frozenset[str]:
        from kg.errors import ExportError, UnsafeQueryError
        from kg.network.found import statements_in

        try:
            with store.stream_typed(cypher, dict[str, Any](self.given), _SECONDS) as rows:
                return statements_in(store, list(rows))
        except UnsafeQueryError:
            raise ExportError("the query writes, and an export only reads; leave the writing out") from None


def selection_options(function: _F) -> _F:
    """The options of a selection, which the command gets as one Wanted named `wanted`."""

    @wraps(function)
    def with_wanted(*args: Any, **kwargs: Any) -> Any:
        named = {name: kwargs.pop(name) for name in Wanted.__dataclass_fields__}
        if named["query"] and named["cypher"]:
            raise click.UsageError("--query and --cypher are two ways to say the same; give one of them")
        if named["given"] and not (named["query"] or named["cypher"]):
            raise click.UsageError("--param is for --query and --cypher; give one of them too")
        return function(*args, wanted=Wanted(**named), **kwargs)

    options = (
        click.option("--query", metavar="NAME", help="What an answer of the query library rests on."),
        click.option(
            "--param",
            "given",
            metavar="NAME=VALUE",
            multiple=True,
            callback=pairs,
            help="A parameter of the query; may be repeated.",
        ),
        click.option("--cypher", metavar="TEXT", help="What the rows of a Cypher query of your own lead to."),
        click.option("--around", metavar="ENTITY", help="What is said of an entity, and of those it deals with."),
        click.option(
            "--depth",
            metavar="N",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            help="How many steps around it.",
        ),
        click.option("--technology", metavar="NAME", help="Only what is about a technology, or what is narrower."),
        click.option("--since", metavar="DATE", help="Only what was reported on that day, month or year, or later."),
        click.option("--until", metavar="DATE", help="Only what was reported until then."),
        collection_option,
    )
    for option in reversed(options):
        with_wanted = option(with_wanted)
    return cast(_F, with_wanted)


def level_option(function: _F) -> _F:
    """`--level`: what is a node and what an edge."""
    return click.option(
        "--level",
        type=click.Choice(("positions", "statements", "entities")),
        default="positions",
        show_default=True,
        help="Edges of actors to what they act on; or every statement a node; or entities with all that joins them.",
    )(function)


def say_written(counted: "Counted", place: Path, level: str) -> None:
    """How much was written; where nothing is joined, why that may be."""
    click.echo(f"{counted} in {place}")
    if not counted.edges and level != "statements":
        complain("no edge: nothing here is in force and stated as a fact; --level statements has all that is said")


file_argument = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
"""Where to write to."""
