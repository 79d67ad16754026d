"""What a whole article tells of its statements and no one sentence does: its day, its country, who speaks for whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract import news, setting, speech
from kg.extract.coreference import Discourse
from kg.model import Article, Filler, Statement
from kg.ontology import Ontology


@dataclass(frozen=True)
class Circumstances:
    """The day that an article reports, the place where it plays, and the one voice of each organisation in it."""

    ontology: Ontology
    title: str
    day: str | None
    place: Filler | None
    voices: Mapping[str, Filler]

    def fill(self, statement: Statement) -> Statement:
        """A statement with what its own sentences left open, where the article as a whole tells it."""
        placed = setting.settled(statement, self.place, self.ontology)
        return news.dated(speech.voiced(placed, self.voices), self.day, self.title)


def of(article: Article, day: str | None, discourse: Discourse, ontology: Ontology) -> Circumstances:
    """The circumstances of an article that has been read; `day` is the first that `news.day` found in it."""
    place = setting.find(article.text, ontology)
    return Circumstances(ontology, article.title, day, place, speech.voices(discourse))
