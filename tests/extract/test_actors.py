"""Who acts: a judgement is held by who says so, and nobody holds one that is only stated."""

from tests.extract.conftest import Reader, told


def test_a_judgement_is_held_by_who_reports_it(read: Reader) -> None:
    found = {told(statement) for statement in read("The ACLU said that facial recognition is dangerous.")}
    assert found == {"American Civil Liberties Union · opposes · facial recognition · –"}


def test_a_judgement_that_nobody_voices_is_no_statement(read: Reader) -> None:
    assert read("Facial recognition is dangerous.") == ()
