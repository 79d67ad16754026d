"""The examples that stand beside the frames are read as they say: the frames' own specification."""

import pytest

from kg.ontology import load
from kg.ontology.frames import Event, Example
from tests.extract.conftest import Reader, told

EXAMPLES = [(event, example) for event in load().frames.events for example in event.examples]


@pytest.mark.parametrize(("event", "example"), EXAMPLES, ids=[f"{e.slug}: {x.text}" for e, x in EXAMPLES])
def test_an_example_gives_what_it_says(event: Event, example: Example, read: Reader) -> None:
    found = {told(statement) for statement in read(example.text)}
    assert set(example.gives) <= found
    if not example.gives:
        assert not found


def test_every_event_has_an_example() -> None:
    assert [event.slug for event in load().frames.events if not event.examples] == []
