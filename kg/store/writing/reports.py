"""What a batch reports on positions that it makes: derived from what is in memory, without reading it back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.model import Article, Role, Statement
from kg.model.position import Report
from kg.store.writing.copies import Origin
from kg.store.writing.statements import Told


def of_batch(told: Iterable[Told], origins: Mapping[str, Origin], names: Mapping[str, str]) -> Iterator[Report]:
    """The reports that statements are, with entities under the names that the graph has for them."""
    for article, statement in told:
        report = _report(article, statement, origins)
        entities = {
            role: entity.model_copy(update={"name": names.get(entity.id, entity.name)})
            for role, entity in report.entities.items()
        }
        yield replace(report, entities=entities)


def _report(article: Article, statement: Statement, origins: Mapping[str, Origin]) -> Report:
    origin = origins.get(article.id, Origin(article.id, None))
    return Report(
        statement=statement.id,
        article=article.id,
        origin=origin.id,
        published=origin.published or article.published,
        action=statement.action,
        entities={role: filler.entity for role, filler in statement.fillers() if role is not Role.SPEAKER},
        status=statement.status,
        certainty=statement.certainty,
        since=statement.since,
        until=statement.until,
        condition=statement.condition,
        exception=statement.exception,
        review=statement.review,
    )
