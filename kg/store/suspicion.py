"""Pairs of actors that may be the same, for a person to decide: what people decided already left out."""

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import Literal, NamedNode

from kg.domain import Suspect
from kg.store.addresses import Kind
from kg.store.answers import Solutions
from kg.store.correction_triples import named_node
from kg.store.corrections import Action
from kg.store.directory import Directory
from kg.store.link_triples import suspects
from kg.store.snapshot import Snapshot
from kg.store.terms import Term, decimal

COLUMNS = ("probability", "one", "other", "evidence", "first", "second")


def list_suspects(snapshot: Snapshot, *, limit: int | None = None) -> Solutions:
    """Pairs with probability, names, evidence in words and IRIs, likeliest first.

    Not among them is whom a person merged or split; somebody who was merged goes by the name that is kept.
    """
    rows = list(islice(_rows(snapshot), None if limit is None else limit + 1))
    return Solutions.of(COLUMNS, rows[:limit], truncated=limit is not None and len(rows) > limit)


def _rows(snapshot: Snapshot) -> Iterator[tuple[Term, ...]]:
    graph = snapshot.addresses.suspects_graph
    triples = (quad.triple for quad in snapshot.store.quads_for_pattern(None, None, None, graph))
    found = suspects(triples, snapshot.addresses)
    if not found:
        return
    directory = Directory.of(snapshot.store, snapshot.addresses)
    decided = set(_split(directory))
    for suspect in found:
        one, other = sorted(_pair(suspect, directory), key=directory.called)
        pair = frozenset((one, other))
        if len(pair) == 2 and pair not in decided:
            decided.add(pair)
            names = (Literal(directory.called(each)) for each in (one, other))
            yield (decimal(suspect.probability), *names, Literal(suspect.evidence), one, other)


def _pair(suspect: Suspect, directory: Directory) -> Iterator[NamedNode]:
    for each in (suspect.one, suspect.other):
        yield directory.root(directory.addresses.node(Kind.ACTOR, each))


def _split(directory: Directory) -> Iterator[frozenset[NamedNode]]:
    """The pairs that a person holds to be two."""
    for each in directory.survey.in_force:
        if each.action is Action.SPLIT:
            roots = [directory.root(named_node(thing, directory.addresses)) for thing in each.things]
            yield from (frozenset((one, other)) for one in roots for other in roots if one != other)
