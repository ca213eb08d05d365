"""What the reader saw in an article, as far as it tells what names name."""

from bisect import bisect_right
from dataclasses import dataclass

from kg.domain import EntityKind, NamedEntity, Reading, Span

_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Seen:
    """Words taken for somebody who speaks, and names with their kinds."""

    sources: tuple[Span, ...] = ()
    entities: tuple[NamedEntity, ...] = ()
    """In text order, none inside another; empty if the reader does not tell names."""

    @classmethod
    def of(cls, reading: Reading) -> "Seen":
        """From a reading."""
        sources = tuple(span for each in reading.attributions for span in each.source)
        return cls(sources, reading.entities)

    def entity_in(self, span: Span) -> EntityKind | None:
        """The kind of the last name that shares characters with a span."""
        entity = self._last_in(span)
        return entity.kind if entity else None

    def actor_at(self, span: Span) -> NamedEntity | None:
        """The name of a person or a body that holds a span."""
        entity = self._last_in(span)
        return entity if entity and entity.kind in _ACTORS and entity.span.contains(span) else None

    def _last_in(self, span: Span) -> NamedEntity | None:
        place = bisect_right(self.entities, span.end - 1, key=lambda entity: entity.span.start)
        return self.entities[place - 1] if place and self.entities[place - 1].span.end > span.start else None
