"""What an article as a whole adds to its statements: a day, a place, a voice."""

from kg.extract import circumstances
from kg.model import Article, Entity, Filler, Kind, Quote, Span, Statement
from kg.ontology import Ontology
from tests.extract.sentences import Reader

TEXT = "Microsoft President Brad Smith met the FBI. Congress listened."


def test_what_no_sentence_tells_the_article_may(ontology: Ontology) -> None:
    article = Article.read(TEXT, published="2020-06-12")
    *_, last = Reader(ontology).sentences(TEXT)
    microsoft = Filler(entity=Entity(id="microsoft", name="Microsoft", kind=Kind.COMPANY), written="Microsoft")
    quote = Quote(text="Congress listened.", span=Span(start=44, end=62))
    told = Statement(article="a1", action="supports", actor=microsoft, technology=microsoft, quotes=(quote,))

    filled = circumstances.of(article, "2020-06-11", last.scene.discourse, ontology).fill(told)

    assert filled.since == "2020-06-11"
    assert filled.jurisdiction is not None
    assert filled.jurisdiction.entity.name == "United States"
    assert filled.speaker is not None
    assert filled.speaker.entity.name == "Brad Smith"
