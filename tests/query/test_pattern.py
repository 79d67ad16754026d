"""A pattern is a statement with holes, and Cypher without a word of the person's in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QuestionError
from kg.model import Kind, Role
from kg.ontology import Ontology
from kg.query.compile import compile
from kg.query.pattern import Pattern


def test_only_roles_and_qualifiers_can_be_wanted() -> None:
    with pytest.raises(QuestionError, match="'colour' is neither a role nor a qualifier"):
        Pattern(wanted=("colour",))


def test_the_mirror_of_the_mirror_is_the_pattern() -> None:
    pattern = Pattern(actions=("sells",), fixed={Role.COUNTERPARTY: ("police",)}, kinds={Role.ACTOR: (Kind.COMPANY,)})
    mirror = pattern.mirrored(("uses",))
    assert mirror.fixed == {Role.ACTOR: ("police",)}
    assert mirror.wanted == ("counterparty",)
    assert mirror.mirrored(("sells",)) == pattern


def test_a_fixed_role_stands_for_all_that_is_narrower(ontology: Ontology) -> None:
    query = compile(ontology, Pattern(fixed={Role.TECHNOLOGY: ("facial-recognition",)}))
    assert set(query.parameters["technology"]) == ontology.narrower("facial-recognition")


@given(st.text(min_size=1), st.text(min_size=1))
def test_what_was_asked_travels_as_parameters(ontology: Ontology, action: str, slug: str) -> None:
    marked = (f"<{action}>", f"<{slug}>")
    pattern = Pattern(actions=(marked[0],), fixed={Role.ACTOR: (marked[1],)}, reported_from=marked[1])
    query = compile(ontology, pattern)
    assert marked[0] not in query.cypher
    assert marked[1] not in query.cypher
    assert query.parameters["actions"] == [marked[0]]
    assert query.parameters["actor"] == [marked[1]]
