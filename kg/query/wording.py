"""What the words of a question are, before anything is made of them: triggers, entities, and what it opens with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.errors import QuestionError
from kg.model import Kind
from kg.ontology import Concept, Ontology
from kg.ontology.frames import Effect, Event, Operator
from kg.ontology.questions import QuestionWords
from kg.query.inflection import lemmas

_WORD = re.compile(r"[\w’'&./-]*\w")
_ASKING = re.compile(
    r"(?:which|what|how many|list|name|find|show(?: me)?|give me|tell me|are there|is there|any)"
    r"(?: (?:the|all|any|a|of the|other|us|u\.s|american|tech|public))* "
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_DATING = frozenset({"before", "after", "since", "until"})
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_QUESTION = 1000
_FARTHEST_PARTICLE = 5


@dataclass(frozen=True)
class Word:
    """A word in lower case, with its place in the question."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Trigger:
    """A word that names an event, an operator, or both."""

    place: int
    event: Event | None
    operator: Operator | None

    def has(self, *effects: Effect) -> bool:
        """Whether its operator has one of these effects."""
        return self.operator is not None and self.operator.effect in effects


@dataclass(frozen=True)
class Found:
    """An entity of the question: its concept and the places of its words."""

    concept: Concept
    start: int
    end: int


@dataclass(frozen=True)
class Wording:
    """A question as words. Places count words from 0."""

    ontology: Ontology
    question: str
    words: tuple[Word, ...]

    @classmethod
    def of(cls, ontology: Ontology, question: str) -> "Wording":
        """The wording of a question. Raises QuestionError where it is too long or has no words."""
        if len(question) > _LONGEST_QUESTION:
            raise QuestionError(f"the question has {len(question)} characters; ask in at most {_LONGEST_QUESTION}")
        words = tuple(Word(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(question))
        if not words:
            raise QuestionError("the question has no words; ask for example: Which vendors restrict sales to police?")
        return cls(ontology, question, words)

    def recased(self) -> "Wording":
        """The same wording with names that were typed in lower case ("ibm", "microsoft") in their capitals."""
        question = self.question
        for word in self._unread():
            typed = self.question[word.start : word.end]
            capital = next((w for w in (typed.title(), typed.upper()) if self.ontology.named(w)), typed)
            question = question[: word.start] + capital + question[word.end :]
        return self if question == self.question else Wording.of(self.ontology, question)

    @property
    def vocabulary(self) -> QuestionWords:
        """The ontology's words for asking."""
        return self.ontology.question_words

    @cached_property
    def text(self) -> str:
        """The words alone, single spaces between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def opening(self) -> str | None:
        """The words it opens with, of those that ask for something; the longest that fit."""
        fitting = (o for o in self.vocabulary.openings if self.text == o or self.text.startswith(f"{o} "))
        return max(fitting, key=len, default=None)

    @cached_property
    def asked_noun(self) -> str | None:
        """The noun that "which", "what" or "how many" asks for."""
        return self._asked[0]

    @cached_property
    def _asked(self) -> tuple[str | None, int]:
        """The noun that is asked for, and the place behind it or behind the opening."""
        match = _ASKING.match(self.text)
        first = len(match.group().split()) if match else 0
        for length in (3, 2, 1) if match else ():
            phrase = " ".join(word.text for word in self.words[first : first + length])
            for noun in lemmas(phrase, self.vocabulary.irregular):
                if noun in self.vocabulary.askable or noun in self.vocabulary.askable_roles:
                    return noun, first + length
        return None, len(self.opening.split()) if self.opening else 0

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """The words that name events and operators, names of entities apart."""
        return tuple(self._find_triggers())

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """The entities that the question names, those that are triggers or the noun asked for apart."""
        return tuple(each for each in self._entities if not self._is_taken(each))

    @property
    def negated(self) -> bool:
        """Whether a word of the question negates it."""
        return any(re.search(rf"\b{re.escape(word)}\b", self.text) for word in self.vocabulary.negations)

    @property
    def passive(self) -> bool:
        """Whether what is asked for, or stands first, is acted upon: "used by", "were added"."""
        return any(self._is_participle(trigger.place) for trigger in self.triggers)

    @property
    def first_verb(self) -> int:
        """The place of the first verb: who stands before it acts."""
        saying = [place for place, word in enumerate(self.words) if word.text in self.vocabulary.saying]
        return min([*saying, *(trigger.place for trigger in self.triggers)], default=len(self.words))

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of these words is in the question."""
        return not words.isdisjoint(word.text for word in self.words)

    def before(self, found: Found) -> str:
        """The word before an entity, articles apart; empty at the start."""
        earlier = [word.text for word in self.words[: found.start] if word.text not in _ARTICLES]
        return earlier[-1] if earlier else ""

    def years(self) -> Iterator[tuple[str, str]]:
        """The years of the question, each with the word before it."""
        for place, word in enumerate(self.words):
            if _YEAR.match(word.text):
                yield self.words[place - 1].text if place else "", word.text

    def unread(self) -> list[str]:
        """The words, as they were typed, that are neither read nor mere fillers."""
        return [self.question[word.start : word.end] for word in self._unread()]

    def _unread(self) -> list[Word]:
        return [word for place, word in enumerate(self.words) if not self._is_read(place)]

    def _is_read(self, place: int) -> bool:
        word, known = self.words[place].text, self.vocabulary
        if place < self._asked[1] or word in known.fillers | known.negations | known.saying | known.yes_no:
            return True
        if any(trigger.place == place or word in _particles(trigger) for trigger in self.triggers):
            return True
        return bool(_YEAR.match(word)) or word in _DATING or any(f.start <= place < f.end for f in self.found)

    def _find_triggers(self) -> Iterator[Trigger]:
        names = {place: found for found in self._entities for place in range(found.start, found.end)}
        for place in range(self._asked[1], len(self.words)):
            named = names.get(place)
            if named and (named.concept.kind is not Kind.MEASURE or self._is_taken_measure(place)):
                continue
            if trigger := self._trigger(place):
                yield trigger

    def _is_taken_measure(self, place: int) -> bool:
        """Whether a measure's name is what somebody supports or proposes, and not itself the verb ("who bans")."""
        earlier = (self._trigger(before) for before in range(self._asked[1], place))
        return any(trigger and trigger.event and trigger.event.measure for trigger in earlier)

    def _trigger(self, place: int) -> Trigger | None:
        following = {w.text for w in self.words[place + 1 : place + 1 + _FARTHEST_PARTICLE]}
        frames = self.ontology.frames
        for lemma in lemmas(self.words[place].text, self.vocabulary.irregular):
            event = next((e for e in frames.events if _names(e, lemma, following) and self._fits(e)), None)
            operator = next((o for o in frames.operators if _names(o, lemma, following)), None)
            if event or operator:
                return Trigger(place, event, operator)
        return None

    def _fits(self, event: Event) -> bool:
        """Whether the question has what the event asks for beside its verb: its objects, or its goal."""
        forms = {lemma for word in self.words for lemma in lemmas(word.text, self.vocabulary.irregular)}
        has_object = not event.objects or not forms.isdisjoint(event.objects)
        return has_object and (not event.object_or_goal or any(goal in self.text for goal in event.object_or_goal))

    @cached_property
    def _entities(self) -> tuple[Found, ...]:
        found = []
        for match in self.ontology.gazetteer.find(self.question):
            inside = [i for i, w in enumerate(self.words) if match.span.start < w.end and w.start < match.span.end]
            if inside:
                found.append(Found(match.concept, inside[0], inside[-1] + 1))
        return tuple(found)

    def _is_taken(self, found: Found) -> bool:
        is_trigger = any(found.start <= trigger.place < found.end for trigger in self.triggers)
        return is_trigger or (found.start < self._asked[1] and self.asked_noun is not None)

    def _is_participle(self, place: int) -> bool:
        before = self.words[place - 1].text if place else ""
        after = self.words[place + 1].text if place + 1 < len(self.words) else ""
        return after == "by" or (before in _BE and not self.words[place].text.endswith("ing"))


def _names(frame: Event | Operator, lemma: str, following: set[str]) -> bool:
    forms = (form.split() for form in (*frame.verbs, *frame.nouns))
    return any((form[0] == lemma and set(form[1:]) <= following) or form == [lemma] for form in forms)


def _particles(trigger: Trigger) -> set[str]:
    frames = [frame for frame in (trigger.event, trigger.operator) if frame]
    return {word for frame in frames for form in (*frame.verbs, *frame.nouns) for word in form.split()[1:]}
