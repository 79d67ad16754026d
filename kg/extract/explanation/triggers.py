"""What the words of a sentence triggered in the grammar: frames, arguments, and the reason where one gave nothing."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.extract import actors, clauses, modality, proposal, qualifiers
from kg.extract.analysis import Analysis
from kg.extract.clauses import Clause
from kg.extract.explanation import sources
from kg.extract.explanation.values import Draft, Outcome, Over, Trigger, Weighed
from kg.extract.explanation.weighing import Key, Verdict, told
from kg.extract.lexicon import Lexicon
from kg.extract.proposal import Proposal
from kg.extract.roles import Roles
from kg.ontology.frames import Effect, Event, Need

Verdicts = Mapping[Key, Verdict]

NEEDS: Mapping[Need, str] = {
    Need.TECHNOLOGY: "a technology in the clause or its sentence, or words that point back to it (“the app”)",
    Need.DATA: "a technology in the clause, or people's data",
    Need.MEASURE: "a technology in the clause, or a measure",
    Need.PARTY: "somebody on the other end",
    Need.COMPANY: "a company on the other end",
    Need.BOTH: "a technology in the clause or its sentence, and somebody on the other end",
    Need.DOMAIN: "a technology in the clause, a measure, or a public body that is addressed",
    Need.TOPIC: "a technology in the clause or its sentence, or somebody on the other end",
}
"""What each need asks for, as in "needs …"."""


def explain(analysis: Analysis, lexicon: Lexicon, verdicts: Verdicts) -> Iterator[Trigger]:
    """Every trigger of a sentence, in the order of its words; an operator is told with the event under it."""
    told_with: dict[Token, list[Roles]] = {}
    for roles in analysis.frames:
        told_with.setdefault(roles.clause.token, []).append(roles)
    over = {governor.token for roles in analysis.frames for governor in roles.clause.governors}
    for token in analysis.sentence:
        if token in told_with:
            yield from (_of_clause(roles, analysis, verdicts) for roles in told_with[token])
        elif token not in over:
            yield from _without_clause(token, analysis, lexicon)


def _of_clause(roles: Roles, analysis: Analysis, verdicts: Verdicts) -> Trigger:
    clause = roles.clause
    quals = qualifiers.read(clause, analysis.sentence, analysis.scene.signals, analysis.today)
    made = list(proposal.drafts(roles, analysis.scene, quals))
    drafts = tuple(_draft(each, analysis, verdicts) for each in made)
    first = min(drafts, key=lambda each: list(Outcome).index(each.outcome), default=None)
    outcome, reason = (first.outcome, first.reason) if first else _why_no_draft(roles, analysis)
    return Trigger(
        word=clause.token.text,
        frame=clause.event.slug,
        outcome=outcome,
        reason=reason,
        operators=tuple(Over(g.operator.slug, g.operator.effect, g.token.text) for g in clause.governors),
        meaning=_meaning(made),
        arguments=tuple(sources.arguments(roles, made[0] if made else None, analysis)),
        drafts=drafts,
    )


def _meaning(made: Sequence[Proposal]) -> str | None:
    said = {f"{p.action}, {p.status.replace('_', ' ')}, {p.certainty}": None for p in made}
    return "; ".join(said) or None


def _draft(made: Proposal, analysis: Analysis, verdicts: Verdicts) -> Draft:
    outcome, reason = _fate(made, analysis, verdicts)
    return Draft(told(made), outcome, reason)


def _fate(made: Proposal, analysis: Analysis, verdicts: Verdicts) -> tuple[Outcome, str]:
    """What became of a draft: its needs first, then what the judge made of it."""
    verdict = verdicts.get((made.actor.filler.entity.id, made.action)) if made.actor else None
    judged = _judged(verdict.weighed, analysis.number + 1) if verdict else ""
    if lack := _lack(made, analysis):
        despite = f"; the judge keeps it all the same: {judged}" if verdict and verdict.weighed.kept else ""
        return Outcome.LACKING, lack + despite
    if made.actor is None:
        return Outcome.UNLIKELY, "nobody is named as its actor, and the judge weighs only who is"
    if verdict is None:
        return Outcome.UNLIKELY, f"the judge has not learned to weigh {made.action}"
    return Outcome.KEPT if verdict.weighed.kept else Outcome.UNLIKELY, judged


def _judged(weighed: Weighed, number: int) -> str:
    return weighed.reason if weighed.best == number else f"{weighed.reason}, shown best by sentence {weighed.best}"


def _lack(made: Proposal, analysis: Analysis) -> str | None:
    if not made.theme:
        return "no technology or product: neither the clause nor what its frame may reach names one"
    need = proposal.unmet(made, analysis.scene, made.clause)
    return f"needs {NEEDS[need]}" if need else None


def _why_no_draft(roles: Roles, analysis: Analysis) -> tuple[Outcome, str]:
    clause, meaning = roles.clause, roles.meaning
    if meaning is None:
        return Outcome.NO_FACT, _why_no_fact(clause, analysis)
    if modality.action(clause, meaning, None, None) is None:
        return Outcome.NO_FORM, f"{clause.event.slug} has no restricted form: a stop or “not” of it says nothing"
    if not roles.actors:
        return Outcome.NO_ACTOR, _why_no_actor(clause)
    names = " and ".join(actor.filler.entity.name for actor in roles.actors)
    return Outcome.NO_POWER, f"done only by those with power to bind others; {names}: no such power"


def _why_no_actor(clause: Clause) -> str:
    nouns = [f"“{noun.text}” ({sources.place(noun)})" for noun in dict.fromkeys(actors.places(clause))]
    if not nouns:
        return "no actor: it has no subject or agent, and no owner who can act"
    return f"no actor: {', '.join(nouns)} names nobody who can act"


def _why_no_fact(clause: Clause, analysis: Analysis) -> str:
    if word := modality.unreal(clause, analysis.scene.signals):
        return f"told as no fact: “{word.text}” makes it a condition, a question or a wish"
    return "told as no fact: what is promised, wished or restricted is negated"


def _without_clause(token: Token, analysis: Analysis, lexicon: Lexicon) -> Iterator[Trigger]:
    """A word that names a frame and gave no clause; nothing for words that name none, and for bare light verbs."""
    events, operator = lexicon.events(token), lexicon.operator(token)
    frames = [frame.slug for frame in (*events, operator) if frame]
    is_light = operator is not None and operator.effect is Effect.PERFORM
    if not frames or (is_light and not events):
        return
    if above := clauses.instead(token, analysis.sentence, lexicon):
        outcome, reason = Outcome.PART, f"part of what “{above.text}” tells, which is reported instead"
    elif operator is None and not any(clauses.fits(event, token) for event in events):
        outcome, reason = Outcome.UNFIT, f"needs {_words_wanted(events)} with it"
    else:
        outcome, reason = Outcome.ALONE, "an operator without an event under it"
    yield Trigger(token.text, ", ".join(frames), outcome, reason)


def _words_wanted(events: Sequence[Event]) -> str:
    wanted = sorted({word for event in events for word in (*event.objects, *event.object_or_goal)})
    shown = ", ".join(f"“{word}”" for word in wanted[:6])
    return f"one of {shown}{' …' if len(wanted) > 6 else ''}"
