"""Words of the ontology that a query uses and that do not exist: their pattern matches nothing, silently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process

from kg.store.query_gate import Token, tokens
from kg.store.vocabulary import KG

LEAST_LIKENESS = 60.0
"""Of 100: "speeker" is 86 like "speaker"."""


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """One word under ``kg:`` that the ontology does not have."""

    name: str
    """As the query writes it: ``kg:speeker``."""
    nearest: str | None
    """The word of the ontology that is most like it, as ``speaker``; None if none is."""

    def __str__(self) -> str:
        """What to tell whoever asks."""
        offer = f"; did you mean kg:{self.nearest}?" if self.nearest else "."
        return f"{self.name} is no word of the ontology and matches nothing{offer}"


def unknown_terms(query: str, prefixes: Mapping[str, str]) -> tuple[UnknownTerm, ...]:
    """The unknown words of a query, each once, in its order; ``prefixes`` are those known undeclared.

    What stands in texts and comments is not looked at; a query that is no SPARQL gives what can be seen.
    """
    known = _terms()
    found = {
        token.text: iri.removeprefix(KG.NAMESPACE)
        for token, iri in _iris(query, prefixes)
        if iri.startswith(KG.NAMESPACE)
    }
    return tuple(UnknownTerm(text, _nearest(term)) for text, term in found.items() if term not in known)


def _iris(query: str, prefixes: Mapping[str, str]) -> Iterator[tuple[Token, str]]:
    """Every IRI that a query uses, with the token that stands for it."""
    namespaces, before = dict(prefixes), ["", ""]
    for token in tokens(query):
        if token.kind == "iri":
            iri = token.text[1:-1]
            if before[0].lower() == "prefix":
                namespaces[before[1].removesuffix(":")] = iri
            else:
                yield token, iri
        elif token.kind == "name" and before[1].lower() != "prefix":
            prefix, _, local = token.text.partition(":")
            yield token, namespaces.get(prefix, "") + local
        before = [before[1], token.text]


@cache
def _terms() -> frozenset[str]:
    return frozenset(name for name in vars(KG) if not name.startswith("_") and name != "NAMESPACE")


def _nearest(term: str) -> str | None:
    found = process.extractOne(term, sorted(_terms()), processor=str.lower, score_cutoff=LEAST_LIKENESS)
    return found[0] if found else None
