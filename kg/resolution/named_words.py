"""The names of an article by the words of one phrase."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.domain import ActorKind, Span
from kg.resolution.figures import Cast
from kg.resolution.names import Name
from kg.resolution.tokens import Token


@dataclass(frozen=True, slots=True)
class NamesByToken:
    """The names of an article by the words of one phrase."""

    cast: Cast
    words: Sequence[Token]
    _by_index: dict[int, Name] = field(init=False)

    def __post_init__(self) -> None:
        reach = Span(self.words[0].start, max(token.end for token in self.words))
        by_index = {
            index: name
            for name in self.cast.names
            if name.span.overlaps(reach)
            for index in range(name.first, name.last + 1)
        }
        object.__setattr__(self, "_by_index", by_index)

    def at(self, token: Token) -> Name | None:
        """The name to which a word belongs."""
        return self._by_index.get(token.index)

    def kind(self, name: Name) -> ActorKind:
        """The kind of whom a name means."""
        return self.cast.owner(name).actor.kind

    def of(self, words: Sequence[Token]) -> list[Name]:
        """The names in a run of words, attributive ones left out."""
        found = dict.fromkeys(name for token in words if (name := self.at(token)) and not name.attributive)
        return list(found)
