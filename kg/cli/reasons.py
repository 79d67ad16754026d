"""Prints what `kg explain` finds, for people: labels in one column, wrapped to the terminal or to 80 columns."""

import shutil
import sys
import textwrap
from collections.abc import Sequence

import click

from kg.cli.messages import one_line, printable
from kg.extract.explanation import Explanation, Influence, Outcome, SentenceExplanation, Trigger, Weighed

_WIDTH = 80
_NARROWEST = 40
_MARGIN = "   "
_LABEL = 14
_UNBROKEN = "\u00a0"
_PROPOSED = (Outcome.KEPT, Outcome.UNLIKELY)


def print_explanation(explanation: Explanation) -> None:
    """The article and what is known of it as a whole, then its sentences."""
    if explanation.title:
        click.echo(click.style(one_line(explanation.title), bold=True))
    if explanation.silence:
        click.echo(_filled(f"nothing is read: {explanation.silence}"))
        return
    day = explanation.day or "undated"
    click.echo(
        _filled(
            f"about {explanation.topic}, {day}; the judge keeps what is at least {explanation.threshold:.2f} likely"
        )
    )
    for sentence in explanation.sentences:
        _print_sentence(sentence)


def _print_sentence(sentence: SentenceExplanation) -> None:
    where = " (headline)" if sentence.in_title else ""
    click.echo()
    click.echo(click.style(_filled(f"{sentence.number}. {one_line(sentence.text)}{where}"), bold=True))
    for trigger in sentence.triggers:
        _print_trigger(trigger)
    if sentence.claims:
        click.echo(f"\n{_MARGIN}weighed by the judge")
    for claim in sentence.claims:
        _print_claim(claim)
    if sentence.is_empty:
        click.echo(f"{_MARGIN}nothing fired")


def _print_trigger(trigger: Trigger) -> None:
    over = "".join(f" under {each.frame} ({each.effect}, “{each.word}”)" for each in trigger.operators)
    click.echo()
    click.echo(_filled(f"“{trigger.word}” → {trigger.frame}{over}", _MARGIN))
    _print_line("means", trigger.meaning or "")
    for argument in trigger.arguments:
        _print_line(argument.role, f"{one_line(argument.filler)} ← {argument.source}")
    if not trigger.drafts:
        _print_line("nothing", trigger.reason)
    for draft in trigger.drafts:
        _print_line("proposes" if draft.outcome in _PROPOSED else "lacks", f"{draft.told}: {draft.reason}")


def _print_claim(claim: Weighed) -> None:
    told = "kept" if claim.kept else "let go"
    chance = "faint" if claim.probability is None else f"{claim.probability:.2f}"
    _print_line(f"{chance} {told}", claim.given or f"{claim.actor} · {claim.action}: {claim.reason}")
    _print_line("", f"log odds {claim.score:+.2f} in sentence {claim.best}; {claim.origin}")
    _print_line("  for", _influences(claim.favouring))
    _print_line("  against", _influences(claim.opposing))


def _influences(influences: Sequence[Influence]) -> str:
    return "  ".join(f"{each.weight:+.2f}{_UNBROKEN}{each.feature}" for each in influences)


def _print_line(label: str, value: str) -> None:
    """A label and its value in the column beside it; nothing where it has none."""
    if value:
        first = f"{_MARGIN}  {label}".ljust(_LABEL + len(_MARGIN) + 2)
        click.echo(_filled(value, first, " " * len(first)))


def _filled(text: str, first: str = "", further: str | None = None) -> str:
    below = further if further is not None else first + "  "
    for sign in "≥<":
        text = text.replace(f" {sign} ", f"{_UNBROKEN}{sign}{_UNBROKEN}")
    filled = textwrap.fill(
        printable(text), _columns(), initial_indent=first, subsequent_indent=below, break_on_hyphens=False
    )
    return filled.replace(_UNBROKEN, " ")


def _columns() -> int:
    """The width of the terminal; 80 columns where the output goes elsewhere."""
    return max(shutil.get_terminal_size().columns, _NARROWEST) if sys.stdout.isatty() else _WIDTH
