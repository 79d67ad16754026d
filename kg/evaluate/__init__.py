"""How good the reading is: against statements coded by people, and by a sample of the graph that a person codes."""

from kg.evaluate.comparison import Difference, differences, flat
from kg.evaluate.evaluation import Evaluation, Item, evaluate
from kg.evaluate.figures import Figures, Score, figures
from kg.evaluate.gold import Gold
from kg.evaluate.line import Line, read_lines
from kg.evaluate.matching import Judged, Level
from kg.evaluate.mistakes import Mistake, mistakes
from kg.evaluate.precision import Estimate, Stratum, overall, wilson
from kg.evaluate.sampling import Drawn, draw
from kg.evaluate.share import Share
from kg.evaluate.sheet import read_sheet, strata

__all__ = [
    "Difference",
    "Drawn",
    "Estimate",
    "Evaluation",
    "Figures",
    "Gold",
    "Item",
    "Judged",
    "Level",
    "Line",
    "Mistake",
    "Score",
    "Share",
    "Stratum",
    "differences",
    "draw",
    "evaluate",
    "figures",
    "flat",
    "mistakes",
    "overall",
    "read_lines",
    "read_sheet",
    "strata",
    "wilson",
]
