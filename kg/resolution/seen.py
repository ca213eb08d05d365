"""What the reader saw in an article, as far as it tells what names name."""

from bisect import bisect_right
from dataclasses import dataclass

from kg.domain import EntityKind, NamedEntity, Reading, Span


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
        place = bisect_right(self.entities, span.end - 1, key=lambda entity: entity.span.start)
        if place and self.entities[place - 1].span.end > span.start:
            return self.entities[place - 1].kind
        return None
