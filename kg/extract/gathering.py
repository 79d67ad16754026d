"""From the statements of sentences to those of an article: who announced them, each once, in its circumstances."""

from collections.abc import Callable, Iterable, Sequence

from kg.extract import circumstances, news, speech
from kg.extract.analysis import Analysis
from kg.extract.merging import merged
from kg.model import Statement


def gathered(analyses: Sequence[Analysis], read: Callable[[Analysis], Iterable[Statement]]) -> tuple[Statement, ...]:
    """The statements that `read` makes of the sentences of one article, each once, in the order of the text."""
    if not analyses:
        return ()
    found: list[Statement] = []
    for analysis in analyses:
        found = [speech.announced(each, analysis.announcer) for each in found]
        found += read(analysis)
    last = analyses[-1]
    whole = circumstances.of(last.article, _day(analyses), last.scene.discourse, last.scene.ontology)
    return tuple(whole.fill(statement) for statement in merged(found))


def _day(analyses: Sequence[Analysis]) -> str | None:
    """The day that the article reports: the first that a sentence names as the day of its main event."""
    days = (news.day(each.sentence, each.scene.signals, each.today) for each in analyses)
    return next((day for day in days if day), None)
