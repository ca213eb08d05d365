"""One row per statement: what every view is made from.

A row holds everything a person needs to judge a statement: who said what about whom, the exact
words with a little of the article around them, and where they stand. All views are pure functions
over ``Sequence[StatementRow]``, so none of them knows the database.
"""

import datetime
from dataclasses import dataclass
from itertools import chain, pairwise

from kg.domain import ActorKind, Certainty, Mode, Polarity, Span

CONTEXT_LENGTH = 120
"""Code points of the article that are kept on each side of the words of a statement."""

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, order=True)
class RowActor:
    """An actor as a row names it."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class RowArticle:
    """The article in which the statement stands."""

    id: str
    name: str
    """Name for people: the file name without its ending."""
    title: str
    text_sha256: str
    date: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class ContentPart:
    """One run of the statement's words; ``start`` and ``end`` count code points of the article's text."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Context:
    """The article around the words of a statement; empty strings where its text is not at hand."""

    before: str = ""
    """Up to ``CONTEXT_LENGTH`` code points before the first part."""
    gaps: tuple[str, ...] = ()
    """What stands between two parts, shortened in the middle; one fewer than there are parts."""
    after: str = ""
    """Up to ``CONTEXT_LENGTH`` code points after the last part."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement with its speaker, its words and its place."""

    id: str
    speakers: tuple[RowActor, ...]
    """One to four actors, sorted by name."""
    about: tuple[RowActor, ...]
    """Actors that the claim speaks of, sorted by name; may be empty."""
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    probability: float
    """That the attribution is right, in 0–1."""
    cue: str
    """The words that say it is an attribution ("said"); empty without any."""
    source: str
    """The words that name the speaker; empty without any."""
    content: tuple[ContentPart, ...]
    """What was said, in text order; never empty."""
    article: RowArticle
    claims: tuple[str, ...] = ()
    """Identifiers of what it expresses, sorted; none if it only relays another statement."""
    context: Context = Context()
    source_spans: tuple[Span, ...] = ()
    """Where the words that name the speaker stand, in text order."""
    cue_spans: tuple[Span, ...] = ()
    """Where the words that say it is an attribution stand, in text order."""

    @property
    def words(self) -> str:
        """What was said, as one line."""
        return f" {ELLIPSIS} ".join(" ".join(part.exact.split()) for part in self.content)

    @property
    def passage(self) -> tuple[str, ...]:
        """The words inside their context: context and words in turn, beginning and ending with context."""
        gaps = self.context.gaps or (f" {ELLIPSIS} ",) * (len(self.content) - 1)
        words = (part.exact for part in self.content)
        return (
            self.context.before,
            *chain.from_iterable(zip(words, (*gaps, self.context.after), strict=True)),
        )


def context_of(content: tuple[Span, ...], text: str) -> Context:
    """What stands before, between and after the spans of ``content`` (sorted) in ``text``.

    >>> context_of((Span(0, 3), Span(14, 18)), "Yes, he said, soon.")
    Context(before='', gaps=(', he said, ',), after='.')
    """
    before = text[max(0, content[0].start - CONTEXT_LENGTH) : content[0].start]
    after = text[content[-1].end : content[-1].end + CONTEXT_LENGTH]
    if content[0].start > CONTEXT_LENGTH:
        before = ELLIPSIS + _without_first_half_word(before)
    if content[-1].end + CONTEXT_LENGTH < len(text):
        after = _without_last_half_word(after) + ELLIPSIS
    gaps = (_shortened(text[one.end : other.start]) for one, other in pairwise(content))
    return Context(before, tuple(gaps), after)


def _without_first_half_word(text: str) -> str:
    head, blank, rest = text.partition(" ")
    return rest if blank and head else text


def _without_last_half_word(text: str) -> str:
    rest, blank, tail = text.rpartition(" ")
    return rest if blank and tail else text


def _shortened(text: str) -> str:
    if len(text) <= 2 * CONTEXT_LENGTH:
        return text
    return f"{text[:CONTEXT_LENGTH]} {ELLIPSIS} {text[-CONTEXT_LENGTH:]}"
