"""A journal remembers the files that a load is through with, while the load is unfinished."""

import os
from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.ontology import Ontology
from kg.pipeline import Report, load
from kg.pipeline.journal import Journal, Version
from kg.store import Store
from loaders import Source

TEXT = "Town bans drones\n\nThe town banned drones from its parks on Monday.\n"


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Source.of_file(path)


def noted(folder: Path, source: Source, *articles: str) -> None:
    with Journal.of(folder, "a load") as journal:
        journal.note(Version.of(source), articles)


def known(folder: Path, source: Source, *what: str) -> tuple[str, ...]:
    with Journal.of(folder, *(what or ("a load",))) as journal:
        return journal.articles(source)


def test_a_file_that_is_done_is_known_to_the_same_load_alone(tmp_path: Path, source: Source) -> None:
    noted(tmp_path, source, "a1", "a2")
    assert known(tmp_path, source) == ("a1", "a2")
    assert known(tmp_path, source, "another load") == ()


def test_a_file_that_has_changed_is_another(tmp_path: Path, source: Source) -> None:
    noted(tmp_path, source, "a1")
    assert source.path
    os.utime(source.path, (1, 1))
    assert known(tmp_path, source) == ()


def test_a_line_that_a_crash_cut_short_says_nothing(tmp_path: Path, source: Source) -> None:
    noted(tmp_path, source, "a1")
    (journal,) = tmp_path.glob("*.jsonl")
    journal.write_text(journal.read_text("utf-8") + '["/x", 1, ', encoding="utf-8")
    assert known(tmp_path, source) == ("a1",)


def test_a_load_that_is_finished_leaves_none(tmp_path: Path, source: Source) -> None:
    with Journal.of(tmp_path, "a load") as journal:
        journal.note(Version.of(source), ["a1"])
        journal.forget()
    assert list(tmp_path.glob("*.jsonl")) == []


def test_what_the_journal_says_is_read_again_where_the_store_does_not_have_it(
    tmp_path: Path, source: Source, embedded: Store, ontology: Ontology, extractor: Extractor
) -> None:
    def loaded() -> Report:
        assert source.path
        with Journal.of(tmp_path / "journals", "a load") as journal:
            return load(embedded, ontology, extractor, [source.path], journal=journal)

    assert loaded().articles == 1
    assert loaded() == Report(skipped=1)
    embedded.remove([str(row[0]) for row in embedded.query("MATCH (a:Article) RETURN a.id AS id").rows])
    assert loaded().articles == 1


def test_without_a_place_for_it_a_load_goes_on(
    tmp_path: Path, source: Source, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").touch()
    with Journal.of(tmp_path / "taken" / "journals", "a load") as journal:
        journal.note(Version.of(source), ["a1"])
        assert journal.articles(source) == ()
        journal.forget()
    assert "a load that is stopped will read its files again" in caplog.text
