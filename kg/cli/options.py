"""Options that several commands share, and what they open."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.ontology import Ontology
    from kg.store import Credentials, Store

DEFAULT_STORE = "kg-store"
FORMATS = ("table", "json", "csv", "md")
_SERVER = ("bolt", "neo4j")

_F = TypeVar("_F", bound=Callable[..., Any])


def store_option(function: _F) -> _F:
    """`--store`: which graph."""
    return click.option(
        "--store",
        metavar="URI",
        envvar="KG_STORE",
        show_envvar=True,
        help="The graph: a folder, or the address of a Neo4j server (bolt://…, neo4j+s://…). "
        "User and password of a server come from KG_STORE_USER and KG_STORE_PASSWORD, "
        f"its database from KG_STORE_DATABASE.  [default: ./{DEFAULT_STORE}]",
    )(function)


def ontology_option(function: _F) -> _F:
    """`--ontology`: entries laid over the shipped ones."""
    return click.option(
        "--ontology",
        "overlay",
        metavar="DIR",
        type=click.Path(path_type=Path),
        envvar="KG_ONTOLOGY",
        show_envvar=True,
        help="A folder of ontology entries of your own, laid over the shipped ones.",
    )(function)


def format_option(function: _F) -> _F:
    """`--format`: for people or for programs."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="The form of the output; json is a list of objects.",
    )(function)


def open_ontology(overlay: Path | None) -> "Ontology":
    """The shipped ontology with the user's entries over it."""
    from kg import ontology

    return ontology.load(*([overlay] if overlay else []))


def store_to_write(uri: str | None, ontology: "Ontology") -> "Store":
    """The store to load into; without one that is named, ./kg-store is made, and that is said."""
    from kg.store import open_store

    if uri is None and not Path(DEFAULT_STORE).exists():
        click.echo(f"kg: no --store given, making ./{DEFAULT_STORE}", err=True)
    uri = uri or DEFAULT_STORE
    return open_store(uri, ontology, create=True, credentials=_credentials(uri))


def store_to_read(uri: str | None, ontology: "Ontology") -> "Store":
    """The store to read. Raises StoreError with the next step where there is none."""
    from kg.store import open_store

    if uri is None and not Path(DEFAULT_STORE).exists():
        raise StoreError(
            f"there is no store ./{DEFAULT_STORE} here; run `kg load PATH` first, or name one with --store"
        )
    uri = uri or DEFAULT_STORE
    return open_store(uri, ontology, create=False, credentials=_credentials(uri))


def _credentials(uri: str) -> "Credentials | None":
    """User, password and database of a server; on a terminal a missing password is asked for."""
    if uri.split("://")[0].split("+")[0] not in _SERVER:
        return None
    from kg.store import Credentials

    user, password = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD")
    if password is None and sys.stdin.isatty():
        user = user or click.prompt("User", default="neo4j", err=True)
        password = click.prompt("Password", hide_input=True, err=True)
    if password is None:
        raise StoreError("the server asks for a password; set KG_STORE_USER and KG_STORE_PASSWORD")
    return Credentials(user=user or "neo4j", password=password, database=os.environ.get("KG_STORE_DATABASE"))


def pairs(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`--param k=v`, any number of times, as a mapping."""
    for value in values:
        if not value.partition("=")[0] or "=" not in value:
            raise click.BadParameter(f"{value!r} is not written name=value", context, option)
    return dict(value.split("=", 1) for value in values)
