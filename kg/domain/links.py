"""What holds between the articles: which actors, claims and events are the same."""

import datetime
from dataclasses import dataclass

from kg.domain.statements import Actor, ActorKind, Claim, Event, Polarity


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
class Merge:
    """Two things are the same: ``merged`` is to be read as ``target``, with the evidence for it."""

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
class Assertion:
    """A claim as one statement of one article puts it: what may tell whether two claims are one."""

    article: str
    """Identifier of the article."""
    statement: str
    """Identifier of the statement."""
    speakers: tuple[str, ...]
    """Identifiers of the actors as whom the speakers are read, sorted."""
    polarity: Polarity
    claim: Claim
    """Its ``about`` as those actors are read."""
    day: datetime.date | None = None
    """Of saying, else of publication."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one article tells it: what may tell whether two events are one."""

    article: str
    event: Event
    """Its participants as those actors are read."""
    day: datetime.date | None = None
    """Of publication."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The words of one article: what may tell whether it repeats another."""

    id: str
    text: str
    day: datetime.date | None = None
    """Of publication."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be so, otherwise than by their numbers."""

    one: str
    other: str
    probability: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Entailment:
    """A claim that says all that another says: who affirms the premise cannot deny the hypothesis."""

    premise: str
    hypothesis: str
    probability: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that repeats the words of another: a wire story, a reprint, an edited version."""

    copy: str
    """Identifier of the later article."""
    original: str
    containment: float
    """Share of the shorter one's shingles that the other has, 0–1."""


@dataclass(frozen=True, slots=True)
class ContentLinks:
    """Which claims, events and issues of all articles are the same, and what stands against what."""

    claims: tuple[Merge, ...] = ()
    """Every claim at most once; no target is merged itself. The same holds for events and issues."""
    events: tuple[Merge, ...] = ()
    issues: tuple[Merge, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    """Each pair once, ``one`` before ``other``."""
    entailments: tuple[Entailment, ...] = ()
    """Of claims that somebody affirms by claims that somebody denies; each pair once."""
    copies: tuple[Copy, ...] = ()
    """Every article at most once as a copy."""
