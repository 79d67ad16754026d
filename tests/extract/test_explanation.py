"""Why an article was read as it was: every trigger has its outcome and its reason, every claim its verdict."""

from collections.abc import Callable

import pytest

from kg.extract.explanation import Argument, Explainer, Explanation, Outcome, Over, SentenceExplanation, Trigger
from kg.extract.explanation.triggers import NEEDS
from kg.extract.grammar import GrammarExtractor
from kg.extract.learned.extractor import LearnedExtractor
from kg.model import Article
from kg.ontology import Ontology
from kg.ontology.frames import Need
from kg.resources import demo_folder
from loaders import load
from tests.extract.conftest import told

Explain = Callable[..., Explanation]


@pytest.fixture(scope="module")
def explainer(ontology: Ontology) -> Explainer:
    return Explainer(ontology)


@pytest.fixture(scope="module")
def explain(explainer: Explainer) -> Explain:
    """Explains a text as an article: `explain("…", published="…")`."""

    def explaining(body: str, **metadata: str) -> Explanation:
        return explainer.explain(Article.read(body, **metadata))

    return explaining


def trigger(explanation: Explanation, word: str) -> Trigger:
    """The one trigger of a word."""
    (found,) = [t for sentence in explanation.sentences for t in sentence.triggers if t.word == word]
    return found


def sources(found: Trigger) -> dict[str, str]:
    return {argument.role: argument.source for argument in found.arguments}


def test_a_trigger_tells_its_frame_and_the_operators_over_it(explain: Explain) -> None:
    found = trigger(explain("Amazon stopped selling facial recognition to police."), "selling")
    assert found.frame == "sell"
    assert found.operators == (Over("decline", "restrict", "stopped"),)
    assert found.meaning == "restricts_sale, in force, stated"


def test_every_argument_tells_where_it_was_found(explain: Explain) -> None:
    text = "Amazon stopped selling facial recognition to police in Oakland in 2020 until Congress passes a law."
    found = trigger(explain(text), "selling")
    assert Argument("actor", "Amazon", "subject of “stopped”") in found.arguments
    assert Argument("counterparty", "police", "after “to”") in found.arguments
    assert sources(found)["technology"] == "“facial recognition”, named in the clause"
    assert sources(found)["condition"] == "words of the sentence"


def test_an_agent_acts_in_the_passive(explain: Explain) -> None:
    found = trigger(explain("Facial recognition is used by the NYPD."), "used")
    assert Argument("actor", "New York Police Department", "after “by”") in found.arguments


def test_coreference_tells_the_words_that_stand_for_the_actor(explain: Explain) -> None:
    found = trigger(explain("Axon builds cameras. The company sells facial recognition to police."), "sells")
    assert sources(found)["actor"] == "coreference of “The company”, subject of “sells”"


def test_a_technology_may_come_from_the_article(explain: Explain) -> None:
    found = trigger(explain("Facial recognition spread. The ACLU sued Clearview AI."), "sued")
    assert sources(found)["technology"].endswith("what the article is about")


def test_dates_tell_the_day_that_they_were_read_on(explain: Explain) -> None:
    found = trigger(explain("Oakland banned facial recognition on Tuesday.", published="2019-07-17"), "banned")
    assert Argument("since", "2019-07-16", "read on 2019-07-17") in found.arguments


