"""Writes ``vocabulary.py`` from ``ontology/kg.ttl``: run ``python -m kg.store.vocabulary_generator``."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.store.ontology_files import ontology_text

TARGET = Path(__file__).with_name("vocabulary.py")

_HEAD = '''"""The words of the graph as plain strings, one class per namespace.

Made from ``ontology/kg.ttl`` by ``python -m kg.store.vocabulary_generator``: never edit by hand.
"""

from typing import Final
'''
_COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"


def vocabulary_source(ontology: str) -> str:
    """The Python source of ``vocabulary.py`` for an ontology in Turtle.

    Every IRI of the ontology in one of its declared namespaces becomes a constant; the comment of
    a term becomes the docstring of its constant.
    """
    parser = parse(ontology, format=RdfFormat.TURTLE)
    quads = [(quad.subject, quad.predicate, quad.object) for quad in parser]
    comments = {subject.value: words.value for subject, word, words in quads if word.value == _COMMENT}
    prefixes = dict(sorted(parser.prefixes.items()))
    terms = {part.value for quad in quads for part in quad if isinstance(part, NamedNode)}
    return "\n".join([_HEAD, *_prefix_lines(prefixes), *_class_lines(prefixes, terms, comments)]) + "\n"


def _prefix_lines(prefixes: Mapping[str, str]) -> Iterator[str]:
    yield "PREFIXES: Final[dict[str, str]] = {"
    yield from (f'    "{prefix}": "{namespace}",' for prefix, namespace in prefixes.items())
    yield "}"
    yield '"""Declared in every query and every Turtle file; prefix to namespace."""'


def _class_lines(prefixes: Mapping[str, str], terms: set[str], comments: Mapping[str, str]) -> Iterator[str]:
    for prefix, names in _names_by_prefix(prefixes, terms).items():
        yield f"\n\nclass {prefix.upper()}:"
        yield f'    """<{prefixes[prefix]}>."""\n'
        yield f'    NAMESPACE: Final = "{prefixes[prefix]}"'
        for name in names:
            iri = prefixes[prefix] + name
            yield f'    {name}: Final = "{iri}"'
            if iri in comments:
                yield f'    """{comments[iri]}"""'


def _names_by_prefix(prefixes: Mapping[str, str], terms: set[str]) -> dict[str, list[str]]:
    found = defaultdict(list)
    for prefix, namespace in prefixes.items():
        for term in sorted(terms):
            if term.startswith(namespace) and term.removeprefix(namespace).isidentifier():
                found[prefix].append(term.removeprefix(namespace))
    return found


if __name__ == "__main__":
    TARGET.write_text(vocabulary_source(ontology_text("kg.ttl")), encoding="utf-8")
