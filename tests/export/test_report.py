"""A report cites every quote that it prints, and keeps what is no plain fact apart."""

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pybtex.database.input import bibtex as reader

from kg.errors import QuestionError
from kg.export.document import Heading, Picture, Quote, Text, as_html
from kg.export.report import Report, bibtex
from kg.export.report.files import write_report
from kg.export.report.topic import on_topic, topic_report
from kg.network.evidence import Quoted
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store


@pytest.fixture(scope="module")
def made(demo: Store, ontology: Ontology) -> Report:
    return topic_report(demo, ontology, "Faces", on_topic(demo, ontology, "facial recognition", Selection()))


def _of(report: Report, heading: str) -> str:
    """The texts of a section."""
    blocks = list(report.document.blocks)
    start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading)
    stops = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2 and at > start]
    return "\n".join(block.text for block in blocks[start : stops[0]] if isinstance(block, Text))


def test_every_quote_has_its_source(made: Report) -> None:
    quotes = [block for block in made.document.blocks if isinstance(block, Quote)]
    assert len(quotes) >= 70
    for quote in quotes:
        assert quote.number is not None
        assert made.sources[quote.number - 1].article == quote.quoted.article
    assert len({source.article for source in made.sources}) == len(made.sources) == 10


def test_what_is_no_plain_fact_stands_apart_and_says_so(made: Report) -> None:
    plain = _of(made, "Positions")
    rest = _of(made, "Proposed, considered, denied, ended or hedged")
    assert not re.search(r"\((proposed|considered|denied|ended|hedged)", plain)
    assert all(
        re.search(r"\((proposed|considered|denied|ended|announced, hedged|hedged)", line) for line in rest.splitlines()
    )


def test_a_report_on_an_actor_is_about_all_it_takes_part_in(demo: Store, ontology: Ontology) -> None:
    asked = on_topic(demo, ontology, "Clearview AI", Selection(since="2022"))
    assert asked == Selection(around="Clearview AI", since="2022")
    with pytest.raises(QuestionError, match="Clerview"):
        on_topic(demo, ontology, "Clerview", Selection())


def test_the_page_has_the_timeline_and_the_sources(made: Report) -> None:
    page: Any = html.fromstring(as_html(made.document))
    assert len(page.xpath("//*[local-name()='svg']")) == 1
    assert page.xpath("//ol/li/a/@href") == [source.url for source in made.sources if source.url]
    assert len(page.xpath("//ol/li")) == len(made.sources)


def test_markdown_has_its_pictures_beside_it(made: Report, tmp_path: Path) -> None:
    names = {path.name for path in write_report(made, tmp_path / "faces.md")}
    assert names == {"faces.md", "faces-timeline.svg", "faces.bib"} == {path.name for path in tmp_path.iterdir()}
    assert "](<faces-timeline.svg>)" in (tmp_path / "faces.md").read_text(encoding="utf-8")
    assert any(isinstance(block, Picture) for block in made.document.blocks)


def test_the_bibliography_is_read_by_others(made: Report) -> None:
    read = reader.Parser().parse_stream(StringIO(bibtex(made.sources)))
    assert len(read.entries) == 10
    fields = [entry.fields for entry in read.entries.values()]
    assert [each.get("date") for each in fields] == [(each.published or "")[:10] or None for each in made.sources]
    assert [each.get("url") for each in fields] == [source.url for source in made.sources]


@given(st.lists(st.tuples(st.text(), st.text(), st.sampled_from(["2020", "2020-06-11T09:00:00Z", None])), max_size=5))
def test_any_articles_have_entries_that_others_read(told: list[tuple[str, str, str | None]]) -> None:
    sources = [
        Quoted("q", 0, True, f"a-{at}", title, published, publisher, f"https://x.example/{at}")
        for at, (title, publisher, published) in enumerate(told)
    ]
    read = reader.Parser().parse_stream(StringIO(bibtex(sources)))
    assert len(read.entries) == len(sources)
    assert [entry.fields["url"] for entry in read.entries.values()] == [source.url for source in sources]
