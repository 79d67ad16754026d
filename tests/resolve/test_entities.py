"""Names become entities, and flat lines statements."""

import pytest

from kg.errors import RecordError
from kg.model import Entity, Kind, Role
from kg.model.identity import entity_id
from kg.model.record import StatementRecord, to_record
from kg.ontology import Ontology, load
from kg.resolve import entity_named, statement_from

LINE = {
    "action": "restricts_sale",
    "actor": "Acme Widgets",
    "actor_type": "Company",
    "technology": "Facial recognition",
    "counterparty": "the police",
    "counterparty_type": "Group",
    "jurisdiction": "United States",
    "speaker": "Jo Doe",
    "condition": "until a law is passed",
    "since": "2020-06",
    "quote": "Acme Widgets will not sell",
    "start": 10,
    "end": 36,
}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def read(**changes: object) -> StatementRecord:
    return StatementRecord.parse(LINE | changes, "line 1")


def test_a_name_of_the_ontology_is_its_concept_whatever_kind_was_guessed(ontology: Ontology) -> None:
    microsoft = entity_named(ontology, "Microsoft Corp.", Kind.PERSON, Role.ACTOR)
    assert microsoft == ontology.concept("microsoft").entity


def test_another_name_is_an_entity_of_its_own(ontology: Ontology) -> None:
    assert entity_named(ontology, "Acme Widgets", Kind.COMPANY, Role.ACTOR) == Entity(
        id=entity_id("Acme Widgets"), name="Acme Widgets", kind=Kind.COMPANY
    )


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.TECHNOLOGY, Kind.TECHNOLOGY),
        (Role.PRODUCT, Kind.PRODUCT),
        (Role.MEASURE, Kind.MEASURE),
        (Role.JURISDICTION, Kind.PLACE),
        (Role.SPEAKER, Kind.PERSON),
        (Role.ACTOR, Kind.GROUP),
        (Role.COUNTERPARTY, Kind.GROUP),
    ],
)
def test_without_a_kind_the_role_decides(ontology: Ontology, role: Role, kind: Kind) -> None:
    assert entity_named(ontology, "zorbs of old", None, role).kind is kind


@pytest.mark.parametrize(
    ("name", "kind", "role", "collective"),
    [
        ("amateur beekeepers", Kind.COMPANY, Role.ACTOR, True),
        ("Zorb Fans", Kind.GROUP, Role.ACTOR, True),
        ("Zorb Fans", Kind.COMPANY, Role.ACTOR, False),
        ("beekeeping", None, Role.TECHNOLOGY, False),
        ("duty to keep bees", None, Role.MEASURE, False),
    ],
)
def test_described_groups_are_collective_and_things_never(
    ontology: Ontology, name: str, kind: Kind | None, role: Role, collective: bool
) -> None:
    assert entity_named(ontology, name, kind, role).collective is collective


def test_a_line_becomes_a_statement_with_its_own_words_kept(ontology: Ontology) -> None:
    said = statement_from(ontology, read(), "a-1")
    assert said.technology is not None
    assert said.technology.entity.id == "facial-recognition"
    assert said.written(Role.TECHNOLOGY) == "facial recognition"
    assert [filler.entity.id for _, filler in said.fillers()] == [
        entity_id("Acme Widgets"),
        "facial-recognition",
        "police",
        "united-states",
        entity_id("Jo Doe"),
    ]


def test_a_statement_comes_back_from_its_own_line(ontology: Ontology) -> None:
    said = statement_from(ontology, read(), "a-1")
    again = statement_from(ontology, StatementRecord.parse(to_record(said, None), "line 1"), "a-1")
    assert again == said
    assert again.id == said.id


def test_unspecified_is_nobody(ontology: Ontology) -> None:
    assert statement_from(ontology, read(actor="unspecified"), "a-1").actor is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"action": "restrict_sale"}, "action: unknown action 'restrict_sale'; did you mean 'restricts_sale'?"),
        (
            {"technology": None, "counterparty": None},
            "a statement needs a technology, product, counterparty or measure",
        ),
        ({"start": 9, "end": 4}, "a span must end after it starts, not 9..4"),
        ({"since": "2021", "until": "2020"}, "since 2021 lies after until 2020"),
    ],
)
def test_what_is_no_statement_is_refused_in_one_line(ontology: Ontology, changes: dict[str, object], said: str) -> None:
    with pytest.raises(RecordError) as caught:
        statement_from(ontology, read(**changes), "a-1")
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_a_name_that_ends_as_a_groups_does_is_a_described_group(ontology: Ontology) -> None:
    assert entity_named(ontology, "Freedonian technology companies", Kind.COMPANY, Role.ACTOR).collective
    assert not entity_named(ontology, "Quandrex Group", Kind.COMPANY, Role.ACTOR).collective
