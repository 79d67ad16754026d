"""What questions are understood to ask, and what is refused rather than guessed."""

import pytest

from kg.errors import QuestionError
from kg.model import Kind, Role
from kg.ontology import Ontology
from kg.query.pattern import Form
from kg.query.question import understand


@pytest.mark.parametrize(
    "question",
    [
        "Which vendors restrict sales of facial recognition to police?",
        "Which companies refuse to sell facial recognition to the police?",
        "Which firms do not sell face recognition technology to police departments?",
        "Which vendors won't supply facial recognition to police?",
        "What companies declined to sell facial recognition to law enforcement?",
        "Which vendors no longer sell facial recognition to US police?",
        "List the vendors restricting sales of facial recognition to police",
    ],
)
def test_one_question_in_many_words_is_one_pattern(question: str, ontology: Ontology) -> None:
    pattern = understand(ontology, question)
    assert pattern.actions == ("restricts_sale",)
    assert pattern.fixed == {Role.TECHNOLOGY: ("facial-recognition",), Role.COUNTERPARTY: ("police",)}
    assert pattern.kinds == {Role.ACTOR: (Kind.COMPANY,)}
    assert pattern.wanted == ("actor",)


@pytest.mark.parametrize(
    ("question", "actions"),
    [
        ("Who sued Clearview AI?", ("sues",)),
        ("Which cities banned facial recognition?", ("bans",)),
        ("Who supports a ban on facial recognition?", ("supports",)),
        ("Who regulates artificial intelligence?", ("regulates",)),
        ("Who was fined by the ICO?", ("penalizes",)),
        ("Which companies were added to the entity list?", ("restricts_trade",)),
        ("Did Amazon ban police from using Rekognition?", ("restricts_sale", "restricts_use")),
        ("What did Microsoft say about facial recognition?", ()),
    ],
)
def test_words_become_actions_by_the_grammar_of_reading(
    question: str, actions: tuple[str, ...], ontology: Ontology
) -> None:
    assert understand(ontology, question).actions == actions


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who opposes Clearview?", ("actor",)),
        ("What technology does IBM oppose?", ("technology",)),
        ("Under what condition will Microsoft sell facial recognition to police?", ("condition",)),
        ("Until when does Amazon restrict sales of Rekognition to police?", ("until",)),
        ("When does Amazon's moratorium end?", ("until",)),
        ("Who was fined by the ICO?", ("counterparty",)),
    ],
)
def test_the_opening_says_what_is_asked_for(question: str, wanted: tuple[str, ...], ontology: Ontology) -> None:
    assert understand(ontology, question).wanted == wanted


def test_yes_no_and_counting_are_told_apart(ontology: Ontology) -> None:
    assert understand(ontology, "Does IBM sell facial recognition to police?").form is Form.YES_NO
    assert understand(ontology, "How many police departments use Rekognition?").form is Form.COUNT


def test_a_passive_turns_the_roles(ontology: Ontology) -> None:
    fixed = understand(ontology, "Who was fined by the ICO?").fixed
    assert fixed == {Role.ACTOR: ("information-commissioners-office",)}


def test_years_bound_the_reports(ontology: Ontology) -> None:
    assert understand(ontology, "Which cities banned facial recognition before 2021?").reported_to == "2020"
    assert understand(ontology, "Which cities banned facial recognition since 2019?").reported_from == "2019"


def test_a_place_after_in_is_the_jurisdiction(ontology: Ontology) -> None:
    assert understand(ontology, "Who uses predictive policing in California?").fixed[Role.JURISDICTION] == (
        "california",
    )


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("What is the airspeed of an unladen swallow?", "airspeed"),
        ("Which vendors frobnicate facial recognition?", "frobnicate"),
        ("Who bans }) DETACH DELETE n //?", "DETACH"),
    ],
)
def test_what_is_not_understood_is_named(question: str, part: str, ontology: Ontology) -> None:
    with pytest.raises(QuestionError, match=part):
        understand(ontology, question)


@pytest.mark.parametrize("question", ["", "???", "x" * 10_000, "کی؟", "who", "`MATCH (n)`"])
def test_no_question_crashes(question: str, ontology: Ontology) -> None:
    with pytest.raises(QuestionError):
        understand(ontology, question)


def test_names_may_be_typed_in_lower_case(ontology: Ontology) -> None:
    typed = understand(ontology, "does ibm sell facial recognition to police?")
    assert typed == understand(ontology, "Does IBM sell facial recognition to police?")
    assert understand(ontology, "who sued clearview ai?") == understand(ontology, "Who sued Clearview AI?")


def test_who_stands_behind_the_auxiliary_acts(ontology: Ontology) -> None:
    pattern = understand(ontology, "Who did the ICO fine?")
    assert pattern.wanted == ("counterparty",)
    assert pattern.fixed == {Role.ACTOR: ("information-commissioners-office",)}


def test_cutting_off_police_is_a_restriction_of_sale(ontology: Ontology) -> None:
    pattern = understand(ontology, "Who has cut off police from facial recognition?")
    assert pattern.actions == ("restricts_sale",)


@pytest.mark.parametrize(
    "question",
    [
        "Which vendors don't restrict sales of facial recognition to police?",
        "Who has not banned facial recognition?",
        "Which companies don't support regulation of facial recognition?",
    ],
)
def test_who_does_not_is_refused_since_silence_is_no_denial(question: str, ontology: Ontology) -> None:
    with pytest.raises(QuestionError, match="silence is no denial"):
        understand(ontology, question)


def test_what_a_person_said_is_looked_up_by_speaker(ontology: Ontology) -> None:
    assert Role.SPEAKER in understand(ontology, "What did Brad Smith say about facial recognition?").fixed


def test_a_question_about_no_act_is_refused(ontology: Ontology) -> None:
    with pytest.raises(QuestionError, match="nothing that somebody does"):
        understand(ontology, "What is facial recognition?")
