"""What a theme looks like to an action: how near it stands, and how much of the article it fills."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.analysis import Analysis
from kg.extract.learned.features import Features
from kg.extract.themes import Theme
from kg.model import Filler

_DISTANCES = ("clause", "sentence", "article")
_MANY = 6
_STANCES = frozenset({"supports", "opposes", "proposes"})


def describe(theme: Theme, action: str, analysis: Analysis) -> Features:
    """The features of a theme that may be what an action of a sentence is about."""
    return dict.fromkeys(_features(theme, action, analysis), 1.0)


def _features(theme: Theme, action: str, analysis: Analysis) -> Iterator[str]:
    topic, distance = analysis.topic, _DISTANCES[theme.distance]
    slug = theme.technology.entity.id if theme.technology else ""
    often = min(topic.named.get(slug, 0), _MANY)
    is_topic = slug == topic.concept.slug
    yield f"distance={distance}"
    yield f"distance+action={distance}:{action}"
    yield f"topic={is_topic}"
    yield f"topic+action={is_topic}:{action}"
    yield f"topic+distance={is_topic}:{distance}"
    yield f"often={often}"
    yield f"share={_share(often, topic.named.get(topic.concept.slug, 1))}"
    yield f"technology={slug}"
    yield f"technology+stance={slug}:{action in _STANCES}"
    yield f"product={theme.product is not None}"
    yield f"in-title={any(_is_in_title(filler, analysis) for filler in (theme.technology, theme.product))}"


def _share(often: int, most: int) -> int:
    """How often it is named beside what is named most, in quarters."""
    return round(4 * often / max(most, 1))


def _is_in_title(filler: Filler | None, analysis: Analysis) -> bool:
    return filler is not None and (filler.written or filler.entity.name).lower() in analysis.article.title.lower()


def likeliest(themes: Sequence[Theme], action: str, analysis: Analysis, weights: Mapping[str, float]) -> Theme:
    """The theme of the greatest weight, of equals the first."""
    return max(themes, key=lambda theme: weight(describe(theme, action, analysis), weights))


def weight(features: Features, weights: Mapping[str, float]) -> float:
    """The log odds that features add up to."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())
