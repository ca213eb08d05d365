"""Articles and runs of characters in them."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of this span in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of several spans of ``text``, joined by one blank."""
    return " ".join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From offsets in ``Article.text`` back to offsets in the decoded file.

    ``breaks`` holds ``(offset in text, offset in file)`` where the difference between the two
    changes, sorted; between two breaks both run in step.
    """

    breaks: tuple[tuple[int, int], ...] = ((0, 0),)

    def original(self, offset: int) -> int:
        """The offset in the decoded file of ``offset`` in the article's text."""
        place = bisect_right(self.breaks, offset, key=itemgetter(0)) - 1
        text_offset, file_offset = self.breaks[place] if place >= 0 else (0, 0)
        return file_offset + offset - text_offset

    def original_span(self, span: Span) -> Span:
        """The span in the decoded file of a span of the article's text."""
        return Span(self.original(span.start), self.original(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it is read: frozen once, never changed afterwards."""

    id: str
    """Local identifier (``kg.identity.article_id``)."""
    name: str
    """Name for people: the file name without its ending, or the ``id`` of a JSON Lines record."""
    path: str
    """Where it came from, as the user gave it; ``-`` for standard input; ``FILE:3`` for a record."""
    text: str
    """BOM off, line ends ``\\n``, NFC, nothing else."""
    text_sha256: str
    """SHA-256 of the text's UTF-8 bytes, hexadecimal."""
    title: str
    """From the metadata, else the first line, cut to a headline's length."""
    date: datetime.date | None = None
    """Day of publication, if known."""
    date_origin: str | None = None
    """Where the date was found: ``sidecar``, ``record``, ``front matter``, ``html``; None without a date."""
    url: str | None = None
    """Canonical URL (http or https), if known."""
    publisher: str | None = None
    """Name of the outlet, if known."""
    author: str | None = None
    """By-line, if known."""
    language: str | None = None
    """BCP 47 tag, if known."""
    unread: tuple[Span, ...] = ()
    """Parts that belong to the page and not to the article (navigation); never read."""
    offsets: OffsetMap = field(default=OffsetMap(), compare=False)
    """Back to the characters of the file."""
