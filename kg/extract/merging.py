"""One statement however often an article says it: repetitions add their quotes."""

from collections.abc import Iterable

from kg.model import Role, Statement

_FIRST_SAID = ("jurisdiction", "speaker", "condition", "exception", "scope", "since", "until", "duration")
_OTHER_ROLES = (Role.JURISDICTION, Role.COUNTERPARTY, Role.TECHNOLOGY, Role.PRODUCT)


def merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with repetitions folded into the first; what the first left open, the later ones may fill in."""
    kept: list[Statement] = []
    for statement in statements:
        place = next((i for i, other in enumerate(kept) if _repeats(statement, other)), None)
        if place is None:
            kept.append(statement)
        else:
            kept[place] = _joined(kept[place], statement)
    return tuple(kept)


def _repeats(later: Statement, first: Statement) -> bool:
    """Whether two say the same of the same: equal action and polarity, and no role in which they differ."""
    if (later.action, later.status) != (first.action, first.status) or later.certainty != first.certainty:
        return False
    one, other = later.entity(Role.ACTOR), first.entity(Role.ACTOR)
    same_actor = (one.id if one else None) == (other.id if other else None)
    return same_actor and all(_agree(later, first, role) for role in _OTHER_ROLES) and _same_end(later, first)


def _same_end(later: Statement, first: Statement) -> bool:
    """Whether they name the same counterparty, or one names none and both speak of the same measure."""
    named = [statement.counterparty for statement in (later, first) if statement.counterparty]
    measures = {statement.measure.entity.id if statement.measure else None for statement in (later, first)}
    return len(named) != 1 or len(measures) == 1


def _agree(later: Statement, first: Statement, role: Role) -> bool:
    one, other = later.entity(role), first.entity(role)
    return one is None or other is None or one.id == other.id


def _joined(first: Statement, later: Statement) -> Statement:
    roles = ("technology", "product", "counterparty", "measure", *_FIRST_SAID)
    filled = {name: getattr(first, name) or getattr(later, name) for name in roles}
    quotes = tuple(dict.fromkeys((*first.quotes, *later.quotes)))
    filled |= {"quotes": quotes, "confidence": max(first.confidence, later.confidence)}
    return first.model_copy(update=filled)
