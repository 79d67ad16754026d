"""What a clause is about: the technology or product that it names, or that its sentence or article means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract import reach
from kg.extract.clauses import Clause
from kg.extract.mentions import Named
from kg.extract.scene import Scene
from kg.extract.topic import Topic
from kg.model import Filler, Kind
from kg.ontology import Concept
from kg.ontology.frames import Effect, Reach

IN_CLAUSE, IN_SENTENCE, IN_ARTICLE = range(3)
_THEMATIC = frozenset({Kind.TECHNOLOGY, Kind.PRODUCT})


@dataclass(frozen=True)
class Theme:
    """What a clause is about; `distance` says how far from it the name was found. An empty one is false."""

    technology: Filler | None = None
    product: Filler | None = None
    distance: int = IN_CLAUSE

    def __bool__(self) -> bool:
        return self.technology is not None or self.product is not None

    @property
    def near(self) -> bool:
        """Whether the clause or its sentence names it."""
        return bool(self) and self.distance < IN_ARTICLE


def find(clause: Clause, sentence: Span, scene: Scene, topic: Topic | None) -> list[Theme]:
    """The themes of a clause, one for every technology or product that it coordinates; one that is empty if none."""
    return (
        _of_frame(clause, scene)
        or _named(reach.themes(clause, scene), scene, IN_CLAUSE)
        or _in_sentence(clause, sentence, scene)
        or _in_article(clause, scene, topic)
        or [Theme()]
    )


def options(found: Sequence[Theme], sentence: Span, scene: Scene, topic: Topic) -> tuple[Theme, ...]:
    """Everything that a clause may be about: what was found, what else its sentence names, and the article's topic."""
    near = _named(scene.mentions.among(sentence, _THEMATIC), scene, IN_SENTENCE)
    every = [theme for theme in (*found, *near, of_topic(topic)) if theme]
    distinct = {(_id(theme), theme.product and theme.product.entity.id): theme for theme in reversed(every)}
    return tuple(reversed(distinct.values()))


def of_topic(topic: Topic) -> Theme:
    """What the article is about, as the theme of a clause."""
    return _technology(topic.concept, topic.written, IN_ARTICLE)


def points_back(clause: Clause, scene: Scene) -> bool:
    """Whether the clause speaks of "the technology", "the app": what the article is about."""
    things = (token for token in reach.field(clause) if token.lemma_.lower() in scene.signals.things)
    return any(child.lower_ in ("the", "this", "that", "its") for token in things for child in token.children)


def shuts_out(clause: Clause) -> bool:
    """Whether somebody is banned, and the clause does not say from what."""
    return clause.implied and clause.has(Effect.PROHIBIT)


def _of_frame(clause: Clause, scene: Scene) -> list[Theme]:
    slug = clause.event.technology if not clause.implied else None
    return [_technology(scene.ontology.concept(slug), slug, IN_CLAUSE)] if slug else []


def _in_sentence(clause: Clause, sentence: Span, scene: Scene) -> list[Theme]:
    if clause.event.topic is Reach.CLAUSE:
        return []
    of_measures = _of_measures(reach.measures(clause, scene), scene)
    return of_measures or _named(scene.mentions.among(sentence, _THEMATIC), scene, IN_SENTENCE)[:1]


def _in_article(clause: Clause, scene: Scene, topic: Topic | None) -> list[Theme]:
    reaches = clause.event.topic is Reach.ARTICLE or clause.hindered or points_back(clause, scene)
    return [of_topic(topic)] if topic and reaches else []


def _of_measures(named: Iterable[Named], scene: Scene) -> list[Theme]:
    """The technologies that named measures are about: net neutrality rules, the AI Act."""
    written = {m.concept.technology: scene.words(m) for m in reversed(list(named)) if m.concept}
    return [_technology(scene.ontology.concept(slug), words, IN_CLAUSE) for slug, words in written.items() if slug]


def _technology(concept: Concept, written: str, distance: int) -> Theme:
    return Theme(technology=Filler(entity=concept.entity, written=written), distance=distance)


def _named(mentions: Iterable[Named], scene: Scene, distance: int) -> list[Theme]:
    """A theme a mention; a technology that a named product stands for already is not told twice."""
    themes = [_of_mention(mention, scene, distance) for mention in mentions]
    covered = {theme.technology.entity.id for theme in themes if theme.product and theme.technology}
    told = (theme for theme in themes if theme.product or _id(theme) not in covered)
    return list({(_id(theme), theme.product and theme.product.entity.id): theme for theme in told}.values())


def _id(theme: Theme) -> str | None:
    return theme.technology.entity.id if theme.technology else None


def _of_mention(mention: Named, scene: Scene, distance: int) -> Theme:
    filler = Filler(entity=mention.entity, written=scene.words(mention))
    if mention.entity.kind is not Kind.PRODUCT:
        return Theme(technology=filler, distance=distance)
    slug = mention.concept.technology if mention.concept else None
    if slug is None:
        return Theme(product=filler, distance=distance)
    concept = scene.ontology.concept(slug)
    return Theme(Filler(entity=concept.entity, written=filler.written), filler, distance)
