"""Documents hold any text, and nothing in them runs or turns into markup."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from kg.export.characters import clean
from kg.export.document import Document, Heading, Listing, Picture, Quote, Text, as_html, as_markdown
from kg.network.evidence import Quoted

HOSTILE = "</script><img src=x onerror=alert(1)> [x](javascript:alert(2)) `code` # * _a_ | \\"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><title>drawn</title></svg>'


def everywhere(text: str, url: str | None = None) -> Document:
    """A document that has the text wherever text can be."""
    quoted = Quoted(text, 0, False, "a-1", text, text, text, url)
    blocks = (Heading(text), Text(text), Quote(quoted), Quote(quoted, 1), Listing((text, (text, url or "")), True))
    return Document(text, (*blocks, Picture(SVG, text, "network")))


def in_browser(document: Document) -> Any:
    return html.fromstring(as_html(document))


def rendered(document: Document) -> Any:
    """The Markdown as another program renders it."""
    return html.fromstring("<div>" + MarkdownIt().render(as_markdown(document, {"network": "n.svg"})) + "</div>")


def test_a_page_shows_the_text_as_it_is() -> None:
    page = in_browser(everywhere(HOSTILE))
    assert page.findtext(".//title") == HOSTILE
    assert page.find(".//h2").text_content() == HOSTILE
    assert page.find(".//blockquote/span").text_content() == HOSTILE


def test_a_page_has_no_script_and_allows_none() -> None:
    page = in_browser(everywhere(HOSTILE, "javascript:alert(3)"))
    assert not page.findall(".//script") and not page.findall(".//img")
    assert not [link for link in page.iterfind(".//a") if not link.get("href").startswith(("#", "http"))]
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy and "script-src" not in policy


def test_a_numbered_quote_leads_to_its_source() -> None:
    page = in_browser(everywhere("text", "https://example.org/x"))
    assert page.xpath("//cite/a/@href")[-1] == "#source-1"
    assert page.get_element_by_id("source-1") is not None


def test_markdown_shows_the_text_as_it_is() -> None:
    page = rendered(everywhere(HOSTILE))
    assert page.find(".//h1").text_content() == HOSTILE
    assert page.find(".//h2").text_content() == HOSTILE
    assert not page.findall(".//script") and not page.findall(".//em") and not page.findall(".//code")
    assert [image.get("src") for image in page.iterfind(".//img")] == ["n.svg"]


def test_markdown_links_lead_where_a_browser_may_go() -> None:
    assert "https://example.org/a_b(c)" in rendered(everywhere("x", "https://example.org/a_b(c)")).xpath("//a/@href")
    assert not rendered(everywhere("x", "javascript:alert(1)")).xpath("//a/@href")


def test_a_quote_that_was_not_found_says_so() -> None:
    assert "(quote not verified)" in in_browser(everywhere("said")).find(".//blockquote").text_content()
    assert "(quote not verified)" in as_markdown(everywhere("said"), {"network": "n.svg"})


@given(st.text())
def test_any_text_reads_back_from_markdown(text: str) -> None:
    heading = rendered(everywhere(f"x{text}")).find(".//h1").text_content()
    assert " ".join(heading.split()) == " ".join(clean(f"x{text}").split())


@given(st.text())
def test_any_text_reads_back_from_a_page(text: str) -> None:
    shown = in_browser(everywhere(text)).find(".//blockquote/span").text_content()
    assert shown == clean(text).replace("\r\n", "\n").replace("\r", "\n")
