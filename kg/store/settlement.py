"""One value where things that are read as one bring several: the number of a claim, the days of an event.

What belongs together is settled together: the bounds and the unit of a number come from one telling. Like
the choice of names (``kg.store.choice``) it depends on what is told, never on the order.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Triple

from kg.store.terms import Term, text_of
from kg.store.vocabulary import KG

Facts = frozenset[tuple[NamedNode, Term]]
"""Predicates with their objects."""

_EARLIEST = NamedNode(KG.earliest)
_LATEST = NamedNode(KG.latest)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of one thing by predicates that are settled together."""

    facts: Facts
    of_target: bool
    """Said of the thing itself, not of one that was merged into it."""


Rule = Callable[[Sequence[Telling]], Facts]


def _elected(tellings: Sequence[Telling]) -> Facts:
    """That of the thing itself, then that of most articles, then the first by its words."""
    votes = Counter(telling.facts for telling in tellings)
    own = {telling.facts for telling in tellings if telling.of_target}
    return min(votes, key=lambda facts: (facts not in own, -votes[facts], sorted(map(str, facts))))


def _narrowed(tellings: Sequence[Telling]) -> Facts:
    """The days that all allow; if they exclude each other, those that any allows."""
    told = {telling.facts for telling in tellings}
    if len(told) == 1:
        return told.pop()
    first, last = (_by_day(told, predicate) for predicate in (_EARLIEST, _LATEST))
    if first and last and text_of(first[-1]) > text_of(last[0]):
        return frozenset(((_EARLIEST, first[0]), (_LATEST, last[-1])))
    return frozenset(
        (*((_EARLIEST, each) for each in first[-1:]), *((_LATEST, each) for each in last[:1])),
    )


def _by_day(told: set[Facts], predicate: NamedNode) -> list[Term]:
    return sorted({term for facts in told for each, term in facts if each == predicate}, key=text_of)


def _surest(tellings: Sequence[Telling]) -> Facts:
    """The number that is farthest from nought."""
    pairs = {pair for telling in tellings for pair in telling.facts}
    numbers = {pair: float(text_of(pair[1])) for pair in pairs}
    return frozenset((max(pairs, key=lambda pair: (abs(numbers[pair]), numbers[pair])),))


_RULES: Mapping[tuple[str, ...], Rule] = {
    (KG.quantityMin, KG.quantityMax, KG.unit, KG.approximate): _elected,
    (KG.lemma,): _elected,
    (KG.addresses,): _elected,
    (KG.earliest, KG.latest): _narrowed,
    (KG.factuality,): _surest,
}
"""What is settled together, and how."""

SETTLED: Mapping[NamedNode, tuple[str, ...]] = {
    NamedNode(predicate): together for together in _RULES for predicate in together
}
"""Every predicate that has one value, with those that are settled with it."""


class Settlement:
    """Gathers what is told and settles it."""

    def __init__(self) -> None:
        self._told: defaultdict[
            tuple[Term, tuple[str, ...]], defaultdict[tuple[object, object], set[tuple[NamedNode, Term]]]
        ] = defaultdict(lambda: defaultdict(set))

    def add(self, quad: Quad, fact: Triple) -> None:
        """Take in a fact with a predicate of ``SETTLED`` as it is read, with the quad that says so."""
        told = self._told[fact.subject, SETTLED[fact.predicate]]
        told[quad.graph_name, quad.subject].add((fact.predicate, fact.object))

    def outcome(self) -> Iterator[Triple]:
        """What holds."""
        for (thing, together), told in self._told.items():
            assert isinstance(thing, NamedNode)  # noqa: S101  facts are read of IRIs alone
            tellings = [
                Telling(frozenset(facts), of_target=subject == thing)
                for (_graph, subject), facts in told.items()
            ]
            for predicate, term in _RULES[together](tellings):
                yield Triple(thing, predicate, term)
