"""Who says it: the person quoted, in the sentence or beside it, and the one voice of an organisation."""

import pytest

from kg.extract import speech
from kg.model import Entity, Filler, Kind, Quote, Span, Statement
from kg.ontology import Ontology
from tests.extract.sentences import Reader

AXON = Filler(entity=Entity(id="axon", name="Axon", kind=Kind.COMPANY), written="Axon")
LEE = Filler(entity=Entity(id="ann-lee", name="Ann Lee", kind=Kind.PERSON), written="Lee")
ROE = Filler(entity=Entity(id="jane-roe", name="Jane Roe", kind=Kind.PERSON), written="Roe")


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> Reader:
    return Reader(ontology)


def name(filler: Filler | None) -> str | None:
    return filler.entity.name if filler else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brad Smith said that Microsoft will not sell facial recognition to police.", "Brad Smith"),
        ("Microsoft will not sell facial recognition to police, Brad Smith told reporters.", "Brad Smith"),
        ("Microsoft will not sell facial recognition to police, according to Brad Smith.", "Brad Smith"),
        ("The software was banned, Microsoft President Brad Smith announced.", "Brad Smith"),
        ("Regulate AI now: Brad Smith", "Brad Smith"),
        ("Microsoft said that it will not sell facial recognition to police.", None),
        ("The police use files that Edward Snowden revealed in June.", None),
        ("Microsoft will not sell facial recognition to police.", None),
    ],
)
def test_the_speaker_is_whom_the_sentence_quotes(reader: Reader, text: str, expected: str | None) -> None:
    reading = reader.sentence(text)
    assert name(speech.speaker(reading.sentence, reading.scene)) == expected


def test_a_quotation_goes_on_in_the_sentences_beside_it(reader: Reader) -> None:
    text = "“Facial recognition harms people. We oppose it,” Brad Smith said. The police use it every day."
    speakers = [name(speech.speaker(r.sentence, r.scene)) for r in reader.sentences(text)]
    assert speakers == ["Brad Smith", "Brad Smith", None]


@pytest.mark.parametrize(
    ("action", "actor", "speaker", "expected"),
    [
        ("restricts_sale", AXON, LEE, LEE),
        ("supports", AXON, None, None),
        ("opposes", LEE, ROE, LEE),
        ("uses", LEE, ROE, None),
    ],
)
def test_a_person_speaks_for_his_own_positions_only(
    action: str, actor: Filler, speaker: Filler | None, expected: Filler | None
) -> None:
    assert speech.voice_of(action, actor, speaker) == expected


def position(**others: object) -> Statement:
    """A position of Axon's."""
    quote = Quote(text="words", span=Span(start=0, end=5))
    made = Statement(article="a1", action="supports", actor=AXON, technology=AXON, quotes=(quote,))
    return made.model_copy(update=others)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (position(), LEE),
        (position(speaker=ROE), ROE),
        (position(action="sells"), None),
        (position(actor=None), None),
    ],
)
def test_a_position_in_no_ones_name_is_told_by_the_one_voice_of_its_organisation(
    statement: Statement, expected: Filler | None
) -> None:
    assert speech.voiced(statement, {"axon": LEE}).speaker == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Microsoft President Brad Smith spoke.", {"microsoft": "Brad Smith"}),
        ("Microsoft President Brad Smith spoke. Microsoft spokesman John Roe listened.", {}),
        ("Brad Jones spoke.", {}),
    ],
)
def test_two_spokesmen_are_no_one_voice(reader: Reader, text: str, expected: dict[str, str]) -> None:
    *_, last = reader.sentences(text)
    assert {of: voice.entity.name for of, voice in speech.voices(last.scene.discourse).items()} == expected
