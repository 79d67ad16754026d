from functools import partial
from io import BytesIO
from typing import Any

import pytest
from lxml import etree, html

from kg.export.timeline import chart, write_timeline_page, write_timeline_svg
from kg.network.evidence import Evidence, Quoted, evidence
from kg.network.timeline import Bar, bars
from kg.ontology import Ontology
from kg.store import Store
from tests.export.networks import LONG

SVG = "{http://www.w3.org/2000/svg}"


def bar(actor: str, announced: str | None, since: str | None, ended: str | None, *technologies: str) -> Bar:
    name = f"p-{actor}{announced}{since}{ended}"
    return Bar(name, f"{actor} bans it", actor, technologies, "restricts", announced, since, ended, ("s-1",))


BARS = [
    bar("Zeta", "2020-01-01", "2020-07-01", "2021-12-31", "drones"),
    bar("Alpha", None, "2019-03-01", None, "drones", "faces"),
    bar("Alpha", None, None, "2021-01-01"),
]


def drawn(by: str = "actor", limit: int = 200) -> "etree._Element":
    file = BytesIO()
    write_timeline_svg(chart(BARS, by, "When", "3 articles", limit), file)
    return etree.fromstring(file.getvalue())


def words(root: "etree._Element") -> list[str]:
    return [str(each.text) for each in root.iter(f"{SVG}text")]


def test_rows_are_grouped_and_named() -> None:
    assert [said for said in words(drawn()) if said in ("Alpha", "Zeta")] == ["Alpha", "Zeta"]
    by_technology = words(drawn("technology"))
    assert [said for said in by_technology if said in ("drones", "faces", "no technology named")] == [
        *("drones", "faces", "no technology named"),
    ]


def test_the_years_go_from_the_first_to_the_last() -> None:
    assert [said for said in words(drawn()) if said.isdigit()] == ["2019", "2020", "2021"]


def test_phases_are_where_their_days_are() -> None:
    whole = chart([BARS[0]], "actor", "", "")
    assert (whole.place("2020-01-01"), whole.place("2021-12-31")) == (0.0, 1.0)
    (group,) = (each for each in drawn().iter(f"{SVG}g") if "Zeta" in str(each.findtext(f"{SVG}title")))
    hollow, full, stop = group.findall(f"{SVG}rect")
    assert (hollow.get("fill"), full.get("fill")) == ("#ffffff", "#D55E00")
    assert float(str(hollow.get("x"))) + float(str(hollow.get("width"))) == pytest.approx(
        float(str(full.get("x"))), abs=0.2
    )
    assert float(str(stop.get("x"))) > float(str(full.get("x")))
    assert group.find(f"{SVG}polygon") is None


def test_what_was_not_reported_over_goes_on() -> None:
    groups = [each for each in drawn().iter(f"{SVG}g") if "2019" in str(each.findtext(f"{SVG}title"))]
    assert [group.find(f"{SVG}polygon") is not None for group in groups] == [True]


def test_the_least_reported_are_left_out() -> None:
    small = chart(BARS, "actor", "", "", limit=1)
    assert (small.rows, small.left_out) == (1, 2)


def test_a_page_has_every_quote_below_its_bar(demo: Store, ontology: Ontology) -> None:
    file = BytesIO()
    of_demo = bars(demo, ontology, None)
    write_timeline_page(chart(of_demo, "actor", "When", "the demo"), partial(evidence, demo, ontology), file)
    page: Any = html.fromstring(file.getvalue())
    for link in page.xpath("//*[local-name()='svg']//*[local-name()='a']"):
        assert page.get_element_by_id(link.get("href")[1:]) is not None
    assert len(page.findall(".//blockquote")) >= len(of_demo) >= 50


def test_odd_names_are_text(ontology: Ontology) -> None:
    odd = '<script>alert(1)</script>\x00 "\n' + LONG
    file = BytesIO()
    quoted = Quoted(odd, 0, True, "a-1", odd, odd, odd, "javascript:alert(2)")
    told = Evidence("s-1", odd, {}, (), (quoted,))
    one = Bar("p-1", odd, odd, (odd,), "supports", None, "2020-01-01", None, ("s-1",))
    write_timeline_page(chart([one], "technology", odd, odd), lambda ids: iter([told]), file)
    page: Any = html.fromstring(file.getvalue())
    assert not page.findall(".//script")
    assert "alert(1)" in page.text_content()


def test_no_bar_is_a_picture_too() -> None:
    file = BytesIO()
    write_timeline_svg(chart([], "actor", "Nothing", ""), file)
    assert "Nothing" in words(etree.fromstring(file.getvalue()))
