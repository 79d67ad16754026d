"""Answers list each answer once, with its evidence, and count only what is so."""

from kg.model import Kind, Role, Status
from kg.ontology import Ontology
from kg.query.answer import Answer, answer
from kg.query.pattern import Form, Pattern
from kg.query.question import understand
from kg.store import Store

FACES = {Role.TECHNOLOGY: ("facial-recognition",)}
FACES_TO_POLICE = {**FACES, Role.COUNTERPARTY: ("police",)}
VENDORS = Pattern(actions=("restricts_sale",), fixed=FACES_TO_POLICE, kinds={Role.ACTOR: (Kind.COMPANY,)})


def names(found: Answer, column: str = "actor") -> list[str]:
    return [str(record[column]) for record in found.table.records()]


def test_each_actor_is_listed_once(graph: Store, ontology: Ontology) -> None:
    assert sorted(names(answer(graph, ontology, VENDORS))) == ["Amazon", "Microsoft"]


def test_an_answer_holds_condition_speaker_date_and_source(graph: Store, ontology: Ontology) -> None:
    rows = answer(graph, ontology, VENDORS).table.records()
    microsoft = next(row for row in rows if row["actor"] == "Microsoft")
    assert microsoft["speaker"] == "Brad Smith"
    assert "national statute" in microsoft["condition"]
    assert (microsoft["since"], microsoft["published"][:10]) == ("2020-06-11", "2020-06-12")
    assert microsoft["url"].startswith("https://")
    assert microsoft["reports"] == 2


def test_the_most_recent_report_comes_first(graph: Store, ontology: Ontology) -> None:
    for finding in answer(graph, ontology, VENDORS).findings:
        dates = [record["published"] for record in finding.evidence]
        assert dates == sorted(dates, reverse=True)


def test_every_quote_stands_in_its_article(graph: Store, ontology: Ontology) -> None:
    found = answer(graph, ontology, Pattern(wanted=("actor",)).whatever_its_state())
    assert found.findings
    assert all(record["verified"] for finding in found.findings for record in finding.evidence)


def test_what_is_denied_is_no_answer(graph: Store, ontology: Ontology) -> None:
    sellers = Pattern(actions=("sells",), fixed=FACES_TO_POLICE)
    assert "Microsoft" not in names(answer(graph, ontology, sellers))


def test_what_is_denied_is_found_when_asked_for(graph: Store, ontology: Ontology) -> None:
    deniers = Pattern(actions=("sells",), fixed=FACES_TO_POLICE, statuses=(Status.DENIED,))
    found = answer(graph, ontology, deniers)
    assert names(found) == ["Microsoft"]
    assert names(found, "status") == ["denied"]


def test_a_sale_told_from_the_buyers_side_is_a_sale(graph: Store, ontology: Ontology) -> None:
    found = answer(graph, ontology, Pattern(actions=("sells",), fixed=FACES_TO_POLICE))
    deal = next(row for row in found.table.records() if row["actor"] == "DataWorks Plus")
    assert (deal["action"], deal["counterparty"]) == ("sells", "Detroit Police Department")


def test_a_member_of_the_group_counts_for_the_group(graph: Store, ontology: Ontology) -> None:
    users = Pattern(actions=("uses",), fixed={Role.ACTOR: ("police",), **FACES}, wanted=("counterparty",))
    assert "DataWorks Plus" in names(answer(graph, ontology, users), "counterparty")


def test_yes_or_no_says_how_it_is_known(graph: Store, ontology: Ontology) -> None:
    def verdict(action: str, actor: str) -> str:
        fixed = {Role.ACTOR: (actor,), **FACES}
        return answer(graph, ontology, Pattern(form=Form.YES_NO, wanted=(), actions=(action,), fixed=fixed)).verdict

    assert verdict("restricts_sale", "microsoft") == "yes"
    assert verdict("sells", "microsoft") == "no, it is denied"
    assert verdict("acquires", "microsoft") == "nothing is reported, which is not a no"


def test_counting_counts_each_actor_once(graph: Store, ontology: Ontology) -> None:
    found = answer(graph, ontology, Pattern(form=Form.COUNT, actions=("bans",), fixed=FACES))
    assert found.verdict == "4 (each actor counted once)"


def test_a_window_lets_in_what_was_reported_in_it(graph: Store, ontology: Ontology) -> None:
    in_2021 = Pattern(actions=("restricts_sale",), fixed=FACES, reported_from="2021", reported_to="2021")
    assert names(answer(graph, ontology, in_2021)) == ["Amazon"]


def test_asking_for_conditions_leaves_out_what_has_none(graph: Store, ontology: Ontology) -> None:
    conditions = Pattern(wanted=("condition",), actions=("restricts_sale",), fixed=FACES_TO_POLICE)
    found = names(answer(graph, ontology, conditions), "condition")
    assert len(found) == len(set(found)) == 3


def test_the_reading_of_the_question_is_said(graph: Store, ontology: Ontology) -> None:
    assert answer(graph, ontology, VENDORS).understood == (
        "actor? (Company) · restricts_sale · technology: facial recognition and narrower"
        " · counterparty: police and members"
    )


def test_the_opposite_in_force_is_a_no(graph: Store, ontology: Ontology) -> None:
    pattern = understand(ontology, "Does Microsoft sell facial recognition to police?")
    assert answer(graph, ontology, pattern).verdict == "no: restricts_sale is reported"


def test_a_place_acts_through_its_legislature(graph: Store, ontology: Ontology) -> None:
    pattern = understand(ontology, "Has San Francisco banned facial recognition?")
    assert answer(graph, ontology, pattern).verdict == "yes"
