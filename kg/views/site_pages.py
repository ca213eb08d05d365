"""What each page of the folder of pages shows, as records; a page is nothing but its record drawn."""

import datetime
from dataclasses import dataclass

from kg.domain import ActorKind, ParticipantRole, Polarity
from kg.views.content_rows import RowClaim, RowEvent
from kg.views.rows import RowActor, RowArticle, StatementRow
from kg.views.segments import Piece


@dataclass(frozen=True, slots=True)
class Expressed:
    """A claim of a statement, with the stance that the speaker takes to it."""

    claim: RowClaim
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as all pages show it."""

    row: StatementRow
    expresses: tuple[Expressed, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with its statements marked in the text."""

    article: RowArticle
    pieces: tuple[Piece, ...]
    """Joined they are the article's text; their numbers are places in ``cards``."""
    cards: tuple[Card, ...]
    """In text order."""
    lanes: tuple[int, ...]
    """For each card the height at which its words are underlined, from 0."""
    told: tuple[Card, ...] = ()
    """What the article tells in its own voice; not marked."""
    copy_of: RowArticle | None = None
    """The earlier article whose words it repeats."""

    @property
    def speakers(self) -> tuple[RowActor, ...]:
        """Everybody who speaks and has a name or a description, in the order of appearance."""
        found = dict.fromkeys(speaker for card in self.cards for speaker in card.row.speakers)
        return tuple(speaker for speaker in found if speaker.kind is not ActorKind.UNKNOWN)

    @property
    def has_text(self) -> bool:
        """Whether the text is at hand."""
        return any(piece.text for piece in self.pieces)

    @property
    def lane_count(self) -> int:
        """How many lanes there are."""
        return max(self.lanes, default=-1) + 1

    @property
    def lane_sets(self) -> tuple[tuple[int, ...], ...]:
        """The sets of lanes that occur together in one piece, each sorted."""
        found = {self.lanes_of(piece) for piece in self.pieces if piece.marks}
        return tuple(sorted(found))

    def lanes_of(self, piece: Piece) -> tuple[int, ...]:
        """The lanes of a piece, sorted."""
        return tuple(sorted(self.lanes[number] for number in piece.marks))


@dataclass(frozen=True, slots=True)
class Part:
    """An event in which an actor takes part."""

    event: RowEvent
    role: ParticipantRole


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor: what it says, what is said about it, what it takes part in."""

    actor: RowActor
    says: tuple[Card, ...]
    spoken_of: tuple[Card, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement on a claim, and its stance."""

    card: Card
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim: who takes which stance to it, and what it reports, contradicts and entails."""

    claim: RowClaim
    voices: tuple[Voice, ...]
    events: tuple[RowEvent, ...] = ()
    contradicts: tuple[RowClaim, ...] = ()
    entails: tuple[RowClaim, ...] = ()
    """Claims that somebody denies and that are so if this one is."""
    entailed_by: tuple[RowClaim, ...] = ()
    """Claims that somebody affirms and that say all that this one says."""
    rivals: tuple[RowClaim, ...] = ()
    """Other answers to the same question."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event: what is known of it, and who tells of it."""

    event: RowEvent
    claims: tuple[RowClaim, ...]
    voices: tuple[Voice, ...]

    @property
    def told_on(self) -> tuple[datetime.date | None, ...]:
        """The days of the articles that tell of it."""
        return tuple(voice.card.row.article.date for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list that leads to a page."""

    kind: str
    """The folder of the page: ``articles``, ``actors``, ``claims``, ``events``."""
    id: str
    label: str
    note: str = ""
    """What stands beside it: a date, a kind."""
    count: int = 0
    """Of statements."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading."""

    heading: str
    kind: str
    entries: tuple[Entry, ...]
    left: int = 0
    """How many more there are on the page of this kind."""

    def first(self, count: int) -> "Section":
        """The first so many."""
        return Section(self.heading, self.kind, self.entries[:count], max(0, len(self.entries) - count))


@dataclass(frozen=True, slots=True)
class ListPage:
    """Lists of pages: the first page of the folder, or all pages of one kind."""

    title: str
    sections: tuple[Section, ...]
    statements: int
    is_first: bool = False


SitePage = ArticlePage | ActorPage | ClaimPage | EventPage | ListPage
