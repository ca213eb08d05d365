"""The records that travel between the stages: frozen, comparable, free of any library.

Data flow: ``Article → Reading → ResolvedArticle → Graph``. All offsets are half-open and count
Unicode code points of ``Article.text``. All probabilities are in 0–1.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter


class Mode(StrEnum):
    """How the words of a statement are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class Polarity(StrEnum):
    """The stance of the speaker towards the claim."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    UNCOMMITTED = "uncommitted"


class Certainty(StrEnum):
    """How the speaker hedges, in the words of the article (not how sure the program is)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"


class ResolutionMethod(StrEnum):
    """How it was decided which actor some words name."""

    NAME = "name"
    ALIAS = "alias"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    CONTEXT = "context"
    HUMAN = "human"


class ActorKind(StrEnum):
    """What an actor is; the last four are unnamed and belong to one article."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    AUTHOR = "author"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"

    @property
    def is_named(self) -> bool:
        """Whether actors of this kind have a name that other articles may share."""
        return self in _NAMED_KINDS


_NAMED_KINDS = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT})


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


class MentionKind(StrEnum):
    """What a mention speaks of (the types of entities of GUM)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    TIME = "time"
    OBJECT = "object"
    ABSTRACT = "abstract"
    ANIMAL = "animal"
    PLANT = "plant"
    SUBSTANCE = "substance"


class MentionForm(StrEnum):
    """How a mention speaks: by a name, by a description, by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe somebody or something, as the reader sees them."""

    span: Span
    head: Span
    """The word that governs the others."""
    kind: MentionKind
    form: MentionForm
    chain: int
    """Mentions of the same thing have the same number, in one article."""
    probability: float
    """That these words are a mention of this kind; not calibrated."""


class EntityKind(StrEnum):
    """What a name names (worldwide-ner)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    LOCATION = "location"
    NORP = "norp"
    """A nation, a religion, a party, or its adjective: "French", "Republicans"."""
    FACILITY = "facility"
    PRODUCT = "product"
    MISC = "misc"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name as it stands in the text, none inside another."""

    span: Span
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that report what somebody said, wrote, thinks or wants (PolNeAR's definition)."""

    content: tuple[Span, ...]
    """What is reported; several spans where the attribution interrupts it. Never empty, sorted."""
    source: tuple[Span, ...] = ()
    """Whose it is; empty if the article does not say ("reportedly")."""
    cue: tuple[Span, ...] = ()
    """What says so ("said", "according to"); empty for a quotation that goes on."""
    mode: Mode = Mode.INDIRECT
    """Direct, indirect or mixed; never narration."""
    probability: float = 1.0
    """That this attribution is right as a whole, calibrated."""
    outer: int | None = None
    """Index in ``Reading.attributions`` of the attribution whose content holds this one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader sees in one article."""

    article_id: str
    reader_version: str
    """Names the weights and the decoding; a change of it means reading again."""
    attributions: tuple[Attribution, ...]
    """In the order of their first content character; an outer one before its inner ones."""
    mentions: tuple[Mention, ...] = ()
    """In the order of their head words."""
    entities: tuple[NamedEntity, ...] = ()
    """In text order."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever speaks or is spoken of, as one article shows them."""

    id: str
    """``kg.identity.actor_id`` if named, ``unnamed_source_id`` if not."""
    kind: ActorKind
    name: str
    """Fullest form, without titles; for the unnamed their description."""
    aliases: tuple[str, ...] = ()
    """Other names used, with and without title, sorted; never pronouns or descriptions."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One actor in one article: what may tell whether it is the one of another article."""

    article: str
    """Identifier of the article."""
    actor: Actor
    words: frozenset[str] = frozenset()
    """Pronouns and descriptions that the article uses for it, as written."""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor that a person knows, from a gazetteer; its identity wins over what is found."""

    id: str
    """``kg.identity.actor_id``; of namesakes in one gazetteer with the Wikidata item as qualifier."""
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    """Sorted."""
    wikidata: str | None = None
    """IRI of the Wikidata entity: ``http://www.wikidata.org/entity/Q42``."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words of the article that were resolved to an actor."""

    span: Span
    actor_id: str
    method: ResolutionMethod
    probability: float
    role: str = ""
    """What these words or those beside them say the actor is: "Water Board spokesman"; empty if nothing."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution of one article, with its speaker resolved: one cue, one stance."""

    id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    speakers: tuple[str, ...]
    """Identifiers of one to four actors."""
    probability: float
    """That the attribution is right (the extractor's confidence)."""
    claim_id: str | None
    """What it expresses; None if it only relays an inner statement."""
    embedded_in: str | None = None
    """Identifier of the statement that relays this one."""
    informed_by: tuple[str, ...] = ()
    """Actors from whom the speaker has it."""
    said_on: datetime.date | None = None
    """Day of saying, if the article gives it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition, without speaker and polarity, that several statements may share."""

    id: str
    label: str
    """The wording in the article, one line."""
    about: tuple[str, ...] = ()
    """Identifiers of the actors it speaks of, in text order."""
    events: tuple[str, ...] = ()
    """Identifiers of the events it asserts."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened or to be about to happen."""

    id: str
    label: str
    participants: tuple[str, ...] = ()
    earliest: datetime.date | None = None
    latest: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ResolvedArticle:
    """Everything the graph knows from one article; closed: every identifier used is in it."""

    article: Article
    reader_version: str
    actors: tuple[Actor, ...]
    mentions: tuple[ActorMention, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Two actors are the same: ``merged`` is to be read as ``target``, with the evidence for it."""

    merged: str
    target: str
    probability: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """Two actors that may be the same, with what speaks for it; not enough to read them as one."""

    one: str
    other: str
    probability: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Links:
    """Which actors of all articles are the same, and which may be."""

    merges: tuple[Merge, ...] = ()
    """Every actor at most once; no target is merged itself."""
    suspects: tuple[Suspect, ...] = ()
    """Likeliest first."""
    known: tuple[KnownActor, ...] = ()
    """Those of the gazetteer that some article speaks of, by identifier."""


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What one build did; ``read + unchanged + replaced + len(failed)`` is the number of articles seen."""

    read: int = 0
    """New articles."""
    unchanged: int = 0
    """Same text, metadata and reader as before: skipped."""
    replaced: int = 0
    """Known articles whose text, metadata or reader changed."""
    nothing_found: int = 0
    """Of those read or replaced, how many have no statement."""
    failed: Mapping[str, str] = field(default_factory=dict)
    """Path to reason."""
    foreign: Mapping[str, str] = field(default_factory=dict)
    """Path to language of those read or replaced that are not in English; ``another language`` too."""
    passed_over: Mapping[str, int] = field(default_factory=dict)
    """Ending to number of the files below the given folders that are not read; they are not in ``total``."""

    @property
    def total(self) -> int:
        """Articles seen."""
        return self.read + self.unchanged + self.replaced + len(self.failed)
