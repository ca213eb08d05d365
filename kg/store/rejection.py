"""What goes when a human rejects something: the thing itself, and all that only it held up.

Two tables say how things hold each other up. Without a rejection nothing is ever removed here, however
incomplete: that is for the validation to report.
"""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Triple

from kg.store.terms import Term
from kg.store.vocabulary import DCTERMS, KG

SUPPORTS = frozenset(
    NamedNode(iri)
    for iri in (
        DCTERMS.publisher,
        KG.about,
        KG.addresses,
        KG.contentSpan,
        KG.cueSpan,
        KG.embeddedIn,
        KG.expresses,
        KG.informedBy,
        KG.participant,
        KG.place,
        KG.quantitySpan,
        KG.refersTo,
        KG.reportsEvent,
        KG.speaker,
        KG.speakerSpan,
    )
)
"""The object is there because of the subject: without the last of them it goes too."""

NEEDS = frozenset(NamedNode(iri) for iri in (KG.contentSpan, KG.inArticle, KG.speaker))
"""The subject cannot stand without an object: without the last of them it goes too."""

HOLDS = frozenset(NamedNode(iri) for iri in (KG.expresses, KG.refersTo))
"""Without an object the subject stands only while something else supports it: a statement that says nothing
must relay one that does, words that name nobody must be the words of a statement."""

LINKS = SUPPORTS | NEEDS | HOLDS


def fallen(facts: Iterable[Triple], rejected: Iterable[Term]) -> frozenset[Term]:
    """``rejected`` and everything that cannot stand without it, to the last consequence."""
    links = _Links(facts)
    gone: set[Term] = set()
    waiting = list(rejected)
    while waiting:
        node = waiting.pop()
        if node not in gone:
            gone.add(node)
            waiting.extend(links.shaken_by(node, gone))
    return frozenset(gone)


class _Links:
    """The facts that hold things up, from both ends."""

    def __init__(self, facts: Iterable[Triple]) -> None:
        self._from: defaultdict[Term, list[Triple]] = defaultdict(list)
        self._to: defaultdict[Term, list[Triple]] = defaultdict(list)
        for fact in facts:
            if fact.predicate in LINKS:
                self._from[fact.subject].append(fact)
                self._to[fact.object].append(fact)

    def shaken_by(self, node: Term, gone: set[Term]) -> list[Term]:
        """The neighbours of ``node`` that do not stand any more now that it is gone."""
        reached = [fact.object for fact in self._from[node] if fact.predicate in SUPPORTS]
        leaning = [fact.subject for fact in self._to[node] if fact.predicate in HOLDS]
        needing = [fact for fact in self._to[node] if fact.predicate in NEEDS]
        return [
            *(each for each in (*reached, *leaning) if not self._is_held(each, gone)),
            *(fact.subject for fact in needing if not self._has(fact.subject, fact.predicate, gone)),
        ]

    def _is_held(self, node: Term, gone: set[Term]) -> bool:
        supported = any(fact.predicate in SUPPORTS and fact.subject not in gone for fact in self._to[node])
        return supported or any(self._has(node, predicate, gone) for predicate in HOLDS)

    def _has(self, node: Term, predicate: NamedNode, gone: set[Term]) -> bool:
        return any(fact.predicate == predicate and fact.object not in gone for fact in self._from[node])
