"""Why an article was read as it was: what fired in each sentence, what it gave, and why something gave nothing.

`values` are what is told, `triggers` asks the grammar, `weighing` asks the judge, `explainer` puts both together. Every
reason comes from the function that decides, asked again; nothing is read in another way to be explained.
"""

from kg.extract.explanation.explainer import Explainer
from kg.extract.explanation.values import (
    Argument,
    Draft,
    Explanation,
    Influence,
    Outcome,
    Over,
    SentenceExplanation,
    Trigger,
    Weighed,
)

__all__ = [
    "Argument",
    "Draft",
    "Explainer",
    "Explanation",
    "Influence",
    "Outcome",
    "Over",
    "SentenceExplanation",
    "Trigger",
    "Weighed",
]
