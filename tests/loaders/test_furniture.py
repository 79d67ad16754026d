"""Scraped pages of several shapes keep the article alone; clean articles keep everything."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.furniture import Content, content, without_furniture
from loaders.paragraphs import paragraphs

FIRST = "The council of Millbrook voted on Tuesday to end its trial of face recognition in buses."
SECOND = "Two members spoke against the motion and asked for another year of tests."
THIRD = "The vendor said it would remove the last cameras before the summer holidays begin."


def page(text: str) -> Content:
    return content(paragraphs(text))


def test_a_repeated_headline_is_the_title_and_no_paragraph() -> None:
    headline = "Millbrook ends face recognition in buses"
    assert page(f"FB pixel\n\n{headline}\n\n{headline}\n \n{FIRST}\n\n{SECOND}") == (headline, [FIRST, SECOND])


def test_menu_byline_and_date_above_the_first_paragraph_go() -> None:
    head = "By Ana Field\nJune 3, 2021\n3 min read"
    assert page(f"Home\nNews\nPolitics\nSign in\n\nMillbrook ends its trial\n\n{head}\n\n{FIRST}") == (
        "Millbrook ends its trial",
        [FIRST],
    )


def test_a_box_within_the_article_ends_with_the_next_sentence() -> None:
    box = "Related\nOther town buys drones"
    assert page(f"Millbrook ends its trial\n\n{FIRST}\n\n{box}\n\n{SECOND}\n\nADVERTISEMENT\n\n{THIRD}").body == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_line_that_points_to_another_article_goes() -> None:
    assert without_furniture([FIRST, "Read more: Vendor sells drones to police", SECOND]) == [FIRST, SECOND]


def test_lists_of_other_articles_go_with_their_summaries() -> None:
    teasers = ["Latest Transport News", "Ferry firm sued", "A ferry firm was taken to court on Monday over its fares."]
    assert without_furniture([FIRST, SECOND, *teasers, "Bus firm bought", "The sale of the firm was…"]) == [
        FIRST,
        SECOND,
    ]


def test_teasers_without_a_heading_go_where_they_are_cut_off() -> None:
    teasers = ["Ferry firm sued", "A ferry firm was taken to…", "Bus firm bought", "The price of the firm was..."]
    assert without_furniture([FIRST, SECOND, *teasers]) == [FIRST, SECOND]


def test_comments_and_all_below_them_go() -> None:
    comments = ["2 comments", "busfan", "I say they will buy them again from another firm next year.", "Most viewed"]
    assert without_furniture([FIRST, SECOND, *comments]) == [FIRST, SECOND]


def test_a_newsletter_box_goes_and_the_article_goes_on() -> None:
    assert without_furniture([FIRST, "Sign up for our weekly newsletter", SECOND]) == [FIRST, SECOND]


def test_subheadings_quotes_lists_and_short_paragraphs_stay() -> None:
    article = [
        FIRST,
        "What happens now",
        SECOND,
        "“We are done,” she said.",
        "- cameras on buses",
        "- cameras in stations",
        "It was close…",
        "Comments on the draft",
        THIRD,
    ]
    assert without_furniture(article) == article


def test_a_heading_named_comments_stays_where_the_text_goes_on_below_it() -> None:
    article = [FIRST, "Comments", SECOND, THIRD, FIRST]
    assert without_furniture(article) == article


def test_a_first_sentence_is_no_title() -> None:
    assert page(f"{FIRST}\n\n{SECOND}") == ("", [FIRST, SECOND])


def test_a_markdown_heading_is_a_title_without_its_signs() -> None:
    assert page(f"# Millbrook ends its trial\n\n{FIRST}") == ("Millbrook ends its trial", [FIRST])


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    wrapped = "The council of Millbrook voted on Tuesday to end its trial of\nface recognition in buses."
    assert paragraphs(wrapped) == [FIRST]


SENTENCES = st.lists(st.sampled_from([FIRST, SECOND, THIRD]), min_size=1, max_size=12)


@given(SENTENCES)
def test_running_prose_is_never_cut(body: list[str]) -> None:
    assert without_furniture(body) == body


@given(st.text(max_size=300))
def test_any_text_keeps_only_its_own_paragraphs(text: str) -> None:
    found = paragraphs(text)
    assert set(content(found).body) <= set(found)
