"""`kg evaluate`."""

import json
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import extractor_option, ontology_option, open_ontology

if TYPE_CHECKING:
    from kg.evaluate import Gold, Line

_FILE = click.Path(path_type=Path)


@dataclass(frozen=True)
class Question:
    """What is to be evaluated: the files named, and the ontology entries to read texts with."""

    gold: tuple[Path, ...]
    texts: Path | None = None
    predicted: Path | None = None
    ids: str | None = None
    compare: Path | None = None
    overlay: Path | None = None
    extractor: str | None = None


@click.command("evaluate")
@click.argument("gold", metavar="GOLD…|SHEET", nargs=-1, required=True, type=_FILE)
@click.option(
    "--texts",
    metavar="FILE",
    type=_FILE,
    help="The texts that were coded, as JSON Lines; they are read, unless --predicted is given.  "
    "[default: texts.jsonl beside statements.jsonl, x.texts.jsonl beside x.jsonl]",
)
@click.option("--predicted", metavar="FILE", type=_FILE, help="Statements as `kg extract` prints them.")
@click.option("--ids", metavar="FILE|ID,…", help="Only these items: a file with an id a line, or the ids themselves.")
@click.option("--errors", is_flag=True, help="List what was missed and what was read for nothing.")
@click.option(
    "--compare",
    metavar="FILE",
    type=_FILE,
    help="An earlier run, saved with --format json, or its statements: figures of both.",
)
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@ontology_option
@extractor_option
def command(errors: bool, form: str, **files: Any) -> None:
    """Say how good the reading is: against statements coded by people, or by a coding sheet that is filled in.

    GOLD holds statements coded by the codebook as JSON Lines; their texts are read and compared with it. Every text
    counts: what is read where nothing is coded is wrong. SHEET is what `kg sample` wrote, and gives the precision of
    the graph with its interval.

    \b
    Example:
      kg evaluate statements.jsonl --texts texts.jsonl --errors
    """
    from kg.evaluate.sheet import is_sheet

    question = Question(**files)
    if is_sheet(first := question.gold[0]):
        if errors or question != Question((first,), overlay=question.overlay, extractor=question.extractor):
            raise click.UsageError("a coding sheet is evaluated alone; the other options are for a gold set")
        _print_sheet(first, form)
    else:
        _print_gold(question, errors, form)


def _print_gold(question: Question, errors: bool, form: str) -> None:
    from kg.cli.figures import print_comparison, print_figures, print_mistakes
    from kg.evaluate import Gold, differences, figures, mistakes, read_lines

    gold = Gold.open(question.gold, question.texts, _ids(question.ids))
    evaluation = gold.evaluation(read_lines(question.predicted) if question.predicted else _read(gold, question))
    counted = figures(evaluation)
    compared = [*differences(_earlier(question.compare, gold), counted.record())] if question.compare else []
    found = [*mistakes(evaluation)] if errors else []
    if form == "json":
        record = counted.record()
        if question.compare:
            record["compared"] = [each.record() for each in compared]
        if errors:
            record["mistakes"] = [*map(asdict, found)]
        _print_json(record)
        return
    print_figures(counted)
    if question.compare:
        print_comparison(compared)
    if errors:
        print_mistakes(found)


def _ids(written: str | None) -> frozenset[str] | None:
    """The items of `--ids`: those in the file of that name, else those that are written there."""
    from kg.evaluate.files import text_of

    if written is None:
        return None
    listed = "," in written or not Path(written).is_file()
    return frozenset(filter(None, written.split(",")) if listed else text_of(Path(written)).split())


def _read(gold: "Gold", question: Question) -> "tuple[Line, ...]":
    """What is read in the texts, with a bar on a terminal."""
    from kg.extract import DEFAULT, open_extractor

    items: Iterable[str] = gold.items
    extractor = open_extractor(open_ontology(question.overlay), question.extractor or DEFAULT)
    with ExitStack() as held:
        if sys.stderr.isatty():
            items = held.enter_context(click.progressbar(items, label="reading", file=sys.stderr))
        return tuple(line for item in items for line in gold.read_in(extractor, item))


def _earlier(path: Path, gold: "Gold") -> dict[str, Any]:
    """The figures of an earlier run, counted anew where the file holds its statements."""
    from kg.evaluate import figures
    from kg.evaluate.comparison import record_in
    from kg.evaluate.files import text_of
    from kg.evaluate.line import lines_of

    text = text_of(path)
    return record_in(text) or figures(gold.evaluation(lines_of(text, path.name))).record()


def _print_json(record: Any) -> None:
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))


def _print_sheet(path: Path, form: str) -> None:
    from kg.cli.figures import print_precision
    from kg.evaluate import overall, read_sheet, strata

    found = strata(read_sheet(path))
    estimate = overall(found)
    if form == "table":
        print_precision(estimate, found)
    else:
        _print_json({"precision": asdict(estimate), "strata": [each.record() for each in found]})
