"""`kg store migrate`."""

from pathlib import Path

import click

from kg.cli.options import StoreChoice, logged_in, ontology_option, open_ontology, store_option


@click.command("migrate")
@store_option
@ontology_option
def command(store: StoreChoice, overlay: Path | None) -> None:
    """Bring the store of an older kg to this version. A newer one is refused and stays as it is.

    \b
    Example:
      kg store migrate --store kg-store
    """
    from kg.store import migrate_store

    ontology = open_ontology(overlay)
    before, now = logged_in(store, lambda address: migrate_store(address, ontology))
    click.echo(f"schema {now} already, nothing to do" if before == now else f"schema {before} is now schema {now}")
