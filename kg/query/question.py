"""English questions as statements with holes: the grammar's own frames, read without a parser.

A question is short and plain, so the order of its words decides: who stands before the verb acts, who stands after it
is acted upon. What is left over and means something is not guessed at: the question is refused, and the words named.
"""

from collections.abc import Mapping

from kg.errors import QuestionError
from kg.model import PUBLIC_BODIES, Kind, Role
from kg.ontology import Ontology
from kg.ontology.frames import Effect, Event
from kg.query.pattern import Form, Pattern
from kg.query.wording import Found, Trigger, Wording

_ROLE_OF_KIND = {Kind.TECHNOLOGY: Role.TECHNOLOGY, Kind.PRODUCT: Role.PRODUCT, Kind.MEASURE: Role.MEASURE}
_PLACE_PREPOSITIONS = frozenset({"in", "across", "within", "throughout"})
_SUPPORTING = frozenset({"do", "does", "did", "has", "have", "will", "would", "can"})
"""Auxiliaries that stand before the subject of a question: "who did the ICO fine"."""

_RESTRICTING = (Effect.RESTRICT, Effect.PROHIBIT)
_HINT = "say it with other words, or see `kg query` for the questions of the library"

_ASK = "ask who does"

Fixed = Mapping[Role, tuple[str, ...]]


def understand(ontology: Ontology, question: str) -> Pattern:
    """The pattern that an English question means.

    Raises QuestionError that names the part which was not understood.
    """
    wording = Wording.of(ontology, question).recased()
    if unread := wording.unread():
        raise QuestionError(f"not understood in the question: {', '.join(map(repr, unread[:3]))}; {_HINT}")
    form, fixed, actions = _form(wording), _fixed(wording), _actions(wording)
    if not actions and not _asks_sayings(wording, fixed):
        raise QuestionError(f"nothing that somebody does is asked for in {question!r}; {_HINT}")
    wanted = _wanted(wording, form, fixed)
    start, end = _window(wording)
    return Pattern(
        form=form,
        wanted=wanted,
        actions=actions,
        against=_against(wording, actions) if form is Form.YES_NO else (),
        fixed=fixed,
        kinds=_kinds(wording, wanted),
        reported_from=start,
        reported_to=end,
    )


def _form(wording: Wording) -> Form:
    if any(wording.text.startswith(f"{counting} ") for counting in wording.vocabulary.counting):
        return Form.COUNT
    asks_whether = wording.words[0].text in wording.vocabulary.yes_no and not wording.asked_noun
    return Form.YES_NO if asks_whether else Form.ROWS


def _fixed(wording: Wording) -> Fixed:
    """The roles that the question fills, with the ids that may; a goal ("the entity list") is part of its verb."""
    goals = {name for trigger in wording.triggers if trigger.event for name in trigger.event.object_or_goal}
    roles: dict[Role, list[str]] = {}
    for found in wording.found:
        if found.concept.name.lower() not in goals:
            roles.setdefault(_role(wording, found), []).append(found.concept.slug)
    return {role: tuple(dict.fromkeys(slugs)) for role, slugs in roles.items()}


def _role(wording: Wording, found: Found) -> Role:
    if found.concept.kind in _ROLE_OF_KIND:
        return _ROLE_OF_KIND[found.concept.kind]
    before = wording.before(found)
    if found.concept.kind is Kind.PERSON and wording.has_any(wording.vocabulary.saying):
        return Role.SPEAKER
    if found.concept.family == "places" and (before in _PLACE_PREPOSITIONS or _describes_group(wording, found)):
        return Role.JURISDICTION
    if before in _SUPPORTING and found.start:
        return Role.ACTOR
    acts = before == "by" or (found.start < wording.first_verb and not wording.passive)
    return Role.ACTOR if acts and not _asks_for_actor(wording) else Role.COUNTERPARTY


def _describes_group(wording: Wording, place: Found) -> bool:
    """Whether a place only describes the group behind it: "US police"."""
    return any(other.start == place.end and other.concept.collective for other in wording.found)


def _asks_for_actor(wording: Wording) -> bool:
    asks_other = wording.asked_noun in wording.vocabulary.askable_roles
    opening = wording.vocabulary.openings.get(wording.opening or "")
    return not wording.passive and ((wording.asked_noun is not None and not asks_other) or opening == Role.ACTOR)


def _asks_sayings(wording: Wording, fixed: Fixed) -> bool:
    """Whether all that somebody holds is asked for: "what did Microsoft say about …"."""
    named = not {Role.ACTOR, Role.SPEAKER}.isdisjoint(fixed)
    return named and wording.has_any(wording.vocabulary.saying)


