"""JSON-LD with the short names of ``ontology/context.jsonld``: one object per subject."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kg.store.ontology_files import ontology_text
from kg.store.prefixed import Names, by_subject, type_first
from kg.store.terms import Term
from kg.store.vocabulary import RDF, XSD


def jsonld(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """JSON-LD: the ontology's context and the prefixes of the data, then the subjects by IRI."""
    names = Names(prefixes)
    context = _context() | dict(sorted(prefixes.items()))
    nodes = [_node(subject, facts, names) for subject, facts in by_subject(triples)]
    return json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


@cache
def _context() -> dict[str, Any]:
    context: dict[str, Any] = json.loads(ontology_text("context.jsonld"))["@context"]
    return context


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Prefixed name of a word to its short name and the type that its values have without saying so."""
    known = {}
    for short, meaning in _context().items():
        if isinstance(meaning, dict):
            known[meaning["@id"]] = short, meaning.get("@type", XSD.string)
        elif isinstance(meaning, str) and not meaning.startswith(("@", "http")):
            known[meaning] = short, XSD.string
    return known


def _word(prefixed: str) -> tuple[str, str]:
    return _words().get(prefixed, (prefixed, XSD.string))


def _node(subject: NamedNode, facts: Mapping[str, Iterable[Term]], names: Names) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _short(subject, names)}
    for predicate in sorted(facts, key=type_first):
        terms = sorted(facts[predicate], key=str)
        if predicate == RDF.type:
            node["@type"] = [_word(_short(term, names))[0] for term in terms]
            continue
        name, type_of_values = _word(_short(NamedNode(predicate), names))
        values = [_value(term, type_of_values, names) for term in terms]
        node[name] = values[0] if len(values) == 1 else values
    return node


def _value(term: Term, expected: str, names: Names) -> Any:
    """A value, bare if it has the expected type."""
    if not isinstance(term, Literal):
        return _short(term, names) if expected in ("@id", "@vocab") else {"@id": _short(term, names)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if expected in (datatype, _short(term.datatype, names)):
        return term.value
    bare = {"@value": term.value}
    return bare if datatype == XSD.string else bare | {"@type": _short(term.datatype, names)}


def _short(term: Term, names: Names) -> str:
    if not isinstance(term, NamedNode):
        raise ValueError(f"only IRIs have names, not {term!r}")
    return names.compact(term.value) or term.value
