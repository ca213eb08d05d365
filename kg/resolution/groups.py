"""Groups of actors that are one, from pairs that agree: no group holds two that contradict each other.

Of contradictory pairs the one with the better-known partner stays, if it is much better known; else neither
(George Bush: George W. or George H. W.?).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.resolution.person_names import Evidence
from kg.resolution.profiles import Profile

LEAST_PROBABILITY = 0.8
"""Below this two actors stay two."""

LEAST_SUSPICION = 0.3
"""Below this two actors are not even suspected; above it they do not contradict each other."""

Pair = frozenset[str]
"""The identifiers of two actors."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which actors are one, and for every pair that was compared how sure it is in the end."""

    groups: tuple[frozenset[str], ...]
    evidence: Mapping[Pair, Evidence]
    least: float = LEAST_PROBABILITY
    """Below this the evidence for a pair makes no group."""

    def evidence_for(self, merged: str, target: str) -> Evidence:
        """Why one member of a group is another: what speaks for the two, else for its likeliest partner."""
        members = next(members for members in self.groups if merged in members)
        direct = self.evidence.get(frozenset((merged, target)))
        if direct is not None and direct.probability >= self.least:
            return direct
        pairs = (frozenset((merged, each)) for each in members)
        found = [self.evidence[pair] for pair in pairs if pair in self.evidence]
        return max(found, key=lambda evidence: (evidence.probability, evidence.words))


def group(profiles: Iterable[Profile], evidence: Mapping[Pair, Evidence]) -> Grouping:
    """Groups of two and more, made from the likeliest pair down."""
    known = {profile.id: profile for profile in profiles}
    settled = _settled(known, evidence)
    return gather(settled, lambda each: known[each].rank, LEAST_PROBABILITY)


def gather(evidence: Mapping[Pair, Evidence], rank: Callable[[str], Any], least: float) -> Grouping:
    """Groups made from the likeliest pair down, of equally likely ones from those of the lowest rank.

    Two of one group were compared and do not contradict each other, so that a chain of pairs does not drift.
    """
    group_of: dict[str, frozenset[str]] = {}
    likely = [pair for pair, found in evidence.items() if found.probability >= least]
    for pair in sorted(likely, key=lambda pair: (-evidence[pair].probability, sorted(map(rank, pair)))):
        mine, theirs = (group_of.get(each, frozenset({each})) for each in sorted(pair))
        if mine != theirs and _agree(mine, theirs, evidence):
            group_of |= dict.fromkeys(mine | theirs, mine | theirs)
    return Grouping(tuple(sorted(set(group_of.values()), key=min)), evidence, least)


def _agree(mine: frozenset[str], theirs: frozenset[str], evidence: Mapping[Pair, Evidence]) -> bool:
    """Whether no two members contradict each other."""
    pairs = (frozenset((one, other)) for one in mine for other in theirs)
    return all(pair in evidence and evidence[pair].probability >= LEAST_SUSPICION for pair in pairs)


def _settled(known: Mapping[str, Profile], evidence: Mapping[Pair, Evidence]) -> dict[Pair, Evidence]:
    """The evidence with every pair weighed against its rivals."""
    partners: dict[str, set[str]] = defaultdict(set)
    for pair, found in evidence.items():
        if found.probability >= LEAST_PROBABILITY:
            one, other = pair
            partners[one].add(other)
            partners[other].add(one)
    settled = {}
    for pair, found in evidence.items():
        one, other = sorted(pair)
        shares = (_share(*each, known, evidence, partners) for each in ((one, other), (other, one)))
        share = min(shares)
        words = found.words if share == 1 else f"{found.words}; contested"
        settled[pair] = Evidence(found.probability * share, words)
    return settled


def _share(
    one: str,
    other: str,
    known: Mapping[str, Profile],
    evidence: Mapping[Pair, Evidence],
    partners: Mapping[str, set[str]],
) -> float:
    """Of all articles about those who may be ``one`` the share that ``other`` has."""
    rivals = [
        third
        for third in partners.get(one, ())
        if third != other and frozenset((other, third)) not in evidence
    ]
    if known[other].is_known:  # of a gazetteer: only another one of it can be meant as well
        rivals = [third for third in rivals if known[third].is_known]
    if not rivals:
        return 1.0
    mine, theirs = len(known[other].articles), sum(len(known[each].articles) for each in rivals)
    return mine / (mine + theirs + 1)
