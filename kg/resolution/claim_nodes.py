"""Claims with everybody who asserts them, and the pairs of them that are worth a comparison."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.domain import Assertion, Claim, Polarity
from kg.resolution.likeness import Side, frames_of
from kg.resolution.meanings import DECIMALS, Meanings

LARGEST_BLOCK = 1500
"""What more claims have in common tells nothing of two of them."""
LEAST_LIKENESS, LEAST_LIKENESS_OF_RIVALS = 0.55, 0.35
"""Of the texts of two claims that are compared; of two with numbers, or of which one is denied."""
LEAST_LIKENESS_WITHOUT_WORDS = 0.65
"""Of two that share no word but names."""


@dataclass(frozen=True)
class Node:
    """One claim of all articles."""

    side: Side
    assertions: tuple[Assertion, ...]
    """Sorted by article and statement."""
    articles: frozenset[str]
    is_affirmed: bool
    is_denied: bool
    days: tuple[datetime.date, ...]
    """Days of saying that are known, sorted."""

    @property
    def claim(self) -> Claim:
        """As the first of its assertions puts it."""
        return self.side.claim

    def is_opposed_to(self, other: "Node") -> bool:
        """Whether somebody denies the one and somebody affirms the other."""
        return (self.is_affirmed and other.is_denied) or (self.is_denied and other.is_affirmed)

    def days_to(self, other: "Node") -> int | None:
        """Days between the closest two assertions; None if no day is known of either."""
        if not (self.days and other.days):
            return None
        return min(abs((one - two).days) for one in self.days for two in other.days)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims to be compared, in the order of their identifiers."""

    one: Node
    other: Node
    cosine: float
    """Likeness of their labels."""


def nodes_of(assertions: Iterable[Assertion]) -> tuple[Node, ...]:
    """Every claim once, by identifier."""
    by_claim: dict[str, list[Assertion]] = defaultdict(list)
    for each in sorted(assertions, key=lambda each: (each.article, each.statement, each.claim.label)):
        by_claim[each.claim.id].append(each)
    return tuple(_node(by_claim[claim]) for claim in sorted(by_claim))


def _node(assertions: Sequence[Assertion]) -> Node:
    days = sorted({each.day for each in assertions if each.day is not None})
    articles = frozenset(each.article for each in assertions)
    stances = {each.polarity for each in assertions}
    return Node(
        side=Side.of(assertions[0].claim),
        assertions=tuple(assertions),
        articles=articles,
        is_affirmed=Polarity.AFFIRMS in stances,
        is_denied=Polarity.DENIES in stances,
        days=tuple(days),
    )


def candidates(nodes: Sequence[Node], meanings: Meanings) -> tuple[Candidate, ...]:
    """The pairs that have an actor, a name, a word or a kind of number in common and are alike enough."""
    blocks = [each for each in _blocks(nodes).values() if 1 < len(each) <= LARGEST_BLOCK]
    meanings.learn(nodes[place].side.text for block in blocks for place in block)
    alike: dict[tuple[int, int], float] = {}
    for block in blocks:
        alike.update(_alike(block, nodes, meanings))
    pairs = (Candidate(nodes[one], nodes[other], cosine) for (one, other), cosine in alike.items())
    found = [pair for pair in pairs if _is_worth_it(pair)]
    return tuple(sorted(found, key=lambda pair: (pair.one.claim.id, pair.other.claim.id)))


def _blocks(nodes: Sequence[Node]) -> dict[str, list[int]]:
    """Places of the claims that share a key, in order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        for key in sorted(_keys(node)):
            blocks[key].append(place)
    return blocks


def _keys(node: Node) -> set[str]:
    """Actors, names and stems; actors also with each frame of the words, for those of whom much is said."""
    side = node.side
    frames = {number for word in side.wording.stems for number in frames_of(word)}
    return (
        {f"actor {actor}" for actor in side.about}
        | {f"name {name}" for name in side.wording.names}
        | {f"word {word}" for word in side.wording.words}
        | {f"actor {actor} frame {frame}" for actor in side.about for frame in frames}
        | {f"actor {actor} word {word}" for actor in side.about for word in side.wording.words}
    )


def _alike(
    block: Sequence[int], nodes: Sequence[Node], meanings: Meanings
) -> Iterator[tuple[tuple[int, int], float]]:
    """Those pairs of a block whose texts are alike enough for what the two may be, with their likeness."""
    members = [nodes[place] for place in block]
    vectors = meanings.matrix([node.side.text for node in members])
    likeness = np.triu((vectors @ vectors.T).round(DECIMALS), 1)
    least = np.where(_may_be_rivals(members), LEAST_LIKENESS_OF_RIVALS, LEAST_LIKENESS)
    for row, column in np.argwhere(likeness >= least).tolist():
        yield (block[row], block[column]), float(likeness[row, column])


def _may_be_rivals(nodes: Sequence[Node]) -> NDArray[np.bool_]:
    """Of which pairs both give a number or one is opposed to the other, (nodes, nodes)."""
    numbers = np.array([node.claim.quantity is not None for node in nodes])
    affirmed = np.array([node.is_affirmed for node in nodes])
    denied = np.array([node.is_denied for node in nodes])
    opposed = np.logical_and.outer(affirmed, denied)
    return np.asarray(np.logical_and.outer(numbers, numbers) | opposed | opposed.T)


def _is_worth_it(pair: Candidate) -> bool:
    """Whether a likely pair shares a word, is alike without one, or may be rivals."""
    one, other = pair.one, pair.other
    return (
        pair.cosine >= LEAST_LIKENESS_WITHOUT_WORDS
        or not one.side.wording.words.keys().isdisjoint(other.side.wording.words)
        or (one.claim.quantity is not None and other.claim.quantity is not None)
        or one.is_opposed_to(other)
    )
