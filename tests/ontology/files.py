"""The ontology's files, as the tests read them."""

from functools import cache
from pathlib import Path

import rdflib
from pyoxigraph import RdfFormat, Store

FOLDER = Path(__file__).parents[2] / "ontology"
EXAMPLES = FOLDER / "examples"
CLEAN = EXAMPLES / "troops.ttl"
QUESTIONS = sorted((FOLDER / "questions").glob("*.rq"))
TURTLE = [FOLDER / "kg.ttl", FOLDER / "shapes.ttl", FOLDER / "alignment.ttl", CLEAN]
TRIG = sorted(EXAMPLES.glob("*.trig"))


@cache
def graph_of(path: Path) -> rdflib.Graph:
    """A Turtle file in rdflib; do not change it."""
    return rdflib.Graph().parse(path)


def copy_of(*graphs: rdflib.Graph) -> rdflib.Graph:
    """The triples of several graphs in a new one."""
    union = rdflib.Graph()
    for graph in graphs:
        for triple in graph:
            union.add(triple)
    return union


def store_of(path: Path) -> Store:
    """A Turtle or TriG file in a new store."""
    store = Store()
    store.load(path=str(path), format=RdfFormat.from_extension(path.suffix[1:]))
    return store


def flat(store: Store) -> rdflib.Graph:
    """All triples of a store, whatever their graph, in rdflib."""
    triples = "".join(f"{quad.triple} .\n" for quad in store)
    return rdflib.Graph().parse(data=triples, format="nt")


@cache
def violations() -> dict[str, rdflib.Graph]:
    """Code to the triples that break it when they are added to the clean example."""
    store = store_of(EXAMPLES / "violations.trig")
    found = {}
    for name in store.named_graphs():
        triples = "".join(f"{quad.triple} .\n" for quad in store.quads_for_pattern(None, None, None, name))
        found[name.value.rpartition("/")[2]] = rdflib.Graph().parse(data=triples, format="nt")
    return found
