"""Proper names that the ontology does not list: those the parser marks, mended, and runs of capitals it passes over.

What a name names is decided by its ending ("… Police Department"), then by the words beside it ("the startup X",
"X, a nonprofit"), and only then by the parser's label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.model import PUBLIC_BODIES, Kind
from kg.ontology.frames import Signals

_LABELS = {"PERSON": Kind.PERSON, "ORG": Kind.COMPANY, "GPE": Kind.PLACE}
_NO_NAMES = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE", "NORP", "LAW", "EVENT"}
)
_OFFICE_OF = re.compile(
    r"\b(University|Department|Ministry|Office|Bureau|Court|Council|Board|Commission|Committee) of "
)
_ARTICLE_OR_POSSESSIVE = re.compile(r"^(the|a|an)\s+|['’]s?$", re.IGNORECASE)
_CONNECTING = frozenset({"and", "of", "for", "&", "on", "the"})
_SPOKEN_OF_IN_SMALL_LETTERS = frozenset({Kind.LAW_ENFORCEMENT, Kind.LEGISLATURE, Kind.GOVERNMENT})


@dataclass(frozen=True)
class ProperName:
    """Tokens `start` to `end` are a name of somebody of some kind."""

    start: int
    end: int
    name: str
    kind: Kind


def find(doc: Doc, signals: Signals) -> Iterator[ProperName]:
    """The proper names of a document: first those that the parser marks, then other runs of capitalised nouns."""
    marked = [_mended(span) for span in doc.ents if span.label_ in _LABELS]
    covered = {token.i for span in doc.ents for token in span} | {token.i for span in marked for token in span}
    for span in (*marked, *_runs(doc, covered)):
        name = written(span)
        if name and name not in signals.not_actors and not _is_common(span, signals) and not _is_dateline(span):
            yield ProperName(span.start, span.end, name, kind(span, name, signals))


def written(span: Span) -> str:
    """The name that a span writes, without article and possessive; empty where it is none."""
    name = _ARTICLE_OR_POSSESSIVE.sub("", span.text).strip(" \"'“”‘’.,")
    return name if name[:1].isupper() and len(name) > 1 else ""


def kind(span: Span, name: str, signals: Signals) -> Kind:
    """What a name names, by its ending, the words beside it, or the parser's label."""
    by_label = _LABELS.get(span.label_, Kind.COMPANY)
    return ending_kind(name, signals) or _kind_beside(span, signals) or by_label


def ending_kind(name: str, signals: Signals) -> Kind | None:
    """The kind that the ending of a name gives away ("… Police Department"), the longest ending first."""
    fitting = [
        (len(ending), kind)
        for kind, endings in signals.name_endings.items()
        for ending in endings
        if name == ending or name.endswith(f" {ending}")
    ]
    if not fitting and (match := _OFFICE_OF.search(name)):
        return ending_kind(match.group(1), signals)
    return max(fitting, default=(0, None), key=lambda pair: pair[0])[1]


def local_body(doc: Doc, start: int, end: int, signals: Signals) -> ProperName | None:
    """The public body that a place (tokens `start` to `end`) and the words after it name: "Oakland police"."""
    after = end + (end < len(doc) and doc[end].tag_ == "POS")
    rest = [token.text for token in doc[after : after + 4]]
    for length in range(len(rest), 0, -1):
        found = _ending(" ".join(rest[:length]).replace(" 's", "'s").replace(" ’s", "'s"), signals)
        if found and doc[after + length - 1].dep_ not in ("compound", "amod", "nmod"):
            ending, kind = found
            start = _widened(doc, start)
            return ProperName(start, after + length, f"{doc[start:end].text} {ending}", kind)
    return None


def _ending(words: str, signals: Signals) -> tuple[str, Kind] | None:
    """The listed ending that words are, and its kind; in small letters only where people write it so."""
    for kind, endings in signals.name_endings.items():
        if kind in PUBLIC_BODIES:
            for ending in endings:
                small = kind in _SPOKEN_OF_IN_SMALL_LETTERS and words.lower() == ending.lower()
                if words == ending or small:
                    return ending, kind
    return None


def _widened(doc: Doc, start: int) -> int:
    """Where a place begins with the capitalised words that belong to it: "South" of "South Wales"."""
    while start > 0 and doc[start - 1].tag_ == "NNP" and doc[start - 1].dep_ == "compound":
        start -= 1
    return start


def _mended(span: Span) -> Span:
    """A marked name with what the parser cut off: "Center for Missing" goes on "and Exploited Children"."""
    doc, end = span.doc, span.end
    linked = any(token.lower_ in ("for", "of", "on") for token in span)
    while end < len(doc) and span.label_ != "PERSON" and not doc[end].is_sent_start:
        if _continues(doc[end]):
            end += 1
        elif linked and doc[end].lower_ in _CONNECTING and end + 1 < len(doc) and _continues(doc[end + 1]):
            end += 2
        else:
            break
    return Span(doc, span.start, end, label=span.label_)


def _continues(token: Token) -> bool:
    """Whether a capitalised word that is in no marked name can go on with the one before it."""
    return token.ent_type_ == "" and token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ") and token.is_alpha


def _runs(doc: Doc, covered: set[int]) -> Iterator[Span]:
    """Capitalised nouns in a row that no marked name covers; not in headlines, where every word has a capital."""
    for sentence in doc.sents:
        if _is_headline(sentence):
            continue
        start: int | None = None
        for i in range(sentence.start, sentence.end + 1):
            inside = i < sentence.end and i not in covered and _is_name_part(doc[i])
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                yield Span(doc, start, i)
                start = None


def _is_name_part(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and len(token.text) > 1
        and token.ent_type_ not in _NO_NAMES
        and any(map(str.isalpha, token.text))
    )


def _is_headline(sentence: Span) -> bool:
    words = [token for token in sentence if token.is_alpha and len(token.text) > 3]
    return len(words) > 3 and sum(token.text[0].isupper() for token in words) > 0.7 * len(words)


def _is_common(span: Span, signals: Signals) -> bool:
    """Whether a single capitalised word is a noun like any other ("Startup uses …"), and no name."""
    word = span.root.lemma_.lower()
    return len(span) == 1 and (word in signals.anaphora or word in signals.roles_of_people or word in signals.things)


def _is_dateline(span: Span) -> bool:
    """Whether a name in capitals only tells where a report was written: "LONDON (AP) —"."""
    return span.start == 0 and span.text.isupper() and any(t.text in ("—", "–", "(", "-", "--") for t in span.doc[:8])


def _kind_beside(span: Span, signals: Signals) -> Kind | None:
    """The kind that a noun beside a name says: "the startup X", "X, a nonprofit", "X is a company"."""
    for noun in _nouns_beside(span):
        if kinds := signals.anaphora.get(noun.lemma_.lower()):
            return kinds[0]
    return None


def _nouns_beside(span: Span) -> Iterator[Token]:
    root = span.root
    if span.start > 0 and span.doc[span.start - 1].pos_ == "NOUN":
        yield span.doc[span.start - 1]
    yield from (child for child in root.children if child.dep_ == "appos")
    if root.dep_ == "appos":
        yield root.head
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        yield from (child for child in root.head.children if child.dep_ == "attr")
