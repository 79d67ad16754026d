"""English questions as statements with holes: the grammar's own frames, read without a parser.

A question is short and plain, so the order of its words decides: who stands before the verb acts, who stands after it
is acted upon. What is left over and means something is not guessed at: the question is refused, and the words named.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import QuestionError
from kg.model import PUBLIC_BODIES, Kind, Role
from kg.ontology import Concept, Ontology
from kg.ontology.frames import Effect, Event, Operator
from kg.query.inflection import lemmas
from kg.query.pattern import Form, Pattern

_WORD = re.compile(r"[\w’'&./-]*\w")
_LONGEST_QUESTION = 1000
_ROLE_OF_KIND = {Kind.TECHNOLOGY: Role.TECHNOLOGY, Kind.PRODUCT: Role.PRODUCT, Kind.MEASURE: Role.MEASURE}
_PLACE_PREPOSITIONS = frozenset({"in", "across", "within", "throughout"})
_RESTRICTING = frozenset({Effect.RESTRICT, Effect.PROHIBIT})
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True)
class Word:
    """A word of the question in lower case, with its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Trigger:
    """A word that names an event or an operator."""

    place: int
    word: str
    event: Event | None
    operator: Operator | None


@dataclass(frozen=True)
class Found:
    """An entity of the question: its concept and the places of its words."""

    concept: Concept
    start: int
    end: int


def understand(ontology: Ontology, question: str) -> Pattern:
    """The pattern that an English question means.

    Raises QuestionError that names the part which was not understood.
    """
    words = _words(question)
    if not words:
        raise QuestionError("the question has no words; ask for example: Which vendors restrict sales to police?")
    reader = _Reader(ontology, question, words)
    reader.check_understood()
    return reader.pattern()


