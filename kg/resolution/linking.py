"""The same actor in several articles: links with their evidence, never a rewrite of identifiers.

Persons are linked when both first and last name agree, in any transliteration, with the same
generational suffix; never by the last name alone. Bodies are linked when their names are equal but for
a leading article, dots or a company's ending, or when an article gives one as the acronym of the other.
Only actors that share a block (a key made of a name) are compared, so the work grows with the number of
names and not with its square. A group holds only actors that agree two by two: of two contradictory
links the likelier stays, and neither if they are equally likely (George Bush: George W. or George H. W.?).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.domain import Actor, ActorKind, Merge
from kg.resolution.sameness import Evidence, block_keys, compare

LEAST_PROBABILITY = 0.8
"""Below this two actors stay two."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """One actor and how widely it is known."""

    actor: Actor
    articles: int

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """The target of a merge is the lowest: most articles, then the longest name, then the alphabet."""
        return (-self.articles, -len(self.actor.name), self.actor.name, self.actor.id)


def link_actors(actors: Iterable[tuple[str, Actor]]) -> tuple[Merge, ...]:
    """Merges of named actors over all articles, from pairs of article identifier and actor.

    The order of the input does not matter. Every actor is merged at most once, into the best-known one of
    its group (most articles, longest name, alphabet); no target is merged itself.
    """
    seen = _seen(actors)
    evidence = {frozenset((one.actor.id, other.actor.id)): found for one, other, found in _agreeing(seen)}
    rank = {each.actor.id: each.rank for each in seen}
    merges = []
    for group in _groups(evidence, rank):
        target, *others = sorted(group, key=rank.__getitem__)
        for merged in others:
            found = evidence[frozenset((merged, target))]
            merges.append(Merge(merged, target, found.probability, found.words))
    return tuple(sorted(merges, key=lambda merge: merge.merged))


def _seen(actors: Iterable[tuple[str, Actor]]) -> tuple[_Seen, ...]:
    """Every named actor once, with the names of all its articles."""
    articles: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, list[Actor]] = defaultdict(list)
    for article, actor in actors:
        if actor.kind.is_named:
            articles[actor.id].add(article)
            shown[actor.id].append(actor)
    return tuple(_Seen(_joined(shown[each]), len(articles[each])) for each in sorted(shown))


def _joined(same: list[Actor]) -> Actor:
    first = min(same, key=lambda actor: (actor.kind != ActorKind.PERSON, actor.kind, actor.name))
    names = {name for actor in same for name in (actor.name, *actor.aliases)}
    return Actor(first.id, first.kind, first.name, tuple(sorted(names - {first.name})))


def _agreeing(seen: Iterable[_Seen]) -> Iterator[tuple[_Seen, _Seen, Evidence]]:
    blocks: dict[str, list[_Seen]] = defaultdict(list)
    for each in seen:
        for block in block_keys(each.actor):
            blocks[block].append(each)
    for together in blocks.values():
        for one, other in combinations(together, 2):
            found = compare(one.actor, other.actor)
            if found is not None and found.probability >= LEAST_PROBABILITY:
                yield one, other, found


def _groups(
    evidence: dict[frozenset[str], Evidence], rank: dict[str, tuple[int, int, str, str]]
) -> list[frozenset[str]]:
    """Groups whose members agree two by two, made from the likeliest pair down."""
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in map(sorted, evidence):
        partners[one].add(other)
        partners[other].add(one)
    group_of: dict[str, frozenset[str]] = {}
    pairs = (tuple(sorted(pair, key=rank.__getitem__)) for pair in evidence)
    for one, other in sorted(
        pairs, key=lambda pair: (-evidence[frozenset(pair)].probability, *map(rank.__getitem__, pair))
    ):
        mine, theirs = (group_of.get(each, frozenset({each})) for each in (one, other))
        agree = all(frozenset((a, b)) in evidence for a in mine for b in theirs if a != b)
        if mine != theirs and agree and not _is_contested(one, other, evidence, partners):
            group_of |= dict.fromkeys(mine | theirs, mine | theirs)
    return sorted(set(group_of.values()), key=min)


def _is_contested(
    one: str, other: str, evidence: dict[frozenset[str], Evidence], partners: dict[str, set[str]]
) -> bool:
    """Whether somebody who is not the other has just as good a claim to be the one, or the reverse."""
    probability = evidence[frozenset((one, other))].probability
    rivals = [(one, third) for third in partners[one] - partners[other] - {other}]
    rivals += [(other, third) for third in partners[other] - partners[one] - {one}]
    return any(evidence[frozenset(pair)].probability >= probability for pair in rivals)
