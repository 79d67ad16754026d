"""What stands over an event decides what it is: restrictions undone, trade stopped, judgements held by who says so."""

import pytest

from tests.extract.conftest import Reader, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The city council suspended the ban on facial recognition.",
            "repeals · facial recognition",
        ),
        ("Axon dropped its moratorium on facial recognition.", "repeals · facial recognition"),
        ("The Commerce Department banned the export of drones to China.", "restricts_trade · drones"),
        ("Axon said that its sale of facial recognition would cease.", "restricts_sale · facial recognition"),
        ("Axon halted the export of drones to China.", "restricts_sale · drones"),
    ],
)
def test_a_restriction_composes_with_what_it_stops(text: str, expected: str, read: Reader) -> None:
    assert expected in {" · ".join(told(statement).split(" · ")[1:3]) for statement in read(text)}
