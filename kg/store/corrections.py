"""What a person decided about what the program found: records, and which of them are in force.

Nothing is ever taken back by deleting it: an undo is a further correction, which can be undone too.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import CorrectionError
from kg.identity import digest
from kg.store.addresses import Kind


class Action(StrEnum):
    """What a correction does."""

    MERGE = "merge"
    SPLIT = "split"
    SET_APART = "set-apart"
    RENAME = "rename"
    REJECT = "reject"
    CONFIRM = "confirm"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of one person; things are named by kind and local identifier: ``actor/nato-wgup…``."""

    action: Action
    things: tuple[str, ...]
    """As ``FORMS`` says: of a merge first who is kept, then who is read as that one."""
    author: str
    time: datetime.datetime
    """Timezone-aware, whole milliseconds."""
    name: str = ""
    """The new name, of a renaming."""
    summary: str = ""
    """What was done, in the words of the day: readable when the things are gone."""
    words: str = ""
    """What the rejected statement says, to find it again if its identifier is gone."""
    source: str = ""
    """Identifier of the article of these words."""

    def __post_init__(self) -> None:
        if FORMS[self.action].several and self.things != tuple(sorted(set(self.things))):
            raise ValueError(f"things without an order are sorted, each once, got {self.things!r}")

    @property
    def id(self) -> str:
        """Hash of who decided what when; the words for people do not count."""
        return digest("correction", _written(self.time), self.author, self.action, *self.things, self.name)

    @property
    def changes_who_is_who(self) -> bool:
        """Whether others may speak and take part because of it; taking back counts as if it did."""
        return self.action in _OF_IDENTITY or (
            self.action is Action.REJECT and self.things[0].partition("/")[0] in _ACTORS
        )

    @property
    def order(self) -> tuple[datetime.datetime, str]:
        """Corrections are sorted by this, the oldest first."""
        return (self.time, self.id)


def _written(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Form:
    """What the corrections of one action speak of."""

    roles: Mapping[str, tuple[Kind, ...]]
    """The name of each thing, and what it can be; a single one is that of all if there may be several."""
    several: bool = False
    """Whether there are two or more things, in no order."""


_OF_IDENTITY = (Action.MERGE, Action.SPLIT, Action.SET_APART, Action.UNDO)
_ACTORS = (Kind.ACTOR, Kind.SOURCE)
_FOUND = (Kind.STATEMENT, Kind.CLAIM, Kind.EVENT, Kind.SPAN, Kind.ARTICLE, *_ACTORS)

FORMS: Mapping[Action, Form] = {
    Action.MERGE: Form({"kept": _ACTORS, "other": _ACTORS}),
    Action.SPLIT: Form({"actors": _ACTORS}, several=True),
    Action.SET_APART: Form({"actor": (Kind.ACTOR,), "article": (Kind.ARTICLE,)}),
    Action.RENAME: Form({"actor": _ACTORS}),
    Action.REJECT: Form({"thing": _FOUND}),
    Action.CONFIRM: Form({"thing": _FOUND}),
    Action.UNDO: Form({"correction": (Kind.CORRECTION,)}),
}
"""For each action what its corrections speak of."""


def ordered(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The oldest first; each once."""
    return tuple(sorted({each.id: each for each in corrections}.values(), key=lambda each: each.order))


def withdrawals(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """For each correction that is not in force, by identifier, the undo that took it back.

    An undo comes later than what it takes back; so the newest correction is always in force, and going back
    from it tells of every other whether it is.
    """
    undone: dict[str, Correction] = {}
    for each in reversed(ordered(corrections)):
        if each.action is Action.UNDO and each.id not in undone:
            undone.setdefault(local(each.things[0]), each)
    return undone


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those that nobody took back, the oldest first."""
    every = ordered(corrections)
    undone = withdrawals(every)
    return tuple(each for each in every if each.id not in undone)


def additions(known: Collection[Correction], given: Collection[Correction]) -> tuple[Correction, ...]:
    """Those of the given corrections that are not known yet, the oldest first.

    Raises ``CorrectionError`` if one of them takes back what is neither known nor given, or is not older.
    """
    before = {each.id for each in known}
    every = {each.id: each for each in (*known, *given)}
    new = tuple(each for each in ordered(given) if each.id not in before)
    for each in new:
        if each.action is Action.UNDO:
            undone = every.get(local(each.things[0]))
            if undone is None or undone.order >= each.order:
                missing = local(each.things[0])
                raise CorrectionError(
                    f"the correction {each.id} takes back {missing}, which is not there before it",
                    hint="Import what it takes back with it, or leave it out.",
                )
    return new


def thing(kind: Kind, identifier: str) -> str:
    """How a correction names something: ``statement/qigl…``."""
    return f"{kind}/{identifier}"


def local(named: str) -> str:
    """The identifier in what a correction names."""
    return named.partition("/")[2]
