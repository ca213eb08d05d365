"""Corrections as triples of their own named graph, and back; which are in force is nowhere written."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Triple

from kg.store.addresses import Addresses, Kind
from kg.store.corrections import FORMS, Action, Correction, local, ordered, thing
from kg.store.terms import Term, instant
from kg.store.vocabulary import DCTERMS, KG, OA, PROV, RDF

PREDICATES: Mapping[Action, tuple[NamedNode, ...]] = {
    Action.MERGE: (NamedNode(KG.target), NamedNode(KG.merged)),
    Action.SPLIT: (NamedNode(KG.distinguishes),),
    Action.SET_APART: (NamedNode(KG.setsApart), NamedNode(KG.setsApartIn)),
    Action.RENAME: (NamedNode(KG.renames),),
    Action.REJECT: (NamedNode(KG.rejects),),
    Action.CONFIRM: (NamedNode(KG.confirms),),
    Action.UNDO: (NamedNode(KG.withdraws),),
}
"""For each action the predicates of its things, in their order."""

_TYPE = NamedNode(RDF.type)
_CORRECTION = NamedNode(KG.Correction)
_WORDS: Mapping[NamedNode, str] = {
    NamedNode(KG.newName): "name",
    NamedNode(DCTERMS.description): "summary",
    NamedNode(OA.exact): "words",
}
"""Predicate of a text to the field of the record."""


def correction_triples(correction: Correction, addresses: Addresses) -> Iterator[Triple]:
    """One correction; the way back is ``corrections_in``."""
    node = addresses.node(Kind.CORRECTION, correction.id)
    yield Triple(node, _TYPE, _CORRECTION)
    yield Triple(
        node,
        NamedNode(PROV.wasAssociatedWith),
        addresses.node(Kind.EDITOR, quote(correction.author, safe="")),
    )
    yield Triple(node, NamedNode(PROV.endedAtTime), instant(correction.time))
    predicates = PREDICATES[correction.action]
    for place, each in enumerate(correction.things):
        predicate = predicates[0 if FORMS[correction.action].several else place]
        yield Triple(node, predicate, named_node(each, addresses))
    for predicate, field in _WORDS.items():
        if words := getattr(correction, field):
            yield Triple(node, predicate, Literal(words))
    if correction.source:
        yield Triple(node, NamedNode(KG.inArticle), addresses.node(Kind.ARTICLE, correction.source))


def named_node(named: str, addresses: Addresses) -> NamedNode:
    """The IRI of a thing that a correction names."""
    kind, _, identifier = named.partition("/")
    return addresses.node(Kind(kind), identifier)


def corrections_in(triples: Iterable[Triple], addresses: Addresses) -> tuple[Correction, ...]:
    """All corrections that are described there, the oldest first; other triples are passed over."""
    about: defaultdict[Term, list[Triple]] = defaultdict(list)
    for triple in triples:
        about[triple.subject].append(triple)
    return ordered(
        _correction(facts, addresses)
        for facts in about.values()
        if any(fact.predicate == _TYPE and fact.object == _CORRECTION for fact in facts)
    )


def _correction(facts: list[Triple], addresses: Addresses) -> Correction:
    objects: defaultdict[NamedNode, list[Term]] = defaultdict(list)
    for fact in facts:
        objects[fact.predicate].append(fact.object)
    (action,) = (action for action, predicates in PREDICATES.items() if predicates[0] in objects)
    (editor,) = objects[NamedNode(PROV.wasAssociatedWith)]
    (time,) = objects[NamedNode(PROV.endedAtTime)]
    things = (_named(each, addresses) for predicate in PREDICATES[action] for each in objects[predicate])
    words = {field: _text(objects[predicate]) for predicate, field in _WORDS.items()}
    source = objects[NamedNode(KG.inArticle)]
    return Correction(
        action=action,
        things=tuple(sorted(things) if FORMS[action].several else things),
        author=unquote(local(_named(editor, addresses))),
        time=datetime.datetime.fromisoformat(_text([time])),
        source=local(_named(source[0], addresses)) if source else "",
        **words,
    )


def _named(term: Term, addresses: Addresses) -> str:
    if not isinstance(term, NamedNode) or not term.value.startswith(addresses.base):
        raise ValueError(f"{term!r} is no IRI under {addresses.base!r}")
    kind, _, identifier = term.value[len(addresses.base) :].partition("/")
    return thing(Kind(kind), identifier)


def _text(terms: list[Term]) -> str:
    return "".join(term.value for term in terms if isinstance(term, Literal))
