"""The effective graph: the one flat graph that every reader sees, computed from the stored named graphs.

::

    all named graphs  -  meta  -  what humans rejected and what only that held up
                      +  what humans put in its place or confirmed
                      with things read under one name: as humans say, then as the program found

Humans come before the program, as far as nobody took their corrections back. The result depends on the set
of quads alone, not on their order: where articles differ about the kind or the name of an actor, or the
wording of a claim, one is chosen by rule (``kg.store.choice``); the other names stay as ``skos:altLabel``.
Numbers, days and the like have a rule of their own (``kg.store.settlement``).
"""

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from kg.store.addresses import Addresses
from kg.store.choice import NAME, OTHER_NAME, is_chosen
from kg.store.corrections import Action
from kg.store.rejection import fallen
from kg.store.settlement import SETTLED, Settlement
from kg.store.survey import Survey
from kg.store.terms import Term, as_written
from kg.store.vocabulary import KG

_REFERS_TO = NamedNode(KG.refersTo)
_COPY_OF = NamedNode(KG.copyOf)
_HANGS_ON = {
    NamedNode(KG.resolution): _REFERS_TO,
    NamedNode(KG.probability): _REFERS_TO,
    NamedNode(KG.containment): _COPY_OF,
}
"""Predicates that say something of what another one says."""
_MERGED_INTO = NamedNode(KG.mergedInto)
_BETWEEN_CLAIMS = frozenset((NamedNode(KG.contradicts), NamedNode(KG.entails)))
_OF_COPIES = frozenset((_COPY_OF, NamedNode(KG.containment)))
"""With those between claims, what readers see of the links between contents: not how they were found."""


def effective_triples(dataset: Collection[Quad], addresses: Addresses) -> Iterator[Triple]:
    """The effective graph of all stored quads; a triple that several articles state may come several times.

    ``dataset`` is read more than once. Decimals have their point.
    """
    survey = Survey.of(dataset, addresses)
    reading = _Reading(survey)
    rejected = survey.things(Action.REJECT)
    if rejected:
        reading.remove(fallen((fact for _quad, fact in reading.facts(dataset)), rejected))
        reading.forget_references(dataset)
    chosen = tuple(survey.ballot.outcome(reading.named_thing, survey.human_names()))
    names = {(triple.subject, triple.object) for triple in chosen if triple.predicate == NAME}
    yield from chosen
    settlement = Settlement()
    for quad, fact in reading.facts(dataset):
        if fact.predicate in SETTLED:
            settlement.add(quad, as_written(fact))
        elif fact.predicate != OTHER_NAME or (fact.subject, fact.object) not in names:
            yield as_written(fact)
    yield from settlement.outcome()


class _Reading:
    """Reads facts with what was surveyed in mind."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._roots = survey.identities.roots
        self._confirming = survey.nodes(survey.in_force, Action.CONFIRM)
        self._corrections = survey.nodes(survey.corrections)
        self._gone: frozenset[Term] = frozenset()
        self._without_reference: frozenset[tuple[Term, Term]] = frozenset()

    def thing(self, node: Term) -> Term | None:
        """Under what a thing is read; None if it is gone."""
        root = self._roots.get(node, node)
        return None if node in self._gone or root in self._gone else root

    def named_thing(self, node: Term) -> Term | None:
        """The same for who gives a thing its names and kind: an unnamed source gives a named actor none."""
        root = self.thing(node)
        return root if root is None or self._survey.lends_names(node, root) else None

    def remove(self, gone: frozenset[Term]) -> None:
        """From now on these are not there."""
        self._gone = gone

    def forget_references(self, dataset: Iterable[Quad]) -> None:
        """Words that named something that is gone keep no trace of how that was decided; so do copies."""
        self._without_reference = frozenset(
            (quad.subject, quad.predicate)
            for quad in self._survey.namesakes.told(dataset)
            if quad.predicate in (_REFERS_TO, _COPY_OF) and self.thing(quad.object) is None
        )

    def facts(self, dataset: Iterable[Quad]) -> Iterator[tuple[Quad, Triple]]:
        """Every fact that stands and is not put to the vote, under the things it is read under.

        With each comes the quad that says so.
        """
        aside, links = self._survey.addresses.graphs_aside, self._survey.addresses.links_graph
        for quad in self._survey.namesakes.told(dataset):
            if quad.graph_name in aside or self._is_silent(triple := quad.triple):
                continue
            if quad.graph_name == links and not self._is_seen(triple):
                continue
            subject, term = self._subject(triple), self.thing(triple.object)
            if isinstance(subject, NamedNode) and term is not None:
                yield quad, Triple(subject, triple.predicate, term)

    def _is_seen(self, link: Triple) -> bool:
        """Whether a link between contents is for readers, and still between two things."""
        if link.predicate not in _BETWEEN_CLAIMS:
            return link.predicate in _OF_COPIES
        one, other = self.thing(link.subject), self.thing(link.object)
        return one != other and self._survey.is_there(link.subject) and self._survey.is_there(link.object)

    def _subject(self, triple: Triple) -> Term | None:
        of_name = triple.predicate == OTHER_NAME
        return self.named_thing(triple.subject) if of_name else self.thing(triple.subject)

    def _is_silent(self, triple: Triple) -> bool:
        """Whether a triple decides something, is put to the vote, or has lost its ground."""
        subject, predicate = triple.subject, triple.predicate
        return (
            predicate == _MERGED_INTO
            or is_chosen(triple)
            or subject in self._survey.findings
            or (subject in self._corrections and subject not in self._confirming)
            or (predicate in _HANGS_ON and (subject, _HANGS_ON[predicate]) in self._without_reference)
        )
