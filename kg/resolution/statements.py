"""Attributions put in order: spans without blanks, no speaker or cue inside the words said.

A relative clause about the speaker is the source's, not the content's.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.domain import Attribution, Reading, Span, words_of

_MOST_CUES = 2
_VISIBLE = re.compile(r"[^\s,;](?:.*\S)?", re.DOTALL)
_WORD = re.compile(r"[^\W_]")
_RELATIVE_CLAUSE = re.compile(r"(?:who|whom|whose)\b[^.!?;:\n]*")
_SILENCE = re.compile(
    r"^(?:\w+ ){0,3}(?:declin|refus)(?:ed|es|ing)(?: to)?(?: further| immediate)? comment\b"
    r"|^(?:\w+ ){0,2}(?:not|n['’]t)(?: immediately)? (?:comment|(?:respond|reply|return)\w*\b.{0,40}"
    r"\b(?:comment|calls?|requests?|messages?|e-?mails?|inquiries))\b",
    re.IGNORECASE,
)
"""Cue and content that say that nothing was said."""
_COMMA = re.compile(r",(?=\s)")


def tidy(reading: Reading, text: str) -> tuple[Attribution, ...]:
    """The attributions of a reading with clean spans; those left without words are dropped.

    Outer indices are renumbered; an outer attribution that does not hold all the words of the inner
    one is no carrier of it.
    """
    cleaned = [_cleaned(attribution, text) for attribution in reading.attributions]
    kept = [index for index, each in enumerate(cleaned) if each is not None]
    position = {index: place for place, index in enumerate(kept)}
    whole = [each for each in cleaned if each is not None]
    return tuple(
        replace(each, outer=_carrier(each, position, whole, place)) for place, each in enumerate(whole)
    )


def _carrier(
    inner: Attribution, position: dict[int, int], whole: Sequence[Attribution], place: int
) -> int | None:
    carrier = position.get(inner.outer) if inner.outer is not None else None
    if carrier is None or carrier >= place:
        return None
    held = all(any(span.contains(each) for span in whole[carrier].content) for each in inner.content)
    return carrier if held and whole[carrier].content != inner.content else None


def _cleaned(attribution: Attribution, text: str) -> Attribution | None:
    source = _with_relative_clause(_trimmed(attribution.source, text), attribution.content, text)
    cue = _trimmed(attribution.cue, text)[:_MOST_CUES]
    content = _trimmed(_without(attribution.content, (*source, *cue)), text)
    content = tuple(span for span in content if _WORD.search(span.of(text)))
    if not content or _SILENCE.search(words_of(sorted((*cue, *content)), text)):
        return None
    return replace(attribution, content=content, source=source, cue=cue)


def _with_relative_clause(source: tuple[Span, ...], content: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The source with the relative clause that a content begins with: "X, who was told by Y, it will rain".

    Where the clause ends only its commas tell: at the first before a small letter, for what begins with a
    capital may be a name in apposition, and if there is none at the last.
    """
    if not source or not content or text[source[-1].end : content[0].start].strip(" ,"):
        return source
    clause = _RELATIVE_CLAUSE.match(text, content[0].start, content[0].end)
    if clause is None:
        return source
    commas = [comma.start() for comma in _COMMA.finditer(clause[0])]
    ends = [comma for comma in commas if clause[0][comma + 1 :].lstrip()[:1].islower()] or commas[-1:]
    if not ends:
        return source
    return (*source[:-1], Span(source[-1].start, clause.start() + ends[0]))


def _trimmed(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    matches = ((span, _VISIBLE.search(span.of(text))) for span in spans)
    return tuple(
        sorted(Span(span.start + match.start(), span.start + match.end()) for span, match in matches if match)
    )


def _without(content: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    """The content with the words for the speaker and the cue cut out."""
    parts = list(content)
    for hole in holes:
        parts = [rest for part in parts for rest in _minus(part, hole)]
    return parts


def _minus(part: Span, hole: Span) -> list[Span]:
    if not part.overlaps(hole):
        return [part]
    borders = ((part.start, hole.start), (hole.end, part.end))
    return [Span(start, end) for start, end in borders if start < end]
