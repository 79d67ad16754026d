"""Large cities come from a table; what somebody has written down about a place goes before it."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Level, Ontology, load_folders

HEAD = "slug,name,aliases,part_of\n"


def with_cities(folder: Path, lines: str) -> Ontology:
    (folder / "cities.csv").write_text(HEAD + lines, encoding="utf-8")
    return load_folders(folder)


def test_a_line_is_a_city_of_its_country(folder: Path) -> None:
    city = with_cities(folder, "lyndon,Lyndon,Lyndon City,freedonia\n").concept("lyndon")
    assert (city.level, city.part_of, city.aliases) == (Level.CITY, "freedonia", ("Lyndon City",))


def test_a_name_that_an_entry_has_is_left_to_it(folder: Path) -> None:
    small = with_cities(folder, "far-springfield,Springfield,,freedonia\n")
    assert "far-springfield" not in small.concepts


def test_a_place_nobody_knows_gives_no_city(folder: Path) -> None:
    assert "lyndon" not in with_cities(folder, "lyndon,Lyndon,,atlantis\n").concepts


def test_a_line_of_another_length_is_an_error_with_its_number(folder: Path) -> None:
    with pytest.raises(OntologyError, match=r"cities\.csv:2: 2 fields"):
        with_cities(folder, "lyndon,Lyndon\n")


def test_its_contents_are_part_of_the_fingerprint(folder: Path) -> None:
    one = with_cities(folder, "lyndon,Lyndon,,freedonia\n").fingerprint
    assert with_cities(folder, "lyndon,Lyndon,,\n").fingerprint != one


def test_the_shipped_ones_hold_large_cities_and_no_surnames(shipped: Ontology) -> None:
    assert shipped.concept("tucson").part_of == "arizona"
    assert shipped.named("Jackson", "places") is None
