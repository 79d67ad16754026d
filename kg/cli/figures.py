"""Prints what `kg evaluate` finds, for people to read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from kg.cli.output import print_table
from kg.evaluate import Difference, Estimate, Figures, Mistake, Score, Share, Stratum
from kg.evaluate.calibration import Calibration
from kg.store import Table

_SCORE = ("precision", "recall", "F1", "recall of all")
_CONFUSIONS_SHOWN = 12


def print_figures(figures: Figures) -> None:
    """All figures of a run: an overview, then a table for each question."""
    triple = figures.levels["triple"]
    click.echo(f"{figures.items} items, {triple.coded} statements coded ({triple.core} core), {triple.read} read")
    if figures.quiet:
        click.echo(f"items without a coded statement in which one is read: {_spoken(figures.quiet)}")
    if figures.quotes:
        click.echo(f"quotes that stand in the text: {_spoken(figures.quotes)}")
    _section("agreement", ("level", *_SCORE), ((name, *_score(each)) for name, each in figures.levels.items()))
    _section("actions, as triples", ("action", "F1", "core found", "right"), _actions(figures.actions))
    _section("qualifiers of what was found", ("qualifier", "right", "of", "share"), _shares(figures.qualifiers))
    _section("not turned into the reverse", ("action", "right", "of", "share"), _shares(figures.polarity))
    confused = [(each.coded, each.read, each.times) for each in figures.confusions[:_CONFUSIONS_SHOWN]]
    _section("actions read for others", ("coded", "read as", "times"), confused)
    if figures.calibration:
        _print_calibration(figures.calibration)


def print_comparison(compared: Iterable[Difference]) -> None:
    """Figures of two runs and how they changed."""
    rows = [(each.figure, _digits(each.earlier), _digits(each.now), _signed(each.change)) for each in compared]
    _section("compared with the earlier run", ("figure", "earlier", "now", "change"), rows)


def print_mistakes(found: Iterable[Mistake]) -> None:
    """What was missed and what was read for nothing."""
    columns = ("item", "mistake", "statement", "nearest", "sentence")
    rows = [(each.item, each.fault.value, each.statement, each.nearest, each.sentence) for each in found]
    _section("mistakes", columns, rows)


def print_precision(estimate: Estimate, strata: Sequence[Stratum]) -> None:
    """The precision of a graph by a sheet, overall and by stratum."""
    from kg.evaluate.precision import CONFIDENCE

    coded, unsure = sum(each.coded for each in strata), sum(each.unsure for each in strata)
    blank = sum(each.blank for each in strata)
    interval = f"{CONFIDENCE:.0%} interval {estimate.low:.3f} to {estimate.high:.3f}"
    click.echo(f"precision {estimate.share:.3f}, {interval}")
    click.echo(f"{coded} statements coded, strata weighted by their size; left out: {unsure} unsure, {blank} blank")
    if without := [f"{each.name} ({each.size} statements)" for each in strata if not each.coded]:
        click.echo(f"nothing is coded in {', '.join(without)}: the precision speaks of the other strata")
    columns = ("stratum", "size", "coded", "right", "precision", "low", "high", "unsure", "blank")
    _section("strata, with Wilson intervals", columns, map(_stratum, strata))


def _print_calibration(calibration: Calibration) -> None:
    rows = [
        (f"{b.low:.1f} to {b.high:.1f}", b.count, _digits(b.confidence), _digits(b.right)) for b in calibration.bins
    ]
    _section("confidence", ("from", "statements", "mean confidence", "right"), rows)
    click.echo(f"expected calibration error {_digits(calibration.expected_error)}")


def _section(title: str, columns: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
    """A titled table; nothing where it would be empty."""
    if table := tuple(map(tuple, rows)):
        click.echo(f"\n{click.style(title, bold=True)}")
        print_table(Table(columns=columns, rows=table), "table")


def _score(score: Score) -> tuple[str, ...]:
    return tuple(map(_digits, (score.precision, score.recall, score.f1, score.recall_of_all)))


def _actions(actions: Mapping[str, Score]) -> Iterable[tuple[str, ...]]:
    for name, each in actions.items():
        yield name, _digits(each.f1), f"{each.core_found}/{each.core}", f"{each.right}/{each.read}"


def _shares(shares: Mapping[str, Share]) -> Iterable[tuple[Any, ...]]:
    return ((name, each.count, each.of, _digits(each.share)) for name, each in shares.items() if each.of)


def _stratum(each: Stratum) -> tuple[Any, ...]:
    precision = each.precision
    limits = (precision.share, precision.low, precision.high) if precision else (None, None, None)
    return (each.name, each.size, each.coded, each.right, *map(_digits, limits), each.unsure, each.blank)


def _spoken(share: Share) -> str:
    percent = f" ({share.share:.1%})" if share.share is not None else ""
    return f"{share.count} of {share.of}{percent}"


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _signed(value: float | None) -> str:
    return "" if value is None else f"{value:+.3f}"
