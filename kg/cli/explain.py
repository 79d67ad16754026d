"""`kg explain`."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.messages import complain, complain_of
from kg.cli.options import ontology_option, open_ontology
from kg.errors import SourceError

if TYPE_CHECKING:
    from kg.extract.explanation import Explanation, SentenceExplanation
    from kg.model import Article
    from loaders import Failure


@click.command("explain")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--id", "wanted", metavar="ID", help="The article to explain, where the file holds several.")
@click.option("--sentence", metavar="N", type=click.IntRange(min=1), help="Only this sentence, counted from 1.")
@click.option("--all", "everything", is_flag=True, help="Also sentences in which nothing fired.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="The form of the output; json is one object.",
)
@ontology_option
def command(
    path: Path, wanted: str | None, sentence: int | None, everything: bool, form: str, overlay: Path | None
) -> None:
    """Say why an article was read as it was, sentence by sentence; no store is needed.

    Of each sentence: which word triggered which frame, under which operators; which role was filled from where; what
    the judge made of it, with the features that weighed most; and why a trigger gave nothing.

    \b
    Example:
      kg explain article.txt --sentence 2
    """
    from kg.extract.explanation import Explainer

    whole = Explainer(open_ontology(overlay)).explain(_article(path, wanted))
    shown = replace(whole, sentences=tuple(_chosen(whole, sentence, everything)))
    if form == "json":
        click.echo(json.dumps(shown.record(), ensure_ascii=False, indent=2))
        return
    from kg.cli.reasons import print_explanation

    print_explanation(shown)
    if not shown.sentences and not shown.silence:
        click.echo(f"\nnothing fired in its sentences, {len(whole.sentences)} in all; --all shows them")


def _chosen(explanation: "Explanation", number: int | None, everything: bool) -> Iterator["SentenceExplanation"]:
    """One sentence, or those in which something fired. Raises BadParameter where the article has not so many."""
    count = len(explanation.sentences)
    if number is not None and explanation.silence is None and number > count:
        raise click.BadParameter(f"the article has {count} sentences", param_hint="'--sentence'")
    for each in explanation.sentences:
        if each.number == number or (number is None and (everything or not each.is_empty)):
            yield each


def _article(path: Path, wanted: str | None) -> "Article":
    """The article of an id, else the first. Raises SourceError, with what could not be read, where there is none."""
    found, failures = _found(path, wanted)
    if not found:
        named = f"no article {wanted!r}; `kg extract` prints the ids" if wanted else "it holds no article; name another"
        raise SourceError(f"{failures[0].where}: {failures[0].reason}" if failures else f"{path}: {named}")
    for failure in failures:
        complain_of(failure)
    if len(found) > 1:
        complain(f"{path}: several articles; this is the first, {found[0][0]!r}; name another with --id")
    return found[0][1]


def _found(path: Path, wanted: str | None) -> tuple[list[tuple[str, "Article"]], list["Failure"]]:
    """The article of an id, or the first two, each with the id that its source gives it; and what could not be read."""
    from kg.model import Article
    from kg.pipeline import below
    from loaders import Failure

    found: list[tuple[str, Article]] = []
    failures: list[Failure] = []
    for item in below([path]):
        if isinstance(item.content, Failure):
            failures.append(item.content)
        elif isinstance(item.content, Article) and wanted in (None, item.id, item.content.id):
            found.append((item.id, item.content))
        if len(found) == (2 if wanted is None else 1):
            break
    return found, failures