def _words(question: str) -> tuple[Word, ...]:
    if len(question) > _LONGEST_QUESTION:
        raise QuestionError(f"the question has {len(question)} characters; ask in at most {_LONGEST_QUESTION}")
    return tuple(Word(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(question))


class _Reader:
    """One question being read: its opening, its triggers, its entities, and what is left of it."""

    def __init__(self, ontology: Ontology, question: str, words: tuple[Word, ...]) -> None:
        self.ontology, self.question, self.words = ontology, question, words
        self.vocabulary = ontology.question_words
        self.text = " ".join(word.text for word in words)
        self.asked_noun, self.noun_end = self._asked()
        self.triggers = tuple(self._triggers())
        self.found = tuple(found for found in self._entities() if not self._is_asked(found))

    def pattern(self) -> Pattern:
        """The question as a statement with holes."""
        form = self._form()
        actions = self._actions()
        fixed = self._fixed()
        wanted = self._wanted(form, fixed)
        kinds = self._kinds(wanted)
        start, end = self._window()
        if not actions and not fixed:
            raise QuestionError(
                f"no actor, action or technology that the ontology knows is in {self.question!r}; {_HINT}"
            )
        return Pattern(
            form=form,
            wanted=wanted,
            actions=actions,
            against=self._against(actions) if form is Form.YES_NO else (),
            fixed=fixed,
            kinds=kinds,
            reported_from=start,
            reported_to=end,
        )

    def check_understood(self) -> None:
        """Raises QuestionError where a word is neither read nor a mere filler."""
        if left := [word for place, word in enumerate(self.words) if not self._is_read(place)]:
            named = ", ".join(repr(self.question[word.start : word.end]) for word in left[:3])
            raise QuestionError(f"not understood in the question: {named}; {_HINT}")

    def _is_read(self, place: int) -> bool:
        word = self.words[place].text
        known = self.vocabulary
        if word in known.fillers | known.negations | known.saying | known.yes_no or place < self.noun_end:
            return True
        if any(trigger.place == place or word in _accompanying(trigger) for trigger in self.triggers):
            return True
        return _is_dating(word) or any(found.start <= place < found.end for found in self.found)

    def _asked(self) -> tuple[str | None, int]:
        """The noun that "which", "what" or "how many" asks for, and the place behind it."""
        match = re.match(r"(?:which|what|how many)(?: (?:of the|other|us|u\.s|american|tech|public))* ", self.text)
        if not match:
            return None, self._opening_end()
        first = len(match.group().split())
        for length in (3, 2, 1):
            phrase = " ".join(word.text for word in self.words[first : first + length])
            for noun in lemmas(phrase, {"people": "people", **self.vocabulary.irregular}):
                if noun in self.vocabulary.askable or noun in self.vocabulary.askable_roles:
                    return noun, first + length
        return None, self._opening_end()

    def _opening_end(self) -> int:
        opening = self._opening()
        return len(opening.split()) if opening else 0

    def _opening(self) -> str | None:
        fitting = (o for o in self.vocabulary.openings if self.text == o or self.text.startswith(f"{o} "))
        return max(fitting, key=len, default=None)

    def _form(self) -> Form:
        if any(self.text.startswith(f"{counting} ") for counting in self.vocabulary.counting):
            return Form.COUNT
        return Form.YES_NO if self.words[0].text in self.vocabulary.yes_no else Form.ROWS

    def _triggers(self) -> Iterator[Trigger]:
        names = {place: found for found in self._entities() for place in range(found.start, found.end)}
        for place in range(self.noun_end, len(self.words)):
            named = names.get(place)
            if named and (named.concept.kind is not Kind.MEASURE or self._follows_attitude(place)):
                continue
            if trigger := self._trigger(place):
                yield trigger

    def _follows_attitude(self, place: int) -> bool:
        earlier = (self._trigger(before) for before in range(self.noun_end, place))
        return any(trigger and trigger.event and _takes_measures(trigger.event) for trigger in earlier)

    def _trigger(self, place: int) -> Trigger | None:
        word, rest = self.words[place].text, {w.text for w in self.words[place + 1 : place + 6]}
        frames = self.ontology.frames
        for lemma in lemmas(word, self.vocabulary.irregular):
            event = next((e for e in frames.events if _names(e, lemma, rest) and self._fits(e)), None)
            operator = next((o for o in frames.operators if _names(o, lemma, rest)), None)
            if event or operator:
                return Trigger(place, lemma, event, operator)
        return None

    def _fits(self, event: Event) -> bool:
        """Whether the question has what the event asks for beside its verb: its objects, or its goal."""
        forms = {lemma for word in self.words for lemma in lemmas(word.text, self.vocabulary.irregular)}
        has_object = not event.objects or not forms.isdisjoint(event.objects)
        return has_object and (not event.object_or_goal or any(goal in self.text for goal in event.object_or_goal))

    def _entities(self) -> Iterator[Found]:
        for match in self.ontology.gazetteer.find(self.question):
            inside = [i for i, w in enumerate(self.words) if match.span.start < w.end and w.start < match.span.end]
            if inside:
                yield Found(match.concept, inside[0], inside[-1] + 1)

    def _is_asked(self, found: Found) -> bool:
        is_trigger = any(found.start <= t.place < found.end for t in self.triggers)
        return is_trigger or (found.start < self.noun_end and self.asked_noun is not None)

    def _acting_until(self) -> int:
        """The place up to which names are of those who act: the first verb."""
        saying = [place for place, word in enumerate(self.words) if word.text in self.vocabulary.saying]
        verbs = [*saying, *(trigger.place for trigger in self.triggers)]
        return min(verbs, default=len(self.words))

    def _is_passive(self) -> bool:
        """Whether what is asked for, or stands first, is acted upon: "used by", "were added"."""
        return any(self._is_participle(trigger.place) for trigger in self.triggers)

    def _is_participle(self, place: int) -> bool:
        before = self.words[place - 1].text if place else ""
        after = self.words[place + 1].text if place + 1 < len(self.words) else ""
        return after == "by" or (before in _BE and not self.words[place].text.endswith("ing"))

    def _fixed(self) -> Mapping[Role, tuple[str, ...]]:
        roles: dict[Role, list[str]] = {}
        goals = {name for trigger in self.triggers if trigger.event for name in trigger.event.object_or_goal}
        for found in (found for found in self.found if found.concept.name.lower() not in goals):
            roles.setdefault(self._role(found), []).append(found.concept.slug)
        return {role: tuple(dict.fromkeys(slugs)) for role, slugs in roles.items()}

    def _role(self, found: Found) -> Role:
        if found.concept.kind in _ROLE_OF_KIND:
            return _ROLE_OF_KIND[found.concept.kind]
        before = self._word_before(found)
        if found.concept.family == "places" and (before in _PLACE_PREPOSITIONS or self._modifies(found)):
            return Role.JURISDICTION
        acts = before == "by" or (found.start < self._acting_until() and not self._is_passive())
        return Role.ACTOR if acts and not self._actor_is_asked() else Role.COUNTERPARTY

    def _word_before(self, found: Found) -> str:
        """The word before an entity, articles apart."""
        before = [word.text for word in self.words[: found.start] if word.text not in ("the", "a", "an")]
        return before[-1] if before else ""

    def _modifies(self, found: Found) -> bool:
        """Whether a place only describes the group behind it: "US police"."""
        return any(other.start == found.end and other.concept.collective for other in self.found)

    def _actor_is_asked(self) -> bool:
        asks_roles = self.asked_noun in self.vocabulary.askable_roles
        opening = self.vocabulary.openings.get(self._opening() or "")
        return not self._is_passive() and ((self.asked_noun is not None and not asks_roles) or opening == "actor")

    def _wanted(self, form: Form, fixed: Mapping[Role, tuple[str, ...]]) -> tuple[str, ...]:
        if form is Form.YES_NO or self._asks_sayings(fixed):
            return ()
        if self.asked_noun in self.vocabulary.askable_roles:
            return (self.vocabulary.askable_roles[self.asked_noun or ""],)
        if (self.asked_noun and Role.ACTOR in fixed) or self._is_passive():
            return (Role.COUNTERPARTY.value,)
        opening = self._opening()
        if self.asked_noun or opening is None:
            return (Role.ACTOR.value,)
        wanted = self.vocabulary.openings[opening]
        if wanted == "since" and {word.text for word in self.words} & self.vocabulary.ending:
            return ("until",)
        return (Role.COUNTERPARTY.value,) if wanted == "actor" and Role.ACTOR in fixed else (wanted,)

    def _asks_sayings(self, fixed: Mapping[Role, tuple[str, ...]]) -> bool:
        """Whether all that somebody holds is asked for: "what did Microsoft say about …"."""
        return Role.ACTOR in fixed and bool({word.text for word in self.words} & self.vocabulary.saying)

    def _actor_kinds(self) -> frozenset[Kind]:
        """The kinds that the actor can have, by the noun asked for or by the name given."""
        asked = self.vocabulary.askable.get(self.asked_noun or "", ())
        named = (found.concept.kind for found in self.found if self._role(found) is Role.ACTOR)
        return frozenset((*asked, *named))

    def _kinds(self, wanted: tuple[str, ...]) -> Mapping[Role, tuple[Kind, ...]]:
        kinds = self.vocabulary.askable.get(self.asked_noun or "", ())
        role = wanted[0] if wanted else None
        return {Role(role): kinds} if kinds and role in (Role.ACTOR.value, Role.COUNTERPARTY.value) else {}

    def _actions(self) -> tuple[str, ...]:
        if self._asks_sayings(self._fixed()):
            return ()
        event = next((t.event for t in self.triggers if t.event and not self._operates(t)), None)
        before = [t for t in self.triggers if t.operator and t.operator.effect in _RESTRICTING]
        restricted = bool(before) or self._is_negated()
        lifting = any(t.operator and t.operator.effect is Effect.LIFT for t in self.triggers)
        if event is None:
            return self._implied(before, lifting)
        if event.restricted and self.vocabulary.openings.get(self._opening() or "") == "condition":
            return (event.action, event.restricted)
        if event.attitude or not restricted or event.restricted is None:
            return (event.action,)
        return self._restricted(event, before)

    def _against(self, actions: tuple[str, ...]) -> tuple[str, ...]:
        """What those who do the opposite do: a sale is denied by its restriction, and a restriction by the sale."""
        pairs = {(e.action, e.restricted) for e in self.ontology.frames.events if e.restricted}
        opposite = {name for pair in pairs for name, other in (pair, pair[::-1]) if other in actions}
        return tuple(sorted(name for name in opposite if name and name not in actions))

    def _operates(self, trigger: Trigger) -> bool:
        """Whether a word is an operator over a later event: "stop" in "stop selling"."""
        later = any(t.place > trigger.place and t.event for t in self.triggers)
        return trigger.operator is not None and later and not (trigger.event and trigger.event.attitude)

    def _is_negated(self) -> bool:
        return any(re.search(rf"\b{re.escape(negation)}\b", self.text) for negation in self.vocabulary.negations)

    def _restricted(self, event: Event, operators: list[Trigger]) -> tuple[str, ...]:
        action = event.restricted or event.action
        kinds = self._actor_kinds()
        prohibited = any(t.operator and t.operator.effect is Effect.PROHIBIT for t in operators)
        if kinds & PUBLIC_BODIES and prohibited:
            return ("bans",)
        if kinds == {Kind.COMPANY}:
            return ("restricts_sale", "restricts_use") if action == "restricts_use" else (action,)
        return ("bans", action) if prohibited else (action,)

    def _implied(self, operators: list[Trigger], lifting: bool) -> tuple[str, ...]:
        if lifting:
            return ("repeals",)
        implied = next((t.operator.implied for t in operators if t.operator and t.operator.implied), None)
        if implied is None:
            return ()
        prohibited = any(t.operator and t.operator.effect is Effect.PROHIBIT for t in operators)
        kinds = self._actor_kinds()
        if prohibited and kinds != {Kind.COMPANY}:
            return ("bans",)
        return self._restricted(self.ontology.frames.event(implied), operators)

    def _window(self) -> tuple[str | None, str | None]:
        """The years that "in", "since", "after", "before" or "until" name."""
        start = end = None
        for place, word in enumerate(self.words):
            if not _YEAR.match(word.text):
                continue
            before = self.words[place - 1].text if place else ""
            if before in ("before", "until"):
                end = str(int(word.text) - 1) if before == "before" else word.text
            elif before in ("since", "after"):
                start = str(int(word.text) + 1) if before == "after" else word.text
            else:
                start = end = word.text
        return start, end


_HINT = "say it with other words, or see `kg query` for the questions of the library"


def _names(frame: Event | Operator, lemma: str, following: set[str]) -> bool:
    forms = (form.split() for form in (*frame.verbs, *frame.nouns))
    return any((form[0] == lemma and set(form[1:]) <= following) or form == [lemma] for form in forms)


def _takes_measures(event: Event) -> bool:
    return event.attitude or event.action in ("proposes", "repeals")


def _accompanying(trigger: Trigger) -> set[str]:
    frames = [frame for frame in (trigger.event, trigger.operator) if frame]
    return {word for frame in frames for form in (*frame.verbs, *frame.nouns) for word in form.split()[1:]}


def _is_dating(word: str) -> bool:
    return bool(_YEAR.match(word)) or word in ("before", "after", "since", "until")
