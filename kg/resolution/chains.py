"""The chains of mentions that the reader sees: which stand at a place, and whom their names mean."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from kg.domain import Mention, MentionKind, Span
from kg.resolution.figures import Cast, Figure

FEATURE = "chain:"
"""The features below begin so."""


class Chains:
    """The mentions of one article with the figures that are named among them; false if there are none."""

    def __init__(self, mentions: Sequence[Mention], cast: Cast) -> None:
        self._cast = cast
        self._heads = sorted((each.head.start, each.chain, len(each.span)) for each in mentions)
        self._kinds = {each.head.start: each.kind for each in mentions}
        self._named: dict[int, Counter[str]] = defaultdict(Counter)
        for name in cast.names:
            for chain in self.within(name.span):
                self._named[chain][cast.owner(name).actor.id] += 1

    def __bool__(self) -> bool:
        return bool(self._heads)

    def figure(self, span: Span) -> Figure | None:
        """Who is named most often in the chains whose head words lie in ``span``."""
        most = self.named_most(self.within(span))
        return self._cast.figure(most) if most else None

    def named_most(self, chains: Collection[int]) -> str | None:
        """Identifier of the actor whom most names of some chains mean; None if they have no name."""
        named = sum((self._named.get(chain, Counter()) for chain in chains), Counter[str]())
        return max(named, key=lambda actor: (named[actor], actor), default=None)

    def names(self, chains: Collection[int], actor: str) -> bool:
        """Whether an actor is named in one of the chains."""
        return any(actor in self._named.get(chain, ()) for chain in chains)

    def within(self, span: Span) -> frozenset[int]:
        """The chains whose head words lie in ``span``."""
        return frozenset(chain for _, chain, _ in self._between(span))

    def of_phrase(self, span: Span) -> frozenset[int]:
        """The chain of the longest mention whose head word lies in ``span``; empty if there is none."""
        longest = max(((length, chain) for _, chain, length in self._between(span)), default=None)
        return frozenset(longest[1:]) if longest else frozenset()

    def kind(self, span: Span) -> MentionKind | None:
        """What the mention speaks of whose head word is ``span``; None if there is none."""
        return self._kinds.get(span.start)

    def _between(self, span: Span) -> list[tuple[int, int, int]]:
        first = bisect_left(self._heads, (span.start, -1, -1))
        return self._heads[first : bisect_left(self._heads, (span.end, -1, -1))]


def bond(chains: Chains, anaphor: Span, actor: str, *, described: Collection[int]) -> Iterator[str]:
    """The feature of a candidate in the chains of an anaphor; ``described`` are those of its own phrases."""
    own = chains.within(anaphor)
    if chains.named_most(own) == actor:
        yield f"{FEATURE} named most"
    elif chains.names(own, actor):
        yield f"{FEATURE} named"
    elif not own.isdisjoint(described):
        yield f"{FEATURE} described"


def loose(chains: Chains, anaphor: Span) -> Iterator[str]:
    """The feature of nobody: what the network makes of an anaphor's head, if it sees mentions at all."""
    own = chains.within(anaphor)
    if chains and not own:
        yield f"{FEATURE} none, not a mention"
    elif chains:
        named = chains.named_most(own) is not None
        yield f"{FEATURE} none, {'with' if named else 'without'} names"
