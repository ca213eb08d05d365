"""Which things are read as one: what humans decided, then what the program found and they leave open.

Links lead from a thing to the one it is read as; nothing has two, and none closes a circle. They are made

1. from the newest human decision to the oldest: whoever is split stays apart, and of two decisions that
   cannot both hold the newer wins;
2. then from the likeliest finding of the program down, for what no human merged and as long as nothing
   comes together that a human split.

So the outcome depends on what is decided and found, not on the order in which it is stored, and taking the
last decision back gives exactly what was there before it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from pyoxigraph import NamedNode

from kg.store.terms import Term


@dataclass(frozen=True, slots=True)
class Decision:
    """A human's word on whether things are the same; ``correction`` is its identifier."""

    correction: str
    things: tuple[NamedNode, ...]
    """Of a merge first who is kept, then who is read as that one."""
    is_merge: bool
    """Otherwise all of the things are different."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The program holds ``merged`` to be ``target``."""

    merged: Term
    target: Term
    probability: float


@dataclass(frozen=True, slots=True)
class Identities:
    """Under which thing each is read."""

    roots: dict[Term, Term] = field(default_factory=dict)
    """For every thing that is linked to another; the others are read as themselves."""
    overruled: frozenset[str] = frozenset()
    """Identifiers of decisions that cannot hold beside newer ones."""
    merged_by_human: frozenset[Term] = frozenset()
    """What is read as another because a human said so, be it of a thing that it was found to be."""

    def root(self, thing: Term) -> Term:
        """Under what a thing is read."""
        return self.roots.get(thing, thing)


def identities(
    decisions: Iterable[Decision],
    findings: Iterable[Finding],
    *,
    is_there: Callable[[Term], bool],
    is_unnamed: Callable[[Term], bool],
) -> Identities:
    """Who is who; ``decisions`` come with the oldest first.

    What is not there is nobody's name: those merged into it are read as one of themselves until it is back.
    Unnamed things are read as a named one, never the reverse; without one they are what they are, together
    only with those that a human merged them with directly.
    """
    links = _Links()
    overruled = [each.correction for each in reversed(tuple(decisions)) if not links.decide(each)]
    decided = links.starts()
    for finding in sorted(findings, key=lambda each: (-each.probability, str(each.merged), str(each.target))):
        links.find(finding)
    roots: dict[Term, Term] = {}
    for group in links.groups():
        named = [each for each in group if is_there(each) and not is_unnamed(each)]
        if named:
            roots |= dict.fromkeys(group, _chosen(links.path(group[0])[-1], named))
        else:
            roots |= _unnamed_roots(links, group, is_there, is_unnamed)
    given_away = (each for each in roots if not decided.isdisjoint(links.path(each)))
    return Identities(roots, frozenset(overruled), frozenset(given_away))


def _chosen(wanted: Term, those: Iterable[Term]) -> Term:
    there = sorted(those, key=str)
    return wanted if wanted in there else there[0]


def _unnamed_roots(
    links: "_Links",
    group: Iterable[Term],
    is_there: Callable[[Term], bool],
    is_unnamed: Callable[[Term], bool],
) -> dict[Term, Term]:
    """Roots in a group without anybody named: of what is there, along links between the unnamed alone."""
    by_end: defaultdict[Term, list[Term]] = defaultdict(list)
    for each in group:
        if is_there(each):
            by_end[links.path(each, within=is_unnamed)[-1]].append(each)
    return {each: _chosen(end, those) for end, those in by_end.items() for each in those}


class _Links:
    """Links between things, and who must not come together."""

    def __init__(self) -> None:
        self._link: dict[Term, Term] = {}
        self._group: dict[Term, set[Term]] = {}
        self._apart: defaultdict[Term, set[Term]] = defaultdict(set)

    def decide(self, decision: Decision) -> bool:
        """Let a decision hold, as far as newer ones leave it room; whether there was any."""
        if decision.is_merge:
            kept, other = decision.things
            return other not in self._link and (self._are_one(other, kept) or self._join(other, kept))
        pairs = [pair for pair in combinations(decision.things, 2) if not self._are_one(*pair)]
        for one, another in pairs:
            self._apart[one].add(another)
            self._apart[another].add(one)
        return bool(pairs)

    def find(self, finding: Finding) -> None:
        """Add what the program found, if it is not against a human's word."""
        if finding.merged not in self._link and not self._are_one(finding.merged, finding.target):
            self._join(finding.merged, finding.target)

    def _members(self, thing: Term) -> set[Term]:
        return self._group.get(thing) or {thing}

    def _are_one(self, one: Term, another: Term) -> bool:
        return another in self._members(one)

    def _join(self, thing: Term, target: Term) -> bool:
        mine, theirs = self._members(thing), self._members(target)
        if any(self._apart[each] & theirs for each in mine & self._apart.keys()):
            return False
        self._link[thing] = target
        small, large = sorted((mine, theirs), key=len)  # so that many into one take no square of time
        large |= small
        self._group |= dict.fromkeys((*small, thing, target), large)
        return True

    def groups(self) -> Iterator[list[Term]]:
        """Every group of two and more."""
        seen: set[int] = set()
        for group in self._group.values():
            if id(group) not in seen:
                seen.add(id(group))
                yield sorted(group, key=str)

    def starts(self) -> frozenset[Term]:
        """Everything that is linked to another so far."""
        return frozenset(self._link)

    def path(self, thing: Term, *, within: Callable[[Term], bool] = lambda _: True) -> list[Term]:
        """A thing and where the links from it lead, as long as they stay within."""
        path = [thing]
        while (target := self._link.get(path[-1])) is not None and within(target):
            path.append(target)
        return path
