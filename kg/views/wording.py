"""How the pages call things: kinds of actors, modes, stances. One table each, for scripts and templates."""

from dataclasses import dataclass
from typing import Final

from kg.domain import ActorKind, Mode, ParticipantRole, Polarity


@dataclass(frozen=True, slots=True)
class KindLook:
    """How an actor's kind is drawn (its colour is in ``page/style/tokens.css``) and called."""

    shape: str
    """A shape of vis-network."""
    label: str


KIND_LOOKS: Final[dict[ActorKind, KindLook]] = {
    ActorKind.PERSON: KindLook("dot", "person"),
    ActorKind.ORGANIZATION: KindLook("square", "organisation"),
    ActorKind.GOVERNMENT: KindLook("diamond", "government"),
    ActorKind.GROUP: KindLook("hexagon", "unnamed group"),
    ActorKind.ANONYMOUS: KindLook("triangle", "unnamed person"),
    ActorKind.DOCUMENT: KindLook("triangleDown", "document"),
    ActorKind.AUTHOR: KindLook("star", "author of the article"),
    ActorKind.UNKNOWN: KindLook("dot", "not named"),
}

EVENT_LOOK: Final = KindLook("box", "event")
"""How an event is drawn and called; its colour is ``kind-event``."""

MODES: Final[dict[Mode, str]] = {
    Mode.DIRECT: "quoted",
    Mode.INDIRECT: "paraphrased",
    Mode.MIXED: "partly quoted",
    Mode.NARRATION: "told by the article itself",
}

SAYINGS: Final[dict[Polarity, str]] = {
    Polarity.AFFIRMS: "said",
    Polarity.DENIES: "denied",
    Polarity.UNCOMMITTED: "raised, without taking a side",
}
"""What somebody does with words, as in "SOURCE reports that X said"."""

STANCES: Final[dict[Polarity, str]] = {
    Polarity.AFFIRMS: "affirms",
    Polarity.DENIES: "denies",
    Polarity.UNCOMMITTED: "leaves open",
}
"""What somebody does with a claim."""

ROLES: Final[dict[ParticipantRole, str]] = {
    ParticipantRole.AGENT: "does it",
    ParticipantRole.PATIENT: "it is done to",
    ParticipantRole.OTHER: "takes part",
}
