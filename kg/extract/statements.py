"""Proposals to statements: the roles as they are written, and the sentence as the quote."""

from pydantic import ValidationError

from kg.extract import speech
from kg.extract.analysis import Analysis
from kg.extract.proposal import Proposal
from kg.model import Quote, Span, Statement


def statement(proposal: Proposal, analysis: Analysis, extractor: str) -> Statement | None:
    """The statement of a proposal; None where the dates of one sentence do not fit together."""
    each = speech.attributed(proposal, analysis.speaker)
    try:
        return _statement(each, quote(analysis), analysis.article.id, extractor)
    except ValidationError:
        return None


def quote(analysis: Analysis) -> Quote:
    """The sentence without the spaces around it, with its place in the article."""
    part, sentence = analysis.part, analysis.sentence
    start = part.start + sentence.start_char
    words = analysis.article.text[start : part.start + sentence.end_char]
    start += len(words) - len(words.lstrip())
    return Quote(text=words.strip(), span=Span(start=start, end=start + len(words.strip())))


def _statement(each: Proposal, words: Quote, article: str, extractor: str) -> Statement:
    qualifying = each.qualifiers
    return Statement(
        article=article,
        action=each.action,
        actor=each.actor.filler if each.actor else None,
        technology=each.theme.technology,
        product=each.theme.product,
        counterparty=each.counterparty,
        measure=each.measure,
        jurisdiction=each.jurisdiction,
        speaker=each.actor.speaker if each.actor else None,
        status=each.status,
        certainty=each.certainty,
        condition=qualifying.condition,
        exception=qualifying.exception,
        scope=qualifying.scope,
        since=qualifying.since,
        until=qualifying.until,
        duration=qualifying.duration,
        quotes=(words,),
        confidence=each.confidence,
        extractor=extractor,
    )
