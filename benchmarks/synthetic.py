"""Readings as extraction would yield them, made up from the ontology and the same in every run.

Who and what the statements name has a heavy tail, as in the news: a few companies, technologies and groups turn up
everywhere, most of them hardly ever. Each article depends on its number alone, so that any can be made again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count
from random import Random
from typing import Generic, TypeVar

from kg.model import Article, Certainty, Entity, Filler, Kind, Quote, Reading, Role, Span, Statement, Status
from kg.model.identity import entity_id
from kg.ontology import Action, Ontology

T = TypeVar("T")

EXTRACTOR = "synthetic"
_COPY_EVERY = 40
_UNLISTED = 600
_HUBS = 30
_TOPIC = "facial-recognition"
"""The technology told of most: that by which the queries of the library ask where none is given."""

_SENTENCES = 20
_FIRST_DAY = datetime(2015, 1, 1, 6, tzinfo=UTC)
_DAYS = 3650
_PUBLISHERS = ("Harbour Post", "Signal Weekly", "The Ledger", "Civic Wire", "Northern Courier", "Policy Daily")
_STATUSES = (Status.IN_FORCE,) * 6 + tuple(Status)
_CONDITIONS = ("until a federal law is in place", "unless a judge agrees", "once an audit has been passed")
_EXCEPTIONS = ("rescue teams", "research laboratories")
_SCOPES = ("in public spaces", "at borders", "in schools")
_SYLLABLES = ("nor", "vel", "tra", "kin", "os", "mar", "quil", "den", "ax", "lum", "per", "sol")
_WORDS = (
    *("the", "a", "of", "its", "for", "with", "after", "before", "about", "under", "between", "as", "and", "while"),
    *("committee", "meeting", "report", "resident", "budget", "contract", "camera", "record", "hearing", "engineer"),
    *("weekend", "vendor", "panel", "draft", "figure", "street", "letter", "answer", "question", "month", "office"),
    *("described", "reviewed", "expected", "measured", "published", "delayed", "compared", "explained", "weighed"),
    *("careful", "local", "recent", "narrow", "public", "early", "costly", "technical", "quiet", "several"),
)


@dataclass(frozen=True)
class _Tail(Generic[T]):
    """Values of which the n-th is drawn with a weight of 1/n (Zipf's law)."""

    values: Sequence[T]
    weights: Sequence[float]

    @classmethod
    def of(cls, ranked: Sequence[T]) -> "_Tail[T]":
        return cls(ranked, tuple(accumulate(1 / rank for rank in range(1, len(ranked) + 1))))

    def draw(self, random: Random) -> T:
        return random.choices(self.values, cum_weights=self.weights)[0]


class Newsroom:
    """Makes readings out of the concepts of an ontology and of companies that it does not list."""

    def __init__(self, ontology: Ontology) -> None:
        random = Random("newsroom")
        of_family: dict[str, list[Entity]] = defaultdict(list)
        for _, concept in sorted(ontology.concepts.items()):
            of_family[concept.family].append(concept.entity)
        listed, groups = of_family["organisations"], of_family["groups"]
        unlisted = [_company(random, number) for number in range(_UNLISTED)]
        topic = ontology.concept(_TOPIC).entity
        self._technologies = _Tail.of([topic, *_ranked(random, of_family["technologies"])])
        self._actors = _Tail.of(_ranked(random, listed, [*unlisted, *groups]))
        self._parties = _Tail.of(_ranked(random, groups, [*listed, *unlisted]))
        self._products, self._measures, self._places, self._people = (
            _Tail.of(_ranked(random, of_family[family])) for family in ("products", "measures", "places", "people")
        )
        self._actions = _Tail.of(_ranked(random, [action for _, action in sorted(ontology.actions.items())]))

    def readings(self, statements: int, first: int = 0) -> Iterator[Reading]:
        """Articles from the number `first` on, until they hold exactly so many statements."""
        left = statements
        for number in count(first):
            if left <= 0:
                return
            reading = self.reading(number)
            kept = reading.statements[:left]
            left -= len(kept)
            yield reading.model_copy(update={"statements": kept})

    def reading(self, number: int) -> Reading:
        """The article of that number, with three to five statements; now and then a copy of the one before."""
        story = number - 1 if number % _COPY_EVERY == _COPY_EVERY - 1 else number
        random = Random(f"article {story}")
        told = dict(self._told(random) for _ in range(random.randint(3, 5)))
        article = Article.read(
            _body(random, list(told)),
            title=f"{_sentence(random)[:-1]} ({story})",
            url=f"https://news.example/{number}",
            published=_published(Random(f"day {number}")),
            publisher=Random(f"publisher {number}").choice(_PUBLISHERS),
            language="en",
            source_id=f"{number:07}",
        )
        made = [make(article.id, _quote(article.text, sentence)) for sentence, make in told.items()]
        return Reading(article=article, statements=tuple({s.id: s for s in made}.values()), read_with=EXTRACTOR)

    def _told(self, random: Random) -> tuple[str, Callable[[str, Quote], Statement]]:
        """A sentence, and the statement that it makes of an article and its quote."""
        action = self._actions.draw(random)
        roles = self._roles(random, action)
        named = [filler.written for filler in roles.values()]
        sentence = f"{' and '.join(named)}: this {action.label}, {_sentence(random)[:-1].lower()}."
        fields = {**{role.value: filler for role, filler in roles.items()}, **_qualifiers(random)}
        confidence = round(random.uniform(0.4, 1), 2)

        def make(article: str, quote: Quote) -> Statement:
            made = {"article": article, "action": action.slug, "quotes": (quote,), **fields}
            return Statement.model_validate({**made, "confidence": confidence, "extractor": EXTRACTOR})

        return sentence, make

    def _roles(self, random: Random, action: Action) -> dict[Role, Filler]:
        chances = {
            Role.ACTOR: (0.95, self._actors),
            Role.TECHNOLOGY: (0.9, self._technologies),
            Role.PRODUCT: (0.15, self._products),
            Role.COUNTERPARTY: (0.95 if action.towards or action.inverse else 0.45, self._parties),
            Role.MEASURE: (0.25, self._measures),
            Role.JURISDICTION: (0.2, self._places),
            Role.SPEAKER: (0.25, self._people),
        }
        filled = [(role, tail) for role, (chance, tail) in chances.items() if random.random() < chance]
        drawn = {role: _filler(random, tail.draw(random)) for role, tail in filled}
        if drawn.keys() <= {Role.ACTOR, Role.JURISDICTION, Role.SPEAKER}:
            drawn[Role.TECHNOLOGY] = _filler(random, self._technologies.draw(random))
        return drawn


def _ranked(random: Random, foremost: Sequence[T], others: Sequence[T] = ()) -> list[T]:
    """All values, shuffled, but only those of the first list in the first ranks."""
    first = random.sample(foremost, len(foremost))
    rest = [*first[_HUBS:], *others]
    return [*first[:_HUBS], *random.sample(rest, len(rest))]


def _company(random: Random, number: int) -> Entity:
    name = f"{''.join(random.choices(_SYLLABLES, k=3)).title()} {number}"
    return Entity(id=entity_id(name), name=name, kind=Kind.COMPANY)


def _filler(random: Random, entity: Entity) -> Filler:
    """An entity as an article writes it; a company that the ontology does not list is spelt in more than one way."""
    if entity.id != entity_id(entity.name) or random.random() < 0.8:
        return Filler(entity=entity, written=entity.name)
    name = entity.name.upper()
    return Filler(entity=entity.model_copy(update={"name": name}), written=name)


def _qualifiers(random: Random) -> dict[str, object]:
    return {
        "status": random.choice(_STATUSES),
        "certainty": Certainty.HEDGED if random.random() < 0.15 else Certainty.STATED,
        "condition": random.choice(_CONDITIONS) if random.random() < 0.15 else None,
        "exception": random.choice(_EXCEPTIONS) if random.random() < 0.05 else None,
        "scope": random.choice(_SCOPES) if random.random() < 0.1 else None,
        "since": random.choice((None, None, None, "2016", "2017-05", "2018-11-02")),
        "until": random.choice((None, None, None, None, "2023", "2024-06-30")),
        "duration": "P1Y" if random.random() < 0.03 else None,
    }


def _body(random: Random, told: Sequence[str]) -> str:
    """Paragraphs of some 2,500 characters, the telling sentences spread over them."""
    sentences = [_sentence(random) for _ in range(_SENTENCES)]
    for sentence in told:
        sentences.insert(random.randrange(len(sentences)), sentence)
    return "\n\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))


def _sentence(random: Random) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(8, 18))).capitalize() + "."


def _published(random: Random) -> str | None:
    moment = _FIRST_DAY + timedelta(days=random.randrange(_DAYS), minutes=random.randrange(1080))
    return random.choice((moment.isoformat(), moment.isoformat(), moment.date().isoformat(), None))


def _quote(text: str, sentence: str) -> Quote:
    start = text.index(sentence)
    return Quote(text=sentence, span=Span(start=start, end=start + len(sentence)))
