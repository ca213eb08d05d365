"""RDF as text, sorted: the same graph gives the same bytes.

Of the effective graph Turtle, N-Triples, JSON-LD and RDF/XML; of the stored dataset N-Quads and TriG.
``WRITERS`` is the table. What a writer writes reads back to the same graph; only RDF/XML leaves something
out: control characters, which no XML may contain.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import UnknownNameError
from kg.store.json_ld import jsonld
from kg.store.prefixed import Names, by_subject, type_first
from kg.store.selection import quads_of_article, triples_of_article
from kg.store.snapshot import Snapshot
from kg.store.terms import Term
from kg.store.vocabulary import RDF

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


# --------------------------------------------------------------------------------------------- writers


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Turtle: subjects by IRI, the type first, then predicates and objects in alphabetical order."""
    names = Names(prefixes)
    return "\n".join((_head(names), *_blocks(triples, names)))


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> str:
    """TriG: one block per named graph, sorted by name, written as in Turtle."""
    names = Names(prefixes)
    graphs: defaultdict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad.triple)
    blocks = (
        "".join((graph, " {\n", "\n".join(_blocks(graphs[graph], names)), "}\n")) for graph in sorted(graphs)
    )
    return "\n".join((_head(names), *blocks))


def _head(names: Names) -> str:
    return "".join(f"@prefix {prefix}: <{names.prefixes[prefix]}> .\n" for prefix in sorted(names.prefixes))


def _blocks(triples: Iterable[Triple], names: Names) -> Iterator[str]:
    """One block of text per subject."""
    for subject, facts in by_subject(triples):
        lines = (_line(predicate, facts[predicate], names) for predicate in sorted(facts, key=type_first))
        yield names.turtle(subject) + " " + " ;\n    ".join(lines) + " .\n"


def _line(predicate: str, terms: Iterable[Term], names: Names) -> str:
    verb = "a" if predicate == RDF.type else names.turtle(NamedNode(predicate))
    return f"{verb} {_objects(terms, names)}"


def _objects(terms: Iterable[Term], names: Names) -> str:
    return ",\n        ".join(sorted(map(names.turtle, terms)))


def ntriples(triples: Iterable[Triple]) -> str:
    """N-Triples, one sorted line per triple."""
    return "".join(sorted({f"{triple} .\n" for triple in triples}))


def nquads(quads: Iterable[Quad]) -> str:
    """N-Quads, one sorted line per quad."""
    return "".join(sorted({f"{quad} .\n" for quad in quads}))


def rdfxml(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """RDF/XML without the control characters that XML forbids."""
    ordered = sorted({_for_xml(triple) for triple in triples}, key=str)
    written = serialize(ordered, format=RdfFormat.RDF_XML, prefixes=dict(prefixes))
    return (written or b"").decode().replace("\r", "&#13;") + "\n"


def _for_xml(triple: Triple) -> Triple:
    literal = triple.object
    if not isinstance(literal, Literal) or not _NO_XML.search(literal.value):
        return triple
    plain = _NO_XML.sub("", literal.value)
    stripped = (
        Literal(plain, language=literal.language)
        if literal.language
        else Literal(plain, datatype=literal.datatype)
    )
    return Triple(triple.subject, triple.predicate, stripped)


# ----------------------------------------------------------------------------------------- the table


def _of_graph(write: Callable[[Iterable[Triple], Mapping[str, str]], str]) -> "Writer":
    """A writer of the effective graph, or of one article's part of it."""

    def written(snapshot: Snapshot, article_id: str | None) -> str:
        triples: Iterable[Triple] = snapshot.triples()
        if article_id is not None:
            triples = triples_of_article(triples, article_id, snapshot.addresses)
        return write(triples, snapshot.addresses.prefixes)

    return written


def _of_dataset(write: Callable[[Iterable[Quad], Mapping[str, str]], str]) -> "Writer":
    """A writer of the stored dataset, or of one article's part of it."""

    def written(snapshot: Snapshot, article_id: str | None) -> str:
        quads: Iterable[Quad] = snapshot.quads()
        if article_id is not None:
            quads = quads_of_article(quads, article_id, snapshot.addresses)
        return write(quads, snapshot.addresses.prefixes)

    return written


Writer = Callable[[Snapshot, str | None], str]

WRITERS: Mapping[str, Writer] = {
    "turtle": _of_graph(turtle),
    "ntriples": _of_graph(lambda triples, _prefixes: ntriples(triples)),
    "jsonld": _of_graph(jsonld),
    "rdfxml": _of_graph(rdfxml),
    "nquads": _of_dataset(lambda quads, _prefixes: nquads(quads)),
    "trig": _of_dataset(trig),
}
"""Name of a format to its writer."""

ENDINGS: Mapping[str, str] = {
    "turtle": ".ttl",
    "ntriples": ".nt",
    "jsonld": ".jsonld",
    "rdfxml": ".rdf",
    "nquads": ".nq",
    "trig": ".trig",
}
"""Name of a format to the ending of its files."""


def write_rdf(snapshot: Snapshot, form: str, *, article: str | None = None) -> str:
    """A graph as text in one of the formats of ``WRITERS``.

    ``article`` (identifier, path or name) restricts it to what one article says and whoever it speaks of.
    Raises ``UnknownNameError`` for an unknown format or article.
    """
    if form not in WRITERS:
        raise UnknownNameError("RDF format", form, WRITERS)
    return WRITERS[form](snapshot, None if article is None else snapshot.find(article).id)
