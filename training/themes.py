"""Which theme a statement is about: learned from the sentences that coders quoted."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.evaluate import Line
from kg.evaluate.matching import accepts
from kg.extract import themes
from kg.extract.learned import about
from kg.extract.learned.features import Features
from kg.extract.learned.loose import proposal
from kg.extract.themes import Theme
from training.examples import Example, Seen
from training.fitting import narrow

_STRENGTH = 0.5


def fit(told: Sequence[Example]) -> Mapping[str, float]:
    """The weight of each feature of a theme, in log odds."""
    cases = [case for example in told for each in example.seen for case in _cases(each)]
    vectorizer = DictVectorizer()
    table = narrow(vectorizer.fit_transform([features for features, _ in cases]))
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0)
    model.fit(table, np.array([right for _, right in cases]))
    names = vectorizer.get_feature_names_out()
    return {str(name): round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)}


def _cases(seen: Seen) -> Iterator[tuple[Features, bool]]:
    """The themes that a quoted statement may be about, and whether each is the coder's."""
    analysis = seen.analysis
    for line in seen.quoted:
        if line.technology or line.product:
            found = proposal(seen.candidate, line.action, analysis, _first).theme
            for theme in themes.options([found], analysis.sentence, analysis.scene, analysis.topic):
                yield about.describe(theme, line.action, analysis), _is_of(theme, line)


def _first(options: Sequence[Theme], *_: object) -> Theme:
    return options[0]


def _is_of(theme: Theme, line: Line) -> bool:
    names = [filler.entity.name for filler in (theme.technology, theme.product) if filler]
    return any(accepts(line, field, name) for field in ("technology", "product") for name in names)