@pytest.mark.parametrize(
    ("text", "word", "outcome", "reason"),
    [
        ("Facial recognition sales rose.", "sales", Outcome.NO_ACTOR, "it has no subject or agent"),
        ("The wind stopped the use of drones.", "use", Outcome.NO_ACTOR, "“wind” (subject of “stopped”) names nobody"),
        ("If Amazon sells facial recognition, we meet.", "sells", Outcome.NO_FACT, "“If” makes it a condition"),
        ("The council hoped that Amazon would use drones.", "use", Outcome.NO_FACT, "“hoped” makes it"),
        ("Axon did not promise to stop selling drones.", "selling", Outcome.NO_FACT, "negated"),
        ("Amazon approved the use of drones.", "approved", Outcome.NO_POWER, "power to bind others; Amazon"),
        ("Amazon approved the use of drones.", "use", Outcome.PART, "part of what “approved” tells"),
        ("Amazon declined to sue police over drones.", "sue", Outcome.NO_FORM, "sue has no restricted form"),
        ("Drones spread. The ACLU will sue.", "sue", Outcome.LACKING, "needs somebody on the other end"),
        ("Drones spread. Amazon sells books to police.", "sells", Outcome.LACKING, "no technology or product"),
        ("Drones spread. Facebook removed a wall.", "removed", Outcome.UNFIT, "needs one of “account”"),
        ("Axon considered drones.", "considered", Outcome.ALONE, "without an event under it"),
        ("Rekognition was banned.", "banned", Outcome.UNLIKELY, "nobody is named as its actor"),
    ],
)
def test_a_trigger_that_gives_nothing_says_why(
    text: str, word: str, outcome: Outcome, reason: str, explain: Explain
) -> None:
    found = trigger(explain(text), word)
    assert found.outcome is outcome
    assert reason in found.reason


def test_every_need_can_be_said() -> None:
    assert set(NEEDS) == set(Need)


def deed(line: str) -> str:
    """Actor and action of a statement's line: merging may fill in the rest from elsewhere in the article."""
    return " · ".join(line.split(" · ")[:2])


def demo_articles() -> list[Article]:
    items = (item for path in sorted(demo_folder().iterdir()) for item in load(path))
    return [item for item in items if isinstance(item, Article)]


@pytest.fixture(scope="module")
def explained(explainer: Explainer) -> list[tuple[Article, Explanation]]:
    return [(article, explainer.explain(article)) for article in demo_articles()]


def test_what_is_not_lacking_is_what_the_grammar_proposes(
    explained: list[tuple[Article, Explanation]], extractor: GrammarExtractor
) -> None:
    for article, explanation in explained:
        drafts = [d for sentence in explanation.sentences for t in sentence.triggers for d in t.drafts]
        standing = {deed(draft.told) for draft in drafts if draft.outcome is not Outcome.LACKING}
        assert standing == {deed(told(statement)) for statement in extractor.read(article)}


def test_what_is_kept_is_what_the_extractor_gives(
    explained: list[tuple[Article, Explanation]], ontology: Ontology
) -> None:
    reader = LearnedExtractor(ontology)
    for article, explanation in explained:
        kept = {(c.actor, c.action) for sentence in explanation.sentences for c in sentence.claims if c.kept}
        statements = reader.read(article)
        assert kept == {(s.actor.entity.name, s.action) for s in statements if s.actor}


def claims(explained: list[tuple[Article, Explanation]]) -> list[tuple[Explanation, SentenceExplanation]]:
    return [(explanation, sentence) for _, explanation in explained for sentence in explanation.sentences]


def test_a_claim_is_kept_from_the_threshold_up(explained: list[tuple[Article, Explanation]]) -> None:
    for explanation, sentence in claims(explained):
        for claim in sentence.claims:
            assert not claim.kept or (claim.probability or 0) >= round(explanation.threshold, 2)
            assert claim.kept == (claim.given is not None)


def test_the_features_that_weighed_most_come_first(explained: list[tuple[Article, Explanation]]) -> None:
    weighed = [claim for _, sentence in claims(explained) for claim in sentence.claims]
    assert weighed
    for claim in weighed:
        favouring, opposing = ([i.weight for i in side] for side in (claim.favouring, claim.opposing))
        assert len(favouring) <= 5 and len(opposing) <= 5
        assert favouring == sorted(favouring, reverse=True) and all(weight > 0 for weight in favouring)
        assert opposing == sorted(opposing) and all(weight < 0 for weight in opposing)


def test_an_article_that_is_not_read_says_why(explain: Explain) -> None:
    assert "another language (de)" in (explain("Axon sells drones.", language="de").silence or "")
    assert "not in the domain" in (explain("The council banned parking.").silence or "")
    assert explain("Axon sells drones.").silence is None


def test_the_same_article_is_explained_in_the_same_words(explainer: Explainer, ontology: Ontology) -> None:
    article = demo_articles()[0]
    assert explainer.explain(article).record() == Explainer(ontology).explain(article).record()
