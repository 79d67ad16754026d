"""A question as a statement with holes: what `understand` makes of words, and what `answer` looks up.

Some roles are fixed, some are wanted, the rest may hold anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from kg.errors import QuestionError
from kg.model import Certainty, Kind, Role, Status

WANTED_QUALIFIERS = ("condition", "exception", "scope", "since", "until", "duration", "status")
"""Qualifiers that a question can ask for ("until when", "on what condition")."""

HELD = (Status.IN_FORCE, Status.ANNOUNCED)
"""What an actor does or has decided to do: what counts as an answer unless the question asks for something else."""


class Form(StrEnum):
    """What kind of answer a question wants."""

    ROWS = "rows"
    YES_NO = "yes_no"
    COUNT = "count"


@dataclass(frozen=True)
class Pattern:
    """A statement with holes.

    `wanted` names roles or qualifiers in the order of the question. `actions` empty means any action; `against` are
    those that answer a yes-or-no question with no (selling: restricting the sale). `fixed` gives for a role the ids of
    which one must fill it (each stands for all that is narrower, its members and parts); `kinds` the kinds that its
    filler may have. `reported_from` and `reported_to` are partial ISO dates, both inclusive, that the report must fall
    into. Only articles of `collection` count, where one is named. Raises QuestionError where a wanted name is neither a
    role nor a qualifier.
    """

    form: Form = Form.ROWS
    wanted: tuple[str, ...] = (Role.ACTOR.value,)
    actions: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    fixed: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[Role, tuple[Kind, ...]] = field(default_factory=dict)
    statuses: tuple[Status, ...] = HELD
    certainties: tuple[Certainty, ...] = (Certainty.STATED,)
    reported_from: str | None = None
    reported_to: str | None = None
    collection: str | None = None

    def __post_init__(self) -> None:
        known = {*(role.value for role in Role), *WANTED_QUALIFIERS}
        if unknown := [name for name in self.wanted if name not in known]:
            raise QuestionError(
                f"{unknown[0]!r} is neither a role nor a qualifier; use one of {', '.join(sorted(known))}"
            )

    @property
    def wanted_roles(self) -> tuple[Role, ...]:
        """The roles among the wanted names."""
        return tuple(Role(name) for name in self.wanted if name not in WANTED_QUALIFIERS)

    def whatever_its_state(self) -> Self:
        """The same question with denied, ended, planned and hedged statements let in."""
        return replace(self, statuses=tuple(Status), certainties=tuple(Certainty))

    def mirrored(self, inverse_actions: tuple[str, ...]) -> Self:
        """The question from the other side of the deal: who sells to the police is whose product the police use."""
        return replace(
            self,
            wanted=tuple(_OTHER_SIDE.get(name, name) for name in self.wanted),
            actions=inverse_actions,
            against=(),
            fixed={Role(_OTHER_SIDE.get(role, role)): ids for role, ids in self.fixed.items()},
            kinds={Role(_OTHER_SIDE.get(role, role)): kinds for role, kinds in self.kinds.items()},
        )


_OTHER_SIDE: Mapping[str, str] = MappingProxyType(
    {Role.ACTOR.value: Role.COUNTERPARTY.value, Role.COUNTERPARTY.value: Role.ACTOR.value}
)
