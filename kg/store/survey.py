"""What has to be known of a whole dataset before one fact of it can be read: corrections, who is who."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.store.addresses import Addresses, Kind
from kg.store.choice import CHOSEN_PATTERNS, KNOWN, Ballot, is_chosen
from kg.store.correction_triples import corrections_in, named_node
from kg.store.corrections import Action, Correction, in_force
from kg.store.identities import Decision, Finding, Identities, identities
from kg.store.namesakes import Namesakes
from kg.store.terms import Term
from kg.store.vocabulary import KG

_MERGED_INTO = NamedNode(KG.mergedInto)
_MERGED = NamedNode(KG.merged)
_TARGET = NamedNode(KG.target)
_PROBABILITY = NamedNode(KG.probability)
_OF_A_FINDING = (_MERGED_INTO, _MERGED, _TARGET, _PROBABILITY)

_OF_IDENTITY = (Action.MERGE, Action.SPLIT)


@dataclass(frozen=True)
class Survey:
    """The dataset at a glance."""

    addresses: Addresses
    corrections: tuple[Correction, ...]
    """All, the oldest first, also those that somebody took back."""
    in_force: tuple[Correction, ...]
    """The others."""
    findings: dict[NamedNode, Finding]
    """What the program holds to be the same, by the node that says so."""
    ballot: Ballot
    """The names and kinds of everything that is there."""
    identities: Identities
    namesakes: Namesakes

    @classmethod
    def of(cls, dataset: Collection[Quad], addresses: Addresses) -> "Survey":
        """Survey all quads; of a store only what matters is read."""
        if isinstance(dataset, Store):
            return cls.of_store(dataset, addresses)
        said = (quad.triple for quad in dataset if quad.graph_name == addresses.corrections_graph)
        return cls._of(said, dataset, addresses)

    @classmethod
    def of_store(cls, store: Store, addresses: Addresses) -> "Survey":
        """Survey a stored dataset, or the one in a snapshot; reads only what matters."""
        return cls._of(_corrections_of(store, addresses), _surveyed(store, addresses), addresses)

    @classmethod
    def _of(cls, said: Iterable[Triple], quads: Iterable[Quad], addresses: Addresses) -> "Survey":
        corrections = corrections_in(said, addresses)
        standing = in_force(corrections)
        namesakes = Namesakes.of(standing, addresses)
        found, ballot = [], Ballot()
        decided_by_program = (addresses.actors_graph, addresses.links_graph)
        for quad in namesakes.told(quads):
            graph, triple = quad.graph_name, quad.triple
            if graph in decided_by_program:
                found.append(triple)
            if graph not in addresses.graphs_aside and is_chosen(triple):
                ballot.add(triple, KNOWN if graph == addresses.actors_graph else 1)
        findings = dict(_findings(found))
        who = _identities(standing, findings.values(), ballot, addresses)
        return cls(addresses, corrections, standing, findings, ballot, who, namesakes)

    def things(self, action: Action) -> frozenset[Term]:
        """Everything that the corrections of an action speak of, as far as they are in force."""
        return frozenset(
            named_node(each, self.addresses)
            for correction in self.in_force
            if correction.action is action
            for each in correction.things
        )

    def nodes(self, corrections: Iterable[Correction], *actions: Action) -> frozenset[Term]:
        """The IRIs of corrections; with ``actions`` only of those."""
        return frozenset(
            self.addresses.node(Kind.CORRECTION, each.id)
            for each in corrections
            if not actions or each.action in actions
        )

    def is_there(self, thing: Term) -> bool:
        """Whether some article shows it."""
        return self.ballot.knows(thing)

    def is_unnamed(self, thing: Term) -> bool:
        """Whether it is a source without a name, of one article."""
        return _is_unnamed(thing, self.addresses)

    def human_names(self) -> dict[Term, Literal]:
        """The names that humans gave, by what is read under them."""
        return {self._renamed(each): Literal(each.name) for each in self.naming().values()}

    def naming(self) -> dict[str, Correction]:
        """The corrections that give a name now, by identifier: of each thing the newest.

        A name is not handed on to whom a human merged its bearer into, nor by an unnamed source to an actor.
        """
        newest: dict[Term, Correction] = {}
        for each in self.in_force:
            if each.action is Action.RENAME and self._keeps_its_name(
                named_node(each.things[0], self.addresses)
            ):
                newest[self._renamed(each)] = each
        return {each.id: each for each in newest.values()}

    def _renamed(self, correction: Correction) -> Term:
        return self.identities.root(named_node(correction.things[0], self.addresses))

    def named_as(self, thing: Term) -> Term | None:
        """To what a thing gives names and kind; None if it gives them to nothing."""
        root = self.identities.root(thing)
        return root if self.lends_names(thing, root) else None

    def lends_names(self, thing: Term, root: Term) -> bool:
        """Whether the names of a thing are names of what it is read as: a source without a name has none."""
        return thing == root or self.is_unnamed(root) or not self.is_unnamed(thing)

    def _keeps_its_name(self, thing: Term) -> bool:
        root = self.identities.root(thing)
        return thing == root or (
            thing not in self.identities.merged_by_human and self.lends_names(thing, root)
        )


def _corrections_of(store: Store, addresses: Addresses) -> Iterator[Triple]:
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, addresses.corrections_graph))


def _surveyed(store: Store, addresses: Addresses) -> Iterator[Quad]:
    whole = (addresses.actors_graph, addresses.links_graph)
    for graph in whole:
        yield from store.quads_for_pattern(None, None, None, graph)
    for predicate, term in CHOSEN_PATTERNS:
        for quad in store.quads_for_pattern(None, predicate, term):
            if quad.graph_name not in whole and isinstance(quad.graph_name, NamedNode):
                yield quad


def _findings(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, Finding]]:
    """The program's merges; what is described as one and not linked is none."""
    linked = set()
    described: defaultdict[NamedNode, dict[NamedNode, Term]] = defaultdict(dict)
    for triple in triples:
        if triple.predicate == _MERGED_INTO:
            linked.add((triple.subject, triple.object))
        elif triple.predicate in _OF_A_FINDING and isinstance(triple.subject, NamedNode):
            described[triple.subject][triple.predicate] = triple.object
    for node, facts in described.items():
        pair = (facts.get(_MERGED), facts.get(_TARGET))
        if pair in linked:
            probability = facts.get(_PROBABILITY)
            sure = float(probability.value) if isinstance(probability, Literal) else 0.0
            yield node, Finding(*pair, sure)


def _identities(
    standing: Iterable[Correction], findings: Iterable[Finding], ballot: Ballot, addresses: Addresses
) -> Identities:
    rejected = {named_node(each.things[0], addresses) for each in standing if each.action is Action.REJECT}
    decisions = (
        Decision(
            each.id,
            tuple(named_node(thing, addresses) for thing in each.things),
            is_merge=each.action is Action.MERGE,
        )
        for each in standing
        if each.action in _OF_IDENTITY
    )
    return identities(
        (each for each in decisions if not each.is_merge or each.things[1] not in rejected),
        (each for each in findings if each.merged not in rejected),
        is_there=ballot.knows,
        is_unnamed=lambda thing: _is_unnamed(thing, addresses),
    )


def _is_unnamed(thing: Term, addresses: Addresses) -> bool:
    return isinstance(thing, NamedNode) and thing.value.startswith(f"{addresses.base}{Kind.SOURCE}/")
