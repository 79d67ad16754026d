"""The coded texts that the judge learns from. Of the project's own gold it never sees every second passage."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import loaders
from kg.evaluate import Gold, Line, read_lines
from kg.model import Article
from kg.ontology import Ontology
from kg.resources import demo_folder

_HERE = Path(__file__).parent.parent
CORPUS = _HERE.parent / "shared" / "corpus"
_OWN = _HERE / "tests" / "gold"
_MORE = Path(__file__).parent / "coded"
_NOBODY = "–"


@dataclass(frozen=True)
class CodedSet:
    """Statements, their texts, and a file of the ids to learn from."""

    name: str
    statements: Path
    texts: Path
    ids: Path

    @property
    def is_there(self) -> bool:
        """Whether its files are at hand."""
        return self.statements.is_file() and self.texts.is_file() and self.ids.is_file()


def _of_corpus(kind: str) -> CodedSet:
    train = f"{kind}_train"
    return CodedSet(kind, CORPUS / f"{train}.jsonl", CORPUS / f"{kind}.jsonl", CORPUS / f"{train}_ids.txt")


def _of_own(part: str) -> CodedSet:
    return CodedSet(
        f"own-{part}", _OWN / f"statements_{part}.jsonl", _OWN / f"texts_{part}.jsonl", _OWN / f"train_{part}_ids.txt"
    )


_MORE_LEDES = CodedSet("ledes-more", _MORE / "ledes.jsonl", CORPUS / "ledes.jsonl", _MORE / "ids.txt")
"""Further ledes, coded for this project: quotes by their places alone, since the words are other people's."""

CODED_SETS = (_of_corpus("ledes"), _of_corpus("articles"), _MORE_LEDES, _of_own("a"), _of_own("b"))


def sets(ontology: Ontology) -> Iterator[Gold]:
    """Every training set that is at hand, by its name: coded texts, the demo, and the examples of the frames."""
    for each in CODED_SETS:
        if each.is_there:
            ids = frozenset(each.ids.read_text("utf-8").split())
            opened = Gold.open([each.statements], each.texts, ids)
            yield Gold(each.name, opened.coded, opened.articles, opened.ids)
    yield Gold("demo", read_lines(demo_folder().parent / "expected.jsonl"), dict(_demo()))
    yield _frames(ontology)


def _demo() -> Iterator[tuple[str, Article]]:
    for path in sorted((demo_folder()).iterdir()):
        articles = (item for item in loaders.load(path) if isinstance(item, Article))
        yield from ((article.source_id or path.stem, article) for article in articles)


def _frames(ontology: Ontology) -> Gold:
    """The examples of the frames as articles of one sentence."""
    examples = [each for event in ontology.frames.events for each in event.examples]
    named = {f"frame-{number}": each for number, each in enumerate(examples)}
    coded = tuple(_line(name, told, each.text) for name, each in named.items() for told in each.gives)
    return Gold("frames", coded, {name: Article.read(each.text) for name, each in named.items()})


def _line(name: str, told: str, text: str) -> Line:
    actor, action, *rest = (None if part == _NOBODY else part for part in told.split(" · "))
    return Line(id=name, actor=actor, action=str(action), technology=rest[0], counterparty=rest[1], quote=text)
