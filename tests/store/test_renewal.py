"""An ontology that changes between two loads: the graph follows it, as if all had been loaded by the new one."""

from pathlib import Path

import pytest

from kg.ontology import Ontology, load
from kg.store import Address, open_store
from kg.store.dump import Dump, dump
from tests.store.readings import article, reading, statement

_OVERLAY = """
facial-recognition:
  name: face matching
  broader: [face-things]
face-things:
  name: face things
  definition: All that looks at faces.
"""


@pytest.fixture
def changed(tmp_path: Path) -> Ontology:
    """The shipped ontology with a technology renamed and put under a new one."""
    folder = tmp_path / "overlay"
    folder.mkdir()
    (folder / "technologies.yaml").write_text(_OVERLAY, encoding="utf-8")
    return load(folder)


def _loaded(place: Address, *steps: tuple[Ontology, str]) -> Dump:
    for by, name in steps:
        news = article(f"{name} will not sell it to police.", url=f"https://a.org/{name}")
        with open_store(place.uri, by, create=True, credentials=place.credentials, wait=5) as store:
            store.add([reading(news, statement(news, actor=name.lower()))])
            held = dump(store)
    return held


def test_a_later_load_brings_what_is_there_to_the_new_ontology(
    place: Address, ontology: Ontology, changed: Ontology, tmp_path: Path
) -> None:
    renewed = _loaded(place, (ontology, "Amazon"), (changed, "IBM"))
    afresh = _loaded(Address(str(tmp_path / "afresh")), (changed, "Amazon"), (changed, "IBM"))
    assert renewed == afresh
    names = {node["properties"].get("name") for node in renewed.nodes}
    assert {"face matching", "face things"} <= names
    assert "facial recognition" not in names


def test_going_back_takes_away_what_only_the_other_ontology_had(
    place: Address, ontology: Ontology, changed: Ontology, tmp_path: Path
) -> None:
    there_and_back = _loaded(place, (changed, "Amazon"), (ontology, "IBM"))
    afresh = _loaded(Address(str(tmp_path / "afresh")), (ontology, "Amazon"), (ontology, "IBM"))
    assert there_and_back == afresh
