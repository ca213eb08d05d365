"""Every correction with what became of it: in force, taken back, overruled, or waiting for its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode, Store

from kg.identity import key
from kg.store.addresses import Addresses, Kind
from kg.store.correction_triples import named_node
from kg.store.corrections import Action, Correction, withdrawals
from kg.store.directory import short_form
from kg.store.namesakes import namesake
from kg.store.statement_words import statements_of
from kg.store.survey import Survey
from kg.store.vocabulary import RDF

_ACTORS = (Kind.ACTOR, Kind.SOURCE)

LEAST_LIKENESS = 0.5
"""Share of common words from which another statement may be the one that was rejected."""


class Status(StrEnum):
    """What became of a correction."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    OVERRULED = "overruled"
    """It cannot hold beside a newer one."""
    TARGET_GONE = "target gone"
    """What it corrects is in no article now; it waits until it is back."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log."""

    correction: Correction
    status: Status
    note: str = ""
    """Which correction undid it, what is gone, and where its words may be now."""


def correction_log(store: Store, addresses: Addresses) -> tuple[LogEntry, ...]:
    """All corrections of a stored dataset, or of the one in a snapshot, the oldest first."""
    if not any(store.quads_for_pattern(None, None, None, addresses.corrections_graph)):
        return ()  # most graphs: nothing has to be surveyed
    survey = Survey.of_store(store, addresses)
    judge = _Judge(store, survey)
    return tuple(judge.entry(each) for each in survey.corrections)


def counts_of(log: Sequence[LogEntry]) -> dict[str, int]:
    """How many corrections there are, and how many wait for their target."""
    gone = sum(entry.status is Status.TARGET_GONE for entry in log)
    return {"corrections": len(log), "target_gone": gone}


class _Judge:
    """Says of each correction what became of it."""

    def __init__(self, store: Store, survey: Survey) -> None:
        self._store = store
        self._survey = survey
        self._addresses = survey.addresses
        self._undone = withdrawals(survey.corrections)
        self._naming = survey.naming()

    def entry(self, correction: Correction) -> LogEntry:
        if (undo := self._undone.get(correction.id)) is not None:
            return LogEntry(correction, Status.UNDONE, f"by {undo.id}")
        if self._is_overruled(correction):
            return LogEntry(correction, Status.OVERRULED, "by a newer one")
        if gone := self._missing(correction):
            note = "; ".join(self._whereabouts(correction, each) for each in gone)
            return LogEntry(correction, Status.TARGET_GONE, note)
        return LogEntry(correction, Status.IN_FORCE)

    def _missing(self, correction: Correction) -> list[str]:
        """What a correction speaks of and no article has."""
        gone = [each for each in correction.things if not self._is_there(each)]
        if correction.action is Action.SET_APART and not self._is_there(namesake(*correction.things)):
            return gone or [correction.things[0]]  # the article is there, and speaks of somebody else now
        return gone if correction.action is not Action.SET_APART else []

    def _is_overruled(self, correction: Correction) -> bool:
        if correction.action is Action.RENAME and self._is_there(correction.things[0]):
            return correction.id not in self._naming
        return correction.id in self._survey.identities.overruled

    def _is_there(self, thing: str) -> bool:
        node, own = named_node(thing, self._addresses), self._addresses.corrections_graph
        if thing.partition("/")[0] in _ACTORS:
            return self._survey.is_there(node)
        is_correction = thing.startswith(f"{Kind.CORRECTION}/")
        found = self._store.quads_for_pattern(node, NamedNode(RDF.type), None)
        return any(
            isinstance(quad.graph_name, NamedNode) and (quad.graph_name == own) == is_correction
            for quad in found
        )

    def _whereabouts(self, correction: Correction, thing: str) -> str:
        gone = f"no article has {short_form(named_node(thing, self._addresses), self._addresses)} now"
        likely = self._likely(correction) if correction.words else None
        return f"{gone}; its words may be {short_form(likely, self._addresses)}" if likely else gone

    def _likely(self, correction: Correction) -> NamedNode | None:
        """The statement of the same article that shares most words with the one that is gone."""
        wanted = set(key(correction.words).split())
        said = statements_of(self._store, correction.source, self._addresses)
        shares = {each.node: _likeness(wanted, set(key(each.words).split())) for each in said}
        best = max(shares, key=lambda node: (shares[node], node.value), default=None)
        return best if best is not None and shares[best] >= LEAST_LIKENESS else None


def _likeness(some: set[str], others: set[str]) -> float:
    """Common words as a share of all."""
    return len(some & others) / max(1, len(some | others))
