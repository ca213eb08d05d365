"""One value where sources give several: the kind and the name of an actor, the wording of a claim.

Ranks are compared from left to right and never depend on order; the last one is the value itself.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kg.store.terms import ACTOR_CLASSES, Term
from kg.store.vocabulary import RDF, RDFS, SKOS

TYPE = NamedNode(RDF.type)
NAME = NamedNode(SKOS.prefLabel)
OTHER_NAME = NamedNode(SKOS.altLabel)
WORDING = NamedNode(RDFS.label)

_CLASS_ORDER: Mapping[Term, int] = {NamedNode(iri): place for place, iri in enumerate(ACTOR_CLASSES.values())}
"""Earlier classes win a tie."""


KNOWN = 1_000_000_000
"""Votes of a gazetteer: more than all articles together."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One value, and with what weight it is proposed."""

    value: Term
    of_target: bool
    """Said of the thing itself, not of one that was merged into it."""


Rank = tuple[bool | int | str, ...]


def _by_name(vote: Vote, graphs: int) -> Rank:
    words = vote.value.value if isinstance(vote.value, Literal) else str(vote.value)
    return (not vote.of_target, -graphs, -len(words), words)


def _by_class(vote: Vote, graphs: int) -> Rank:
    return (-graphs, _CLASS_ORDER[vote.value])


RANKS: Mapping[NamedNode, Callable[[Vote, int], Rank]] = {
    TYPE: _by_class,
    NAME: _by_name,
    WORDING: _by_name,
}
"""Predicates with one value: from a vote and the number of named graphs with its value to its rank."""


CHOSEN_PATTERNS: tuple[tuple[NamedNode, Term | None], ...] = (
    *((predicate, None) for predicate in RANKS if predicate != TYPE),
    *((TYPE, each) for each in _CLASS_ORDER),
)
"""Predicate and object of all triples that are chosen from; None for any object."""


def is_chosen(triple: Triple) -> bool:
    """Whether the object is one of several that may be proposed; of types only those of actors."""
    return triple.predicate in RANKS and (triple.predicate != TYPE or triple.object in _CLASS_ORDER)


class Ballot:
    """All votes, by the thing they are about and predicate."""

    def __init__(self) -> None:
        self._votes: defaultdict[tuple[Term, NamedNode], Counter[Term]] = defaultdict(Counter)
        self._things: set[Term] = set()

    def add(self, triple: Triple, votes: int = 1) -> None:
        """Count what one named graph says."""
        self._votes[triple.subject, triple.predicate][triple.object] += votes
        self._things.add(triple.subject)

    def knows(self, thing: Term) -> bool:
        """Whether any graph says what it is or is called."""
        return thing in self._things

    def outcome(
        self, thing_of: Callable[[Term], Term | None], by_human: Mapping[Term, Literal]
    ) -> Iterator[Triple]:
        """The chosen values; names that lost become other names.

        ``thing_of`` tells under which thing another is read; None if it has no say. ``by_human`` has
        names that win whatever the articles say.
        """
        for (thing, predicate), votes in self._by_thing(thing_of).items():
            values = _elect(predicate, votes)
            if predicate == NAME and thing in by_human:
                values = list(dict.fromkeys((by_human[thing], *values)))
            yield Triple(thing, predicate, values[0])
            if predicate == NAME:
                yield from (Triple(thing, OTHER_NAME, other) for other in values[1:])

    def _by_thing(
        self, thing_of: Callable[[Term], Term | None]
    ) -> dict[tuple[NamedNode, NamedNode], Counter[Vote]]:
        merged: defaultdict[tuple[NamedNode, NamedNode], Counter[Vote]] = defaultdict(Counter)
        for (subject, predicate), counted in self._votes.items():
            thing = thing_of(subject)
            if isinstance(thing, NamedNode):
                for value, count in counted.items():
                    merged[thing, predicate][Vote(value, of_target=thing == subject)] += count
        return merged


def _elect(predicate: NamedNode, votes: Counter[Vote]) -> list[Term]:
    """The values, best first."""
    graphs: Counter[Term] = Counter()
    for vote, count in votes.items():
        graphs[vote.value] += count
    ranked = sorted(votes, key=lambda vote: RANKS[predicate](vote, graphs[vote.value]))
    return list(dict.fromkeys(vote.value for vote in ranked))
