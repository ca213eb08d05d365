"""Rows → a networkx graph of who speaks about whom."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.domain import Polarity
from kg.views.rows import RowActor, StatementRow

if TYPE_CHECKING:
    import networkx


def to_networkx(rows: Sequence[StatementRow]) -> "networkx.DiGraph":
    """Actors as nodes, "speaks about" as edges; the same rows give the same order of both.

    A node is an actor's identifier with ``name``, ``kind``, ``says`` (statements made) and
    ``spoken_of`` (statements about it). An edge runs from speaker to the actor spoken about, with
    ``statements`` (identifiers, in the order of the rows), their number as ``weight``, the number
    of each stance as ``affirms``, ``denies``, ``uncommitted``, and the highest ``probability``.
    """
    import networkx

    graph = networkx.DiGraph()
    for actor in sorted({actor for row in rows for actor in (*row.speakers, *row.about)}):
        graph.add_node(actor.id, name=actor.name, kind=str(actor.kind), says=0, spoken_of=0)
    for row in rows:
        for speaker in row.speakers:
            graph.nodes[speaker.id]["says"] += 1
        for actor in row.about:
            graph.nodes[actor.id]["spoken_of"] += 1
    for (source, target), stack in sorted(edge_stacks(rows).items()):
        graph.add_edge(source.id, target.id, **_edge_attributes(stack))
    return graph


def edge_stacks(rows: Sequence[StatementRow]) -> dict[tuple[RowActor, RowActor], list[StatementRow]]:
    """The statements of each pair (speaker, actor spoken about), in the order of the rows."""
    stacks: dict[tuple[RowActor, RowActor], list[StatementRow]] = {}
    for row in rows:
        for pair in _pairs(row):
            stacks.setdefault(pair, []).append(row)
    return stacks


def _pairs(row: StatementRow) -> Iterator[tuple[RowActor, RowActor]]:
    return ((speaker, actor) for speaker in row.speakers for actor in row.about)


def _edge_attributes(stack: Sequence[StatementRow]) -> dict[str, object]:
    stances = {str(polarity): sum(row.polarity is polarity for row in stack) for polarity in Polarity}
    return {
        "weight": len(stack),
        **stances,
        "probability": max(row.probability for row in stack),
        "statements": tuple(row.id for row in stack),
    }