def _wanted(wording: Wording, form: Form, fixed: Fixed) -> tuple[str, ...]:
    """The role or qualifier that is asked for; none where a yes or all that is known is."""
    vocabulary = wording.vocabulary
    if form is Form.YES_NO or _asks_sayings(wording, fixed):
        return ()
    if wording.asked_noun in vocabulary.askable_roles:
        return (vocabulary.askable_roles[wording.asked_noun or ""],)
    if wording.passive or (wording.asked_noun and Role.ACTOR in fixed):
        return (Role.COUNTERPARTY.value,)
    if wording.asked_noun or wording.opening is None:
        return (Role.ACTOR.value,)
    wanted = vocabulary.openings[wording.opening]
    if wanted == Role.TECHNOLOGY and not {Role.TECHNOLOGY, Role.PRODUCT}.isdisjoint(fixed):
        return ()
    if wanted == "since" and wording.has_any(vocabulary.ending):
        return ("until",)
    return (Role.COUNTERPARTY.value,) if wanted == Role.ACTOR and Role.ACTOR in fixed else (wanted,)


def _kinds(wording: Wording, wanted: tuple[str, ...]) -> Mapping[Role, tuple[Kind, ...]]:
    kinds = wording.vocabulary.askable.get(wording.asked_noun or "", ())
    role = wanted[0] if wanted else None
    return {Role(role): kinds} if kinds and role in (Role.ACTOR.value, Role.COUNTERPARTY.value) else {}


def _actions(wording: Wording) -> tuple[str, ...]:
    """The actions that the triggers mean together; none where all that somebody holds is asked for."""
    if _asks_sayings(wording, _fixed(wording)):
        return ()
    event = next((t.event for t in wording.triggers if t.event and not _operates(wording, t)), None)
    if event is None:
        return _implied(wording)
    if event.binding and _actor_kinds(wording) == {Kind.COMPANY}:
        return _implied(wording) or (event.action,)
    if event.restricted and wording.vocabulary.openings.get(wording.opening or "") == "condition":
        return (event.action, event.restricted)
    limited = any(trigger.has(*_RESTRICTING) for trigger in wording.triggers)
    if wording.negated and (limited or event.attitude or event.restricted is None):
        raise QuestionError(
            f"who does not do it cannot be told from {wording.question!r}: silence is no denial; {_ASK}"
        )
    if event.attitude or not (limited or wording.negated) or event.restricted is None:
        return (event.action,)
    return _restricted(wording, event)


def _operates(wording: Wording, trigger: Trigger) -> bool:
    """Whether a word is an operator over a later event: "stop" in "stop selling"."""
    later = any(other.place > trigger.place and other.event for other in wording.triggers)
    return trigger.operator is not None and later and not (trigger.event and trigger.event.attitude)


def _restricted(wording: Wording, event: Event) -> tuple[str, ...]:
    action, kinds = event.restricted or event.action, _actor_kinds(wording)
    prohibited = any(trigger.has(Effect.PROHIBIT) for trigger in wording.triggers)
    if kinds & PUBLIC_BODIES and prohibited:
        return ("bans",)
    if kinds == {Kind.COMPANY} or (not kinds and Role.COUNTERPARTY in _fixed(wording) and not prohibited):
        return ("restricts_sale", "restricts_use") if action == "restricts_use" else (action,)
    return ("bans", action) if prohibited else (action,)


def _implied(wording: Wording) -> tuple[str, ...]:
    """The actions of operators that stand over no event: "who bans", "Amazon's moratorium"."""
    if any(trigger.has(Effect.LIFT) for trigger in wording.triggers):
        return ("repeals",)
    if wording.negated:
        raise QuestionError(
            f"who does not do it cannot be told from {wording.question!r}: silence is no denial; {_ASK}"
        )
    limiting = [t for t in wording.triggers if t.has(*_RESTRICTING) and t.operator and t.operator.implied]
    if not limiting:
        return ()
    if any(trigger.has(Effect.PROHIBIT) for trigger in limiting) and _actor_kinds(wording) != {Kind.COMPANY}:
        return ("bans",)
    operator = limiting[0].operator
    assert operator is not None and operator.implied is not None
    return _restricted(wording, wording.ontology.frames.event(operator.implied))


def _actor_kinds(wording: Wording) -> frozenset[Kind]:
    """The kinds that the actor can have, by the noun asked for or by the name given."""
    asked = wording.vocabulary.askable.get(wording.asked_noun or "", ())
    named = (found.concept.kind for found in wording.found if _role(wording, found) is Role.ACTOR)
    return frozenset((*asked, *named))


def _against(wording: Wording, actions: tuple[str, ...]) -> tuple[str, ...]:
    """What those who do the opposite do: a sale is denied by its restriction, and a restriction by the sale."""
    pairs = {(event.action, event.restricted) for event in wording.ontology.frames.events if event.restricted}
    opposite = {name for pair in pairs for name, other in (pair, pair[::-1]) if other in actions}
    return tuple(sorted(name for name in opposite if name and name not in actions))


def _window(wording: Wording) -> tuple[str | None, str | None]:
    """The first and last year of the reports, by "in", "since", "after", "before" or "until"."""
    start = end = None
    for preposition, year in wording.years():
        match preposition:
            case "before":
                end = str(int(year) - 1)
            case "until":
                end = year
            case "since":
                start = year
            case "after":
                start = str(int(year) + 1)
            case _:
                start = end = year
    return start, end
