"""The turns of a conversation that an article prints, each with a label: “COLE: I never said so”.

Labels are in capitals, as transcripts of broadcasts have them; “Q:” and “A:” name nobody, so the answers are
left to what the network finds in them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.domain import Attribution, Mode, Span

_LINE = re.compile(r"\S[^\n]*")
_OPENING = re.compile(r"[^\w(\[]{0,3}")
_TURN = re.compile(r"(?P<name>[^\W\d_][^\n:a-zß-öø-ÿ]{1,40}[^\W\d_.]\.?)(?P<cue>:)\s+(?=\S)")
_FEWEST = 2
"""Labels that come back, and how often each does."""
_LEAST_LETTERS = 10
"""In a turn: results and lists have labels, too."""
_ASIDE = re.compile(r"[\"“]?[(\[]")
"""Begins what nobody says: ``(CROSSTALK)``."""
_CLOSING = '"”'
_WORDS = re.compile(r"\w+")
_PROBABILITY = 0.8


def turns(text: str) -> Iterator[Attribution]:
    """The turns of a transcript, each with the paragraphs in which it goes on; none in other articles.

    A turn of nothing but asides is none. What follows the last turn may be the article's own voice again,
    so that one has a single paragraph.
    """
    lines = list(_LINE.finditer(text))
    labels = {place: label for place, line in enumerate(lines) if (label := _label(line, text))}
    if _is_conversation([label["name"] for label in labels.values()], text):
        places = pairwise([*labels, max(labels) + 1])
        found = (_turn(labels[begin], lines[begin:end], text) for begin, end in places)
        yield from (turn for turn in found if turn.content)


def _label(line: re.Match[str], text: str) -> re.Match[str] | None:
    opening = _OPENING.match(text, line.start())
    label = _TURN.match(text, opening.end() if opening else line.start(), line.end())
    said = text[label.end() : line.end()] if label else ""
    return label if sum(map(str.isalpha, said)) >= _LEAST_LETTERS else None


def _is_conversation(labels: Sequence[str], text: str) -> bool:
    """Whether labels come back, and one of them is a name that stands elsewhere in small letters."""
    counts = Counter(labels)
    again = [label for label in counts if counts[label] >= _FEWEST]
    if len(again) < _FEWEST:
        return False
    words = set(_WORDS.findall(text))
    return any(label.split()[-1].capitalize() in words for label in again)


def _turn(label: re.Match[str], lines: Sequence[re.Match[str]], text: str) -> Attribution:
    said = (Span(label.end(), lines[0].end()), *(Span(*line.span()) for line in lines[1:]))
    return Attribution(
        content=tuple(_bare(span, text) for span in said if not _ASIDE.match(text, span.start)),
        source=(Span(*label.span("name")),),
        cue=(Span(*label.span("cue")),),
        mode=Mode.DIRECT,
        probability=_PROBABILITY,
    )


def _bare(span: Span, text: str) -> Span:
    """A paragraph without blanks at its end and the quotation mark that has no partner in it."""
    words = span.of(text).rstrip()
    opens = words[0] in '"“' and not any(mark in words[1:] for mark in _CLOSING)
    return Span(span.start + opens, span.start + len(words))
