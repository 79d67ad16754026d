"""What reports make of a position."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Certainty, Entity, Kind, Review, Role, Status
from kg.model.position import Report, deal_id, positions

AMAZON = Entity(id="amazon", name="Amazon", kind=Kind.COMPANY)
POLICE = Entity(id="police", name="police", kind=Kind.LAW_ENFORCEMENT, collective=True)
FACES = Entity(id="facial-recognition", name="facial recognition", kind=Kind.TECHNOLOGY)
ROLES = {Role.ACTOR: AMAZON, Role.TECHNOLOGY: FACES, Role.COUNTERPARTY: POLICE}


def report(statement: str = "s-1", **fields: Any) -> Report:
    """Amazon restricts sale to police, in force and stated, in an article of its own."""
    given_fields: dict[str, Any] = {
        "article": f"a-{statement}",
        "origin": f"a-{statement}",
        "published": "2020-06-10",
        "action": "restricts_sale",
        "entities": ROLES,
        "status": Status.IN_FORCE,
        "certainty": Certainty.STATED,
    }
    return Report(statement=statement, **(given_fields | fields))


def test_reports_of_one_stand_make_one_position() -> None:
    (position,) = positions([report("s-1"), report("s-2", published="2021-02-01")])
    assert (position.first_reported, position.last_reported, position.articles) == ("2020-06-10", "2021-02-01", 2)
    assert position.statements == ("s-1", "s-2")


def test_the_latest_report_says_how_it_stands() -> None:
    ended = report("s-1", published="2021-02-01", status=Status.ENDED)
    assert [p.status for p in positions([ended, report("s-2")])] == [Status.ENDED]


def test_an_undated_report_is_the_oldest() -> None:
    (position,) = positions([report("s-1"), report("s-2", published=None, status=Status.DENIED)])
    assert position.status is Status.IN_FORCE


def test_moments_are_compared_in_one_zone() -> None:
    earlier = report("s-1", published="2020-06-11T00:30:00+02:00", status=Status.ANNOUNCED)
    later = report("s-2", published="2020-06-10T23:00:00+00:00")
    (position,) = positions([later, earlier])
    assert (position.status, position.first_reported) == (Status.IN_FORCE, "2020-06-10")


def test_stated_outweighs_hedged_of_the_same_moment() -> None:
    (position,) = positions([report("s-1"), report("s-2", certainty=Certainty.HEDGED)])
    assert position.certainty is Certainty.STATED


def test_a_position_is_what_its_latest_report_says_and_nothing_of_older_ones() -> None:
    told = report("s-1", condition="until a law is in place", since="2020-06", until="2020-12")
    (position,) = positions([told, report("s-2", published="2022-01-01", since="2022")])
    assert (position.condition, position.since, position.until) == (None, "2022", None)


def test_copies_count_once() -> None:
    (position,) = positions([report("s-1", origin="a-0"), report("s-2", origin="a-0")])
    assert position.articles == 1


def test_described_groups_are_not_joined_across_articles() -> None:
    uses = {"action": "uses", "entities": {Role.ACTOR: POLICE, Role.TECHNOLOGY: FACES}}
    assert len(positions([report("s-1", **uses), report("s-2", **uses)])) == 2


def test_rejected_reports_and_nameless_actors_make_none() -> None:
    nameless = report("s-2", entities={Role.TECHNOLOGY: FACES})
    assert positions([report("s-1", review=Review.REJECTED), nameless]) == ()


def test_action_and_place_do_not_change_the_topic() -> None:
    place = Entity(id="detroit", name="Detroit", kind=Kind.PLACE)
    made = positions([report("s-1"), report("s-2", action="sells", entities={**ROLES, Role.JURISDICTION: place})])
    assert len(made) == 2
    assert len({position.topic for position in made}) == 1


def test_the_triple_points_at_whom_else_at_what() -> None:
    assert [position.object for position in positions([report()])] == [POLICE]
    alone = {Role.ACTOR: AMAZON, Role.TECHNOLOGY: FACES}
    assert [position.object for position in positions([report(entities=alone)])] == [FACES]


def test_only_what_holds_and_is_stated_is_direct() -> None:
    direct = {
        (status, certainty)
        for status in Status
        for certainty in Certainty
        for position in positions([report(status=status, certainty=certainty)])
        if position.is_direct
    }
    assert direct == {(Status.IN_FORCE, Certainty.STATED), (Status.ANNOUNCED, Certainty.STATED)}


def test_both_tellings_of_a_deal_have_one_id() -> None:
    bought = {Role.ACTOR: POLICE, Role.TECHNOLOGY: FACES, Role.COUNTERPARTY: AMAZON}
    assert deal_id(Role.ACTOR, ROLES) == deal_id(Role.COUNTERPARTY, bought)
    assert deal_id(Role.ACTOR, bought) != deal_id(Role.ACTOR, ROLES)


reports = st.lists(
    st.builds(
        report,
        st.sampled_from([f"s-{number}" for number in range(9)]),
        status=st.sampled_from(Status),
        certainty=st.sampled_from(Certainty),
        published=st.sampled_from([None, "2020", "2020-06-10", "2020-06-10T10:00:00Z"]),
        condition=st.sampled_from([None, "x", "y"]),
    ),
    unique_by=lambda one: one.statement,
)


@given(reports, st.randoms())
def test_the_order_of_reports_does_not_matter(given_reports: list[Report], chance: Any) -> None:
    shuffled = list(given_reports)
    chance.shuffle(shuffled)
    assert positions(shuffled) == positions(given_reports)
