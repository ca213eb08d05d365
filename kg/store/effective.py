"""The effective graph: the one flat graph that every reader sees, computed from the stored named graphs.

::

    all named graphs  -  meta  -  what humans rejected and what only that held up
                      +  what humans put in its place or confirmed
                      with merged things read under one name

Humans come before the program. The result depends on the set of quads alone, not on their order: where
articles differ about the kind or the name of an actor, or the wording of a claim, one is chosen by rule
(``kg.store.choice``); the other names stay as ``skos:altLabel``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Triple

from kg.store.addresses import Addresses
from kg.store.choice import NAME, OTHER_NAME, RANKS, Ballot, is_chosen
from kg.store.rejection import fallen
from kg.store.terms import Term, as_written
from kg.store.vocabulary import KG, RDF

_TYPE = NamedNode(RDF.type)
_MERGED_INTO = NamedNode(KG.mergedInto)
_MERGED = NamedNode(KG.merged)
_TARGET = NamedNode(KG.target)
_CORRECTION = NamedNode(KG.Correction)
_REJECTS = NamedNode(KG.rejects)
_CONFIRMS = NamedNode(KG.confirms)
_REFERS_TO = NamedNode(KG.refersTo)
_OF_A_REFERENCE = frozenset((NamedNode(KG.resolution), NamedNode(KG.probability)))

_SURVEYED = frozenset((*RANKS, _MERGED_INTO, _MERGED, _TARGET, _REJECTS, _CONFIRMS))
"""Predicates that matter for how all the others are read."""


def effective_triples(dataset: Collection[Quad], addresses: Addresses) -> Iterator[Triple]:
    """The effective graph of all stored quads; a triple that several articles state may come several times.

    ``dataset`` is read more than once. Decimals have their point.
    """
    survey = _Survey.of(dataset, addresses)
    reading = _Reading(survey, survey.merges())
    if survey.rejected:
        reading.remove(fallen(reading.facts(dataset, addresses), survey.rejected))
        reading.forget_references(dataset)
    chosen = tuple(survey.ballot.outcome(reading.thing))
    names = {(triple.subject, triple.object) for triple in chosen if triple.predicate == NAME}
    yield from chosen
    for fact in reading.facts(dataset, addresses):
        if fact.predicate != OTHER_NAME or (fact.subject, fact.object) not in names:
            yield as_written(fact)


@dataclass(slots=True)
class _Survey:
    """What has to be known of the whole dataset before one fact of it can be read."""

    ballot: Ballot = field(default_factory=Ballot)
    merged_by_program: set[tuple[Term, Term]] = field(default_factory=set)
    merged_by_human: set[tuple[Term, Term]] = field(default_factory=set)
    findings: dict[Term, dict[NamedNode, Term]] = field(default_factory=dict)
    """Node of a merge to its ``kg:merged`` and ``kg:target``."""
    corrections: set[Term] = field(default_factory=set)
    confirming: set[Term] = field(default_factory=set)
    rejected: set[Term] = field(default_factory=set)

    @classmethod
    def of(cls, dataset: Iterable[Quad], addresses: Addresses) -> "_Survey":
        survey = cls()
        decided_by_program = (addresses.actors_graph, addresses.links_graph)
        for quad in dataset:
            if quad.predicate not in _SURVEYED:
                continue
            graph, triple = quad.graph_name, quad.triple
            if graph == addresses.corrections_graph:
                survey._add_decision(triple)
            elif graph in decided_by_program:
                survey._add_finding(triple)
            if graph != addresses.meta_graph and is_chosen(triple):
                survey.ballot.add(triple, by_human=graph == addresses.corrections_graph)
        return survey

    def _add_decision(self, triple: Triple) -> None:
        if triple.predicate == _MERGED_INTO:
            self.merged_by_human.add((triple.subject, triple.object))
        elif triple.predicate == _REJECTS:
            self.rejected.add(triple.object)
        elif triple.predicate == _CONFIRMS:
            self.confirming.add(triple.subject)
        elif triple.predicate == _TYPE and triple.object == _CORRECTION:
            self.corrections.add(triple.subject)

    def _add_finding(self, triple: Triple) -> None:
        if triple.predicate == _MERGED_INTO:
            self.merged_by_program.add((triple.subject, triple.object))
        elif triple.predicate in (_MERGED, _TARGET):
            self.findings.setdefault(triple.subject, {})[triple.predicate] = triple.object

    def merges(self) -> dict[Term, Term]:
        """Merged thing to target: as humans say, else as the program does unless humans reject it.

        What is rejected goes by itself, and not with the thing that it was held to be.
        """
        undone = {
            (finding.get(_MERGED), finding.get(_TARGET))
            for node, finding in self.findings.items()
            if node in self.rejected
        }
        ordered = [*sorted(self.merged_by_program - undone, key=str), *sorted(self.merged_by_human, key=str)]
        return {merged: target for merged, target in ordered if merged not in self.rejected}


class _Reading:
    """Reads facts with what was surveyed in mind."""

    def __init__(self, survey: _Survey, merges: Mapping[Term, Term]) -> None:
        self._survey = survey
        self._roots = {thing: _root(thing, merges) for thing in merges}
        self._gone: frozenset[Term] = frozenset()
        self._without_reference: frozenset[Term] = frozenset()

    def thing(self, node: Term) -> Term | None:
        """Under what a thing is read; None if it is gone."""
        root = self._roots.get(node, node)
        return None if node in self._gone or root in self._gone else root

    def remove(self, gone: frozenset[Term]) -> None:
        """From now on these are not there."""
        self._gone = gone

    def forget_references(self, dataset: Iterable[Quad]) -> None:
        """Words that named something that is gone keep no trace of how that was decided."""
        self._without_reference = frozenset(
            quad.subject
            for quad in dataset
            if quad.predicate == _REFERS_TO and self.thing(quad.object) is None
        )

    def facts(self, dataset: Iterable[Quad], addresses: Addresses) -> Iterator[Triple]:
        """Every fact that stands and is not put to the vote, under the things it is read under."""
        for quad in dataset:
            if quad.graph_name == addresses.meta_graph or self._is_silent(triple := quad.triple):
                continue
            subject, term = self.thing(triple.subject), self.thing(triple.object)
            if isinstance(subject, NamedNode) and term is not None:
                yield Triple(subject, triple.predicate, term)

    def _is_silent(self, triple: Triple) -> bool:
        """Whether a triple decides something, is put to the vote, or has lost its ground."""
        survey, subject, predicate = self._survey, triple.subject, triple.predicate
        return (
            predicate in (_MERGED_INTO, _REJECTS)
            or is_chosen(triple)
            or subject in survey.findings
            or (subject in survey.corrections and subject not in survey.confirming)
            or (subject in self._without_reference and predicate in _OF_A_REFERENCE)
        )


def _root(thing: Term, merges: Mapping[Term, Term]) -> Term:
    """The end of a chain of merges; of a circle its smallest member."""
    path = [thing]
    while (target := merges.get(path[-1])) is not None:
        if target in path:
            return min(path[path.index(target) :], key=str)
        path.append(target)
    return path[-1]
