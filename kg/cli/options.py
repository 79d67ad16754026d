"""Options that several commands share, and what they open."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kg.cli.messages import complain
from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.ontology import Ontology
    from kg.store import Address, Store

DEFAULT_STORE = "kg-store"
FORMATS = ("table", "json", "csv", "md")

_T = TypeVar("_T")
_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True)
class StoreChoice:
    """What the options say of the store: its address, None where none is named, and how long to wait for it.

    `login` are the beginnings of the variables that hold user, password and database, the first that is set counts.
    """

    uri: str | None = None
    wait: float = 10.0
    login: tuple[str, ...] = ("KG_STORE",)

    @property
    def address(self) -> str:
        """The address, that of the folder beside us where none is named."""
        return self.uri or DEFAULT_STORE

    def variable(self, name: str) -> str | None:
        """The value of a variable of the login, such as PASSWORD; an empty one counts as none."""
        return next((value for start in self.login if (value := os.environ.get(f"{start}_{name}"))), None)

    @property
    def is_missing(self) -> bool:
        """Whether it is a folder that is not there yet."""
        from kg.store import Address

        address = Address(self.address)
        return not address.is_server and not address.folder.exists()

    @property
    def is_missing_default(self) -> bool:
        """Whether no store is named and there is none beside us."""
        return not self.uri and not Path(DEFAULT_STORE).exists()


def wait_option(function: _F) -> _F:
    """`--wait`: patience with a store that is busy."""
    return click.option(
        "--wait",
        metavar="SECONDS",
        type=click.FloatRange(min=0),
        default=StoreChoice.wait,
        show_default=True,
        help="How long to wait for a folder that another process has open, or a server that stops answering.",
    )(function)


def extractor_option(function: _F) -> _F:
    """`--extractor`: who reads the articles."""
    from kg.extract import DEFAULT

    return click.option(
        "--extractor",
        metavar="NAME",
        default=DEFAULT,
        show_default=True,
        help="Who reads the articles: `learned`, `grammar` (the grammar alone), or a class as package.module:Class.",
    )(function)


def store_option(function: _F) -> _F:
    """`--store` and `--wait`, which the command gets as one StoreChoice named `store`."""

    @wraps(function)
    def with_choice(*args: Any, store: str | None, wait: float, **kwargs: Any) -> Any:
        return function(*args, store=StoreChoice(store, wait), **kwargs)

    named = click.option(
        "--store",
        metavar="URI",
        envvar="KG_STORE",
        show_envvar=True,
        help="The graph: a folder, or the address of a Neo4j server (bolt://…, neo4j+s://…). "
        "User and password of a server come from KG_STORE_USER and KG_STORE_PASSWORD, "
        f"its database from KG_STORE_DATABASE.  [default: ./{DEFAULT_STORE}]",
    )
    return cast(_F, named(wait_option(with_choice)))


def settings_option(function: _F) -> _F:
    """`--as`, `--map`, `--table` and `--allow-private`, which the command gets as one Settings named `settings`."""

    @wraps(function)
    def with_settings(
        *args: Any, kind: str | None, fields: dict[str, str], table: str | None, allow_private: bool, **kwargs: Any
    ) -> Any:
        from loaders import Settings

        settings = Settings(kind, tuple(fields.items()), table, allow_private)
        return function(*args, settings=settings, **kwargs)

    as_option = click.option("--as", "kind", metavar="KIND", help="What the sources are, whatever they look like.")
    map_option = click.option(
        "--map",
        "fields",
        metavar="FIELD=NAME,…",
        callback=lambda context, option, value: pairs(context, option, tuple(value.split(",")) if value else ()),
        help="What records call the fields of an article: text=body,published=date.",
    )
    table_option = click.option(
        "--table", metavar="MAPPING", help="Read rows as statements, by a mapping that ships or the path of one's own."
    )
    private_option = click.option(
        "--allow-private", is_flag=True, help="Also visit addresses of this machine and its own network."
    )
    return cast(_F, as_option(map_option(table_option(private_option(with_settings)))))


def collection_option(function: _F) -> _F:
    """`--collection`: only what articles loaded under a name say."""
    return click.option(
        "--collection", metavar="NAME", help="Only what articles say that were loaded under this name."
    )(function)


def jobs_option(function: _F) -> _F:
    """`--jobs`: processes that read articles."""
    return click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="How many processes read articles; one more writes.",
    )(function)


def shared_option(function: _F) -> _F:
    """`--shared`: agreement to nodes of others in the same database."""
    return click.option(
        "--shared", is_flag=True, help="Agree to a server's database that holds nodes of others; they are left alone."
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


def store_to_write(choice: StoreChoice, ontology: "Ontology", shared: bool = False) -> "Store":
    """The store to load into; without one that is named, ./kg-store is made, and that is said."""
    if choice.is_missing_default:
        complain(f"no --store given, making ./{DEFAULT_STORE}")
    return _opened(choice, ontology, create=True, shared=shared)


def store_to_read(choice: StoreChoice, ontology: "Ontology") -> "Store":
    """A store that is there already. Raises StoreError with the next step where there is none."""
    if choice.is_missing_default:
        raise StoreError(
            f"there is no store ./{DEFAULT_STORE} here; run `kg load PATH` first, or name one with --store"
        )
    return _opened(choice, ontology, create=False, shared=False)


def logged_in(choice: StoreChoice, use: "Callable[[Address], _T]") -> _T:
    """What `use` makes of the address with the login that its server takes.

    User, password and database come from the environment; on a terminal, a server that wants a password gets asked for
    one.
    """
    from kg.errors import AccessDeniedError
    from kg.store import Address, Credentials

    user, password = choice.variable("USER"), choice.variable("PASSWORD")
    given = Credentials(user or "neo4j", password, choice.variable("DATABASE"))
    try:
        return use(Address(choice.address, given, choice.wait))
    except AccessDeniedError:
        if password is not None or not sys.stdin.isatty():
            raise
    user = user or click.prompt(f"User at {choice.address}", default="neo4j", err=True)
    password = click.prompt(f"Password of {user} at {choice.address}", hide_input=True, err=True)
    return use(Address(choice.address, replace(given, user=user, password=password), choice.wait))


def _opened(choice: StoreChoice, ontology: "Ontology", *, create: bool, shared: bool) -> "Store":
    from kg.store import open_store

    return logged_in(
        choice,
        lambda address: open_store(
            address.uri,
            ontology,
            create=create,
            credentials=address.credentials,
            wait=address.wait,
            shared=shared,
        ),
    )


def pairs(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`--param k=v`, any number of times, as a mapping."""
    for value in values:
        if not value.partition("=")[0] or "=" not in value:
            raise click.BadParameter(f"{value!r} is not written name=value", context, option)
    return dict(value.split("=", 1) for value in values)
