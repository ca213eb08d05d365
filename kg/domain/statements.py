"""What one article says: actors, statements, claims, events, closed and consistent."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.domain.reading import Mode
from kg.domain.text import Article, Span


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


class CueClass(StrEnum):
    """What kind of act the cue names."""

    SAY = "say"
    CLAIM = "claim"
    CONFIRM = "confirm"
    DENY = "deny"
    DOUBT = "doubt"
    WARN = "warn"
    ASK = "ask"
    PROMISE = "promise"
    ORDER = "order"
    WANT = "want"
    BELIEVE = "believe"
    EXPECT = "expect"
    REPORT = "report"
    CRITICIZE = "criticize"
    PRAISE = "praise"


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
class ActorMention:
    """Words of the article that were resolved to an actor."""

    span: Span
    actor_id: str
    method: ResolutionMethod
    probability: float
    role: str = ""
    """What these words or those beside them say the actor is: "Water Board spokesman"; empty if nothing."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One of the claims that a statement expresses, and how the speaker stands to it."""

    claim_id: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution of one article, with its speaker resolved: one cue, one stance."""

    id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    mode: Mode
    polarity: Polarity
    """What the cue says of the speaker's stance towards the content as a whole."""
    certainty: Certainty
    speakers: tuple[str, ...]
    """Identifiers of one to four actors."""
    probability: float
    """That the attribution is right (the extractor's confidence)."""
    stances: tuple[Stance, ...]
    """The claims it expresses, by identifier; empty if it asks or only relays an inner statement."""
    embedded_in: str | None = None
    """Identifier of the statement that relays this one."""
    informed_by: tuple[str, ...] = ()
    """Actors from whom the speaker has it."""
    said_on: datetime.date | None = None
    """Day of saying, if the article gives it."""
    cue_class: CueClass | None = None
    """None without a cue, or with one that no table knows."""
    replies_to: str | None = None
    """Identifier of the statement of this article that it denies or answers, if the words say so."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as the words bound it: "at least 12,000 soldiers"."""

    least: Decimal | None
    """None if the words give no lower bound."""
    most: Decimal | None
    unit: str
    """Lemma of what is counted ("soldier"), ISO 4217 code, ``%`` or unit of measure; empty if none."""
    approximate: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Period:
    """Days between which something lies; None where that is not known."""

    earliest: datetime.date | None
    latest: datetime.date | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition, without speaker and polarity, that several statements may share."""

    id: str
    label: str
    """The wording in the article, one line, without its negation."""
    about: tuple[str, ...] = ()
    """Identifiers of the actors it speaks of, in text order."""
    events: tuple[str, ...] = ()
    """Identifiers of the events it asserts."""
    predicate: str = ""
    """Lemma of its main predicate; empty if none was seen."""
    quantity: Quantity | None = None
    """The number it gives."""
    issue: str | None = None
    """Identifier of the issue to which it is an answer."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A question to which several claims may be rival answers."""

    id: str
    """``kg.identity.issue_id``."""
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens."""

    id: str
    """``kg.identity.place_id``."""
    name: str


class ParticipantRole(StrEnum):
    """What part an actor plays in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in an event."""

    actor_id: str
    role: ParticipantRole


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened or to be about to happen."""

    id: str
    """``kg.identity.event_id``."""
    label: str
    lemma: str = ""
    """Of the verb, or of the verb behind the noun ("visit")."""
    participants: tuple[Participant, ...] = ()
    """By actor, each once."""
    place: Place | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    factuality: float | None = None
    """From -3 to 3, as the surest of its tellings in this article puts it; None if unknown."""


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
    issues: tuple[Issue, ...] = ()
