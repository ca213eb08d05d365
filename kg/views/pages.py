"""What the page of the network shows, as records; the page is nothing but these records drawn.

Actors, events, articles, claims and statements are numbered by their place in ``NetworkPage``; actors are
sorted by how much they say and are spoken of, events by how often they are told, so a small number is a
prominent actor or event.
"""

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from kg.domain import ActorKind, Certainty, Mode, ParticipantRole, Polarity
from kg.views.layout import Place
from kg.views.rows import RowActor

SHOWN_ACTORS = 150
"""Actors in the first drawing."""
SHOWN_EDGES = 5
"""Edges that leave each actor in the first drawing; selecting an actor shows all of its edges."""
FEW_ACTORS = 40
"""Up to so many actors the first drawing also shows those without an edge."""
DRAWABLE_ACTORS = 3000
"""Beyond these an actor is in the table and in the search, not in the drawing."""
SHOWN_EVENTS = 50
"""Events drawn at once, for whoever asks for events; selecting another one shows it, too."""
DRAWABLE_EVENTS = 500
"""Beyond these an event is in the search and beside its statements, not in the drawing."""
PILL = 2.2
"""The node of an event is so many times as wide as it is high."""
COMMUNITIES = 7
"""So many of the largest have a colour of their own."""
LEAST_COMMUNITY = 3
"""Smaller ones are none."""
LOW_PROBABILITY = 0.5
"""Below it a statement is drawn dashed."""

NOBODY = RowActor("speaker-not-named", "Speaker not named", ActorKind.UNKNOWN)
"""Stands for all speakers whom no article names: one node instead of one for each article."""

NOWHERE = Place(0, 0)
"""Of an actor that is not drawn."""


def short_lines(name: str) -> str:
    """A name in at most two short lines; never empty."""
    return "\n".join(textwrap.wrap(name, 20, max_lines=2, placeholder=" …")) or "(no name)"


@dataclass(frozen=True, slots=True)
class PageActor:
    """A node: an actor, how much it says and is spoken of, and where it stands.

    What articles tell in their own voice is not counted: it is hidden at first.
    """

    id: str
    name: str
    kind: ActorKind
    says: int
    spoken_of: int
    place: Place = NOWHERE
    community: int = -1
    """The largest is 0; -1 without one, or in a small one."""

    @property
    def weight(self) -> int:
        """How prominent the actor is."""
        return self.says + self.spoken_of

    @property
    def label(self) -> str:
        """The name as the drawing writes it."""
        return short_lines(self.name)


@dataclass(frozen=True, slots=True)
class PageEdge:
    """A stack of statements in which one actor speaks about another."""

    source: int
    target: int
    statements: tuple[int, ...]
    weight: int
    """How many of them somebody said; the others an article tells in its own voice."""
    rank: int
    """Place among the edges that leave its source, heaviest first, from 0."""

    @property
    def is_drawable(self) -> bool:
        """Whether both of its actors are."""
        return max(self.source, self.target) < DRAWABLE_ACTORS


@dataclass(frozen=True, slots=True)
class PageEvent:
    """A node, drawn on demand: what is told to happen, in words, and the statements that tell of it."""

    id: str
    name: str
    where: str
    when: str
    told: str
    """How its tellings put it, as ``kg.views.event_words.told_as`` says; empty if that is unknown."""
    statements: tuple[int, ...]
    weight: int
    """How many of them somebody said."""
    place: Place = NOWHERE

    @property
    def label(self) -> str:
        """What happens as the drawing writes it."""
        return short_lines(self.name)

    @property
    def radius(self) -> int:
        """Half of the height of its node."""
        return 7 if self.weight > 1 else 5


@dataclass(frozen=True, slots=True)
class PageEventEdge:
    """A line between an actor and an event: a part that it plays, or its statements that tell of it."""

    actor: int
    event: int
    role: ParticipantRole | None
    """None where the actor tells of the event."""
    statements: tuple[int, ...]
    """Those that the actor makes; of a part all that tell of the event."""


@dataclass(frozen=True, slots=True)
class PageArticle:
    """An article as a card names it; ``url`` is empty unless it is http or https."""

    id: str
    name: str
    title: str
    date: str
    url: str
    publisher: str


@dataclass(frozen=True, slots=True)
class PageStatement:
    """A card: who reports that who said what about whom, with the words in their context."""

    id: str
    speakers: tuple[int, ...]
    about: tuple[int, ...]
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    probability: float
    cue: str
    article: int
    passage: tuple[str, ...]
    """Context and words in turn, beginning and ending with context."""
    claims: tuple[int, ...] = ()
    """Those of its claims that other statements express, too."""

    @property
    def is_narration(self) -> bool:
        """Whether the article tells it in its own voice."""
        return self.mode is Mode.NARRATION


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Everything on the page."""

    title: str
    actors: tuple[PageActor, ...]
    edges: tuple[PageEdge, ...]
    """Between different actors; who speaks of himself is in the statements."""
    articles: tuple[PageArticle, ...]
    statements: tuple[PageStatement, ...]
    claims: tuple[str, ...] = ()
    """Identifiers of the claims that several statements express, sorted."""
    events: tuple[PageEvent, ...] = ()
    event_edges: tuple[PageEventEdge, ...] = ()
    """By event; first the parts, then who tells of it, the busiest first."""
    shown_actors: int = SHOWN_ACTORS
    """In the first drawing."""
    is_in_site: bool = False
    """Whether pages of the articles lie beside it."""

    @property
    def without_speaker(self) -> int:
        """Statements whose speaker no article names."""
        nobody = {number for number, actor in enumerate(self.actors) if actor.id == NOBODY.id}
        return sum(not nobody.isdisjoint(statement.speakers) for statement in self.statements)

    @property
    def drawable_actors(self) -> tuple[PageActor, ...]:
        """The most prominent actors; their numbers are those of ``actors``."""
        return self.actors[:DRAWABLE_ACTORS]

    @property
    def drawable_events(self) -> tuple[PageEvent, ...]:
        """The most told events; their numbers are those of ``events``."""
        return self.events[:DRAWABLE_EVENTS]

    def is_drawable(self, edge: PageEventEdge) -> bool:
        """Whether both of its ends are."""
        return edge.actor < DRAWABLE_ACTORS and edge.event < DRAWABLE_EVENTS


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes on the canvas, relative to the busiest actor; a small graph does not blow up small numbers."""

    most_said: int
    most_weight: int

    @classmethod
    def of(cls, actors: Sequence[PageActor]) -> "Scale":
        """The scale of these actors."""
        return cls(
            most_said=max([9, *(actor.says for actor in actors)]),
            most_weight=max([25, *(actor.weight for actor in actors)]),
        )

    def radius(self, actor: PageActor) -> int:
        """Size of a node: its area grows with what the actor says."""
        return round(6 + 20 * math.sqrt(actor.says / self.most_said))

    def font_size(self, actor: PageActor) -> int:
        """Size of a label in pixels of the screen, at every zoom."""
        return round(12 + 5 * math.sqrt(actor.weight / self.most_weight))
