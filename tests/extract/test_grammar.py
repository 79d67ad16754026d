"""What the grammar makes of clauses: operators over events, negation, roles, qualifiers, and whole articles."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.grammar import GrammarExtractor
from kg.model import Article, Certainty, Role, Statement, Status
from kg.ontology import Ontology, load
from kg.resources import demo_folder
from loaders import load as read_file
from tests.extract.conftest import Reader, told


def only(statements: tuple[Statement, ...], action: str) -> Statement:
    """The one statement of an action."""
    (found,) = [statement for statement in statements if statement.action == action]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Axon declined to sell facial recognition to police.", "Axon · restricts_sale · facial recognition · police"),
        ("Axon refuses to sell facial recognition to police.", "Axon · restricts_sale · facial recognition · police"),
        ("Axon stopped selling facial recognition to police.", "Axon · restricts_sale · facial recognition · police"),
        ("Axon will not sell facial recognition to police.", "Axon · restricts_sale · facial recognition · police"),
        ("Axon no longer sells facial recognition to police.", "Axon · restricts_sale · facial recognition · police"),
        ("Axon sells facial recognition to police.", "Axon · sells · facial recognition · police"),
        ("Axon quit facial recognition.", "Axon · ends_development · facial recognition · –"),
        ("Oakland banned facial recognition.", "Oakland · bans · facial recognition · –"),
        ("Axon supports regulation of facial recognition.", "Axon · supports · facial recognition · –"),
        ("The ACLU opposes facial recognition.", "American Civil Liberties Union · opposes · facial recognition · –"),
        (
            "The NYPD stopped using facial recognition.",
            "New York Police Department · restricts_use · facial recognition · –",
        ),
        ("Facial recognition is used by the NYPD.", "New York Police Department · uses · facial recognition · –"),
        (
            "The NYPD, which uses facial recognition, fell silent.",
            "New York Police Department · uses · facial recognition · –",
        ),
    ],
)
def test_operators_decide_the_action(text: str, expected: str, read: Reader) -> None:
    assert expected in {told(statement) for statement in read(text)}


def test_a_perfect_tense_negation_is_a_denial_and_no_restriction(read: Reader) -> None:
    statement = only(read("Axon has not sold facial recognition to police."), "sells")
    assert statement.status is Status.DENIED


@pytest.mark.parametrize("text", ["Axon did not promise to stop selling facial recognition to police.", "It rained."])
def test_what_is_not_said_is_no_statement(text: str, read: Reader) -> None:
    assert not [statement for statement in read(text) if statement.action == "restricts_sale"]


def test_weighing_a_ban_is_a_ban_that_is_considered(read: Reader) -> None:
    statement = only(read("The European Union is considering a ban on facial recognition."), "bans")
    assert statement.status is Status.CONSIDERED


def test_a_hedge_is_kept(read: Reader) -> None:
    statement = only(read("Axon reportedly sells facial recognition to police."), "sells")
    assert statement.certainty is Certainty.HEDGED


def test_a_condition_is_kept_in_the_words_of_the_article(read: Reader) -> None:
    statement = only(
        read("Axon will not sell facial recognition to police until Congress passes a law."), "restricts_sale"
    )
    assert statement.condition == "until Congress passes a law"


def test_coordinated_actors_give_one_statement_each(read: Reader) -> None:
    found = {told(s) for s in read("Amazon and IBM stopped selling facial recognition to police.")}
    assert {f"{name} · restricts_sale · facial recognition · police" for name in ("Amazon", "IBM")} <= found


def test_those_who_are_followed_did_the_same(read: Reader) -> None:
    found = read("Axon followed Amazon and IBM in declining to sell facial recognition to police.")
    assert {s.actor.entity.name for s in found if s.action == "restricts_sale" and s.actor} == {"Axon", "Amazon", "IBM"}


def test_the_company_is_the_one_that_the_article_is_about(read: Reader) -> None:
    found = read("Axon builds body cameras. The company will not sell facial recognition to police.")
    assert only(found, "restricts_sale").entity(Role.ACTOR) == only(found, "develops").entity(Role.ACTOR)


def test_a_person_speaks_for_the_organisation_that_the_title_names(read: Reader) -> None:
    found = read("Axon President Jane Roe said the company stopped selling facial recognition to police.")
    statement = only(found, "restricts_sale")
    assert statement.actor and statement.actor.entity.name == "Axon"
    assert statement.speaker and statement.speaker.entity.name == "Jane Roe"


def test_an_announcer_speaks_for_what_was_told_before(read: Reader) -> None:
    text = "Axon stopped selling facial recognition to police. The decision was announced by Axon President Jane Roe."
    statement = only(read(text), "restricts_sale")
    assert statement.speaker and statement.speaker.entity.name == "Jane Roe"


def test_a_repetition_adds_its_quote_and_no_statement(read: Reader) -> None:
    found = read(
        "Axon declined to sell facial recognition to police.",
        title="Axon declines to sell facial recognition to police",
    )
    assert len(only(found, "restricts_sale").quotes) == 2


def test_relative_days_need_the_day_of_the_article(read: Reader) -> None:
    text = "Oakland banned facial recognition on Tuesday."
    assert only(read(text), "bans").since is None
    assert only(read(text, published="2019-07-17"), "bans").since == "2019-07-16"


def test_an_article_outside_the_domain_gives_nothing(read: Reader) -> None:
    assert read("Amazon sells books to schools. The council banned parking.") == ()


def demo_articles() -> list[Article]:
    items = (item for path in sorted(demo_folder().iterdir()) for item in read_file(path))
    return [item for item in items if isinstance(item, Article)]


@pytest.mark.parametrize("article", demo_articles(), ids=lambda article: article.title)
def test_every_quote_stands_in_its_article(article: Article, extractor: GrammarExtractor) -> None:
    statements = extractor.read(article)
    assert statements
    assert all(quote.stands_in(article.text) for statement in statements for quote in statement.quotes)


def test_the_same_article_gives_the_same_statements(extractor: GrammarExtractor) -> None:
    article = demo_articles()[0]
    assert extractor.read(article) == GrammarExtractor(extractor.ontology).read(article)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["Axon sells facial recognition to police.", "é\u0301 𝒳 ", "\n", "“Quote”", "\u200b", "The NYPD"]
        )
    )
)
def test_offsets_hold_whatever_stands_between(extractor: GrammarExtractor, pieces: list[str]) -> None:
    article = Article.read(" ".join(["Facial recognition.", *pieces]))
    for statement in extractor.read(article):
        assert all(quote.stands_in(article.text) for quote in statement.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "The ACLU called on Amazon to stop selling facial recognition to police.",
        "The ACLU demanded that detectives stop using facial recognition.",
        "The ACLU urged police to stop using facial recognition.",
    ],
)
def test_asking_others_to_stop_is_support_for_a_ban_and_no_act_of_ones_own(text: str, read: Reader) -> None:
    (statement,) = [s for s in read(text) if s.actor and s.actor.entity.name.startswith("American")]
    assert statement.action == "supports"
    assert statement.measure and statement.measure.entity.id == "ban"


@pytest.mark.parametrize(
    "text",
    [
        "If Amazon sells facial recognition to police, the council will meet.",
        "Critics asked whether Amazon sells facial recognition to police.",
        "The council hoped that Amazon would use facial recognition.",
    ],
)
def test_a_condition_a_question_or_a_wish_is_no_fact(text: str, read: Reader) -> None:
    assert read(text) == ()


def test_an_end_is_no_beginning(read: Reader) -> None:
    statement = only(read("Axon bars police from using facial recognition until 2025."), "restricts_sale")
    assert (statement.since, statement.until) == (None, "2025")


def test_another_language_is_not_misread(read: Reader) -> None:
    assert read("Axon sells facial recognition to police.", language="de") == ()


def test_a_line_longer_than_a_parser_takes_is_cut_between_words(read: Reader) -> None:
    found = read("Axon sells facial recognition to police. " * 1500)
    assert len(only(found, "sells").quotes) > 1000


def test_ids_do_not_depend_on_what_the_ontology_knows(ontology: Ontology, tmp_path: Path) -> None:
    text = "Zentrix Corp sells drones to police. The company opposes facial recognition, its president, Jane Roe, said."
    (tmp_path / "organisations").mkdir()
    entry = "zentrix:\n  name: Zentrix\n  kind: Company\n  definition: A firm.\n  aliases: [Zentrix Corp]\n"
    (tmp_path / "organisations" / "companies.yaml").write_text(entry, encoding="utf-8")
    article = Article.read(text)
    before = GrammarExtractor(ontology).read(article)
    after = GrammarExtractor(load(tmp_path)).read(article)
    assert {s.actor.entity.id for s in after if s.actor} == {"zentrix"}
    assert {s.id for s in before} == {s.id for s in after}
