"""Loading is a stream: what can be read is stored once, what cannot is set aside with its reason."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.ontology import Ontology
from kg.pipeline import Progress, Report, load
from kg.store import Store, open_store
from kg.store.dump import dump

TEXT = (
    "Amazon bars police\n\nAmazon stopped selling its facial recognition software to police departments on Wednesday.\n"
)
ARTICLE = {"id": "x1", "url": "https://example.org/a", "title": "Amazon bars police", "text": TEXT.split("\n\n")[1]}

Load = Callable[..., Report]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def loaded(store: Store, ontology: Ontology, extractor: Extractor) -> Load:
    def run(*paths: Path, collection: str | None = None) -> Report:
        return load(store, ontology, extractor, paths, collection=collection)

    return run


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text(
        "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines), encoding="utf-8"
    )
    return path


def test_an_article_is_stored_with_its_statements(inbox: Path, store: Store, loaded: Load) -> None:
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    report = loaded(inbox)
    assert (report.articles, report.skipped, report.failures) == (1, 0, ())
    assert report.statements == store.query("MATCH (s:Statement) RETURN count(s) AS n").rows[0][0] > 0


def test_every_quote_verifies(inbox: Path, store: Store, loaded: Load) -> None:
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    loaded(inbox)
    found = (
        "MATCH (:Statement)-[q:QUOTES]->(a:Article) RETURN q.start AS s, q.end AS e, q.text AS quote, a.text AS text"
    )
    assert all(text[start:end] == quote for start, end, quote, text in store.query(found).rows)


def test_loading_again_skips_what_has_not_changed(inbox: Path, loaded: Load) -> None:
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    write_lines(inbox / "b.jsonl", ARTICLE)
    loaded(inbox)
    assert loaded(inbox) == Report(skipped=2)


def test_a_changed_article_is_read_again(inbox: Path, store: Store, loaded: Load) -> None:
    write_lines(inbox / "b.jsonl", ARTICLE)
    loaded(inbox)
    write_lines(inbox / "b.jsonl", {**ARTICLE, "publisher": "The Paper"})
    assert loaded(inbox).articles == 1
    assert store.query("MATCH (a:Article) RETURN a.publisher AS p").rows == (("The Paper",),)


def test_a_bad_line_does_not_cost_its_neighbours(inbox: Path, loaded: Load) -> None:
    write_lines(inbox / "b.jsonl", "{not json\n", ARTICLE, {"url": "https://example.org/empty"})
    report = loaded(inbox)
    assert report.articles == 1
    assert len(report.failures) == 2
    assert "b.jsonl" in report.failures[0].where


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("junk.txt", bytes(range(256)) * 20),
        ("cut.txt", ("No sale to police at the caf\u00e9".encode())[:-1]),
    ],
)
def test_a_bad_file_is_set_aside(inbox: Path, loaded: Load, name: str, content: bytes) -> None:
    (inbox / name).write_bytes(content)
    (inbox / "z.txt").write_text(TEXT, encoding="utf-8")
    report = loaded(inbox / name, inbox / "z.txt")
    assert report.articles == 1
    assert [name in failure.where for failure in report.failures] == [True]


def test_missing_paths_and_empty_folders_are_failures(inbox: Path, loaded: Load) -> None:
    report = loaded(inbox / "nowhere", inbox)
    assert [failure.where for failure in report.failures] == [str(inbox / "nowhere"), str(inbox)]


def test_articles_get_the_collection(inbox: Path, store: Store, loaded: Load) -> None:
    write_lines(inbox / "b.jsonl", ARTICLE)
    loaded(inbox, collection="2020")
    assert store.query("MATCH (a:Article) RETURN a.collection AS c").rows == (("2020",),)


def test_the_order_of_sources_makes_no_difference(
    inbox: Path, ontology: Ontology, extractor: Extractor, tmp_path: Path
) -> None:
    longer = ARTICLE["text"] + " It said so in a letter to the council of the town, which it had not answered before."
    told = [
        ("https://a.org/1", "2020-06-12", longer),
        ("https://b.org/1", "2020-06-10", f"{longer} End."),
        ("", "", longer),
    ]
    files = [
        write_lines(inbox / f"{n}.jsonl", {**ARTICLE, "id": str(n), "url": url, "published": published, "text": text})
        for n, (url, published, text) in enumerate(told)
    ]
    dumps = []
    for number, order in enumerate(permutations(files)):
        with open_store(str(tmp_path / str(number)), ontology, create=True) as store:
            load(store, ontology, extractor, order)
            dumps.append(dump(store))
    assert all(each == dumps[0] for each in dumps)
    assert sum(each["type"] == "COPY_OF" for each in dumps[0].relationships) == 2


def test_progress_ends_with_the_report(inbox: Path, store: Store, ontology: Ontology, extractor: Extractor) -> None:
    write_lines(inbox / "b.jsonl", *({**ARTICLE, "url": f"https://example.org/{n}"} for n in range(25)))
    seen: list[Progress] = []
    report = load(store, ontology, extractor, [inbox], on_progress=seen.append)
    assert [progress.report.articles for progress in seen] == [20, 25]
    assert seen[-1].report == report


def test_the_report_reads_as_one_line() -> None:
    assert str(Report(articles=2, statements=5, skipped=1)) == "loaded 2 articles, 5 statements; skipped 1; failed 0"
