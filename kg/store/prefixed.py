"""How terms are written where there are prefixes, and in which order things stand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.store.terms import Term
from kg.store.vocabulary import RDF, XSD

_STRING = XSD.string
_BARE = {
    XSD.decimal: re.compile(r"[+-]?\d*\.\d+"),
    XSD.NAMESPACE + "integer": re.compile(r"[+-]?\d+"),
    XSD.boolean: re.compile("true|false"),
}
"""Datatypes whose literals Turtle writes as they are, if they look like this."""
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
"""Local names that need no escape."""


class Names:
    """IRIs and literals as Turtle has them, with prefixes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known: dict[str, str] = {}

    def compact(self, iri: str) -> str | None:
        """``prefix:local``, where that needs no escape."""
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_namespace.get(iri[:end])
        return f"{prefix}:{iri[end:]}" if prefix and _LOCAL.fullmatch(iri, end) else None

    def turtle(self, term: Term) -> str:
        """A term in Turtle."""
        if isinstance(term, NamedNode):
            return self._known.get(term.value) or self._remember(term)
        if isinstance(term, Literal) and term.datatype.value != _STRING and not term.language:
            form = _BARE.get(term.datatype.value)
            if form and form.fullmatch(term.value):
                return term.value
            return f"{Literal(term.value)}^^{self.turtle(term.datatype)}"
        return str(term)

    def _remember(self, node: NamedNode) -> str:
        written = self.compact(node.value) or str(node)
        self._known[node.value] = written
        return written


def by_subject(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, dict[str, set[Term]]]]:
    """Subjects, sorted, with their objects by predicate."""
    found: defaultdict[NamedNode, defaultdict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        if not isinstance(triple.subject, NamedNode):
            raise ValueError(f"only IRIs are described, not {triple.subject!r}")
        found[triple.subject][triple.predicate.value].add(triple.object)
    for subject in sorted(found, key=lambda node: node.value):
        yield subject, found[subject]


def type_first(predicate: str) -> tuple[bool, str]:
    """Sorts predicates: the type, then the others by IRI."""
    return predicate != RDF.type, predicate
