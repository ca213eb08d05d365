"""Named entities from the labels of words."""

from collections.abc import Iterator

from kg.domain import EntityKind, NamedEntity, Span
from kg.reader.features import Integers, WordTable
from kg.reader.layers import ENTITY_LABELS


def entities(table: WordTable, labels: Integers) -> tuple[NamedEntity, ...]:
    """The names that the labels draw; none goes on into another paragraph."""
    return tuple(
        NamedEntity(Span(int(table.starts[start]), int(table.ends[end - 1])), EntityKind(kind.lower()))
        for start, end, kind in _runs([ENTITY_LABELS[label] for label in labels], table.breaks)
    )


def _runs(labels: list[str], breaks: Integers) -> Iterator[tuple[int, int, str]]:
    """First word, end, kind; an ``I-`` that goes on nothing of its kind begins a name."""
    start, current = 0, ""
    for word, label in enumerate([*labels, "O"]):
        mark, _, kind = label.partition("-")
        goes_on = mark == "I" and kind == current and not breaks[word]
        if current and not goes_on:
            yield start, word, current
        if not goes_on:
            start, current = word, kind
