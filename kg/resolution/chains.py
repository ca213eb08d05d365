"""Whom the chains of mentions that the reader sees lead to: the actor named in them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.domain import Mention, Span
from kg.resolution.figures import Cast, Figure


class Chains:
    """The mentions of one article with the figures that are named among them."""

    def __init__(self, mentions: Sequence[Mention], cast: Cast) -> None:
        self._cast = cast
        self._heads = sorted((mention.head.start, mention.chain) for mention in mentions)
        self._named: dict[int, Counter[str]] = defaultdict(Counter)
        for name in cast.names:
            for chain in self._within(name.span):
                self._named[chain][cast.owner(name).actor.id] += 1

    def figure(self, span: Span) -> Figure | None:
        """Who is named most often in the chains whose head words lie in ``span``."""
        named = sum((self._named.get(chain, Counter()) for chain in self._within(span)), Counter[str]())
        most = max(named, key=lambda actor: (named[actor], actor), default=None)
        return self._cast.figure(most) if most else None

    def _within(self, span: Span) -> set[int]:
        first = bisect_left(self._heads, (span.start, -1))
        end = bisect_left(self._heads, (span.end, -1))
        return {chain for _, chain in self._heads[first:end]}
