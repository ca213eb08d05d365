"""From the database to what readers open: a new folder that is never changed again.

A snapshot holds the effective graph and the ontology in its default graph, so that questions find the
labels of the value lists, and the stored dataset in its named graphs, for backup and for questions about
where things come from.

The effective graph is written whole, be it for one new article: that one has a vote on the name and kind of
every actor and on the wording of every claim that others share, may merge actors of all articles, and may
hold up what a rejection would take. What it leaves as it was is known only when all has been computed.
"""

import hashlib
import shutil
from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.store.addresses import Addresses
from kg.store.effective import effective_triples
from kg.store.folder import PARTIAL, GraphFolder, Published
from kg.store.ontology_files import ontology_text
from kg.store.terms import Term
from kg.store.vocabulary import KG

_TEXT_SHA256 = NamedNode(KG.textSha256)


def publish(dataset: Store, folder: GraphFolder, addresses: Addresses) -> Published:
    """Write what the database holds as the next revision, make it the valid one, remove the others."""
    before = folder.published()
    after = Published(revision=before.revision + 1 if before else 1, ontology=ontology_hash())
    target = folder.snapshot(after.revision)
    partial = target.with_name(target.name + PARTIAL)
    for leftover in (target, partial):
        shutil.rmtree(leftover, ignore_errors=True)
    dataset.backup(str(partial))  # hard links: no copy is made
    _add_effective_graph(dataset, str(partial), addresses)
    partial.rename(target)
    dataset.flush()
    folder.point_to(after)
    _tidy(dataset, folder, after)
    return after


def _add_effective_graph(dataset: Store, path: str, addresses: Addresses) -> None:
    snapshot = Store(path)
    snapshot.bulk_extend(_in_default_graph(dataset, addresses))
    snapshot.flush()


def _in_default_graph(dataset: Store, addresses: Addresses) -> Iterator[Quad]:
    for triple in (*ontology(), *effective_triples(dataset, addresses)):
        yield Quad(triple.subject, triple.predicate, triple.object)


def _tidy(dataset: Store, folder: GraphFolder, valid: Published) -> None:
    for each in folder.snapshots():
        if each != folder.snapshot(valid.revision):
            shutil.rmtree(each, ignore_errors=True)
    hashes = (quad.object for quad in dataset.quads_for_pattern(None, _TEXT_SHA256, None))
    folder.drop_texts_except({each.value for each in hashes if isinstance(each, Literal)})


@cache
def ontology() -> tuple[Triple, ...]:
    """The words of the ontology as triples."""
    return tuple(quad.triple for quad in parse(ontology_text("kg.ttl"), RdfFormat.TURTLE))


@cache
def ontology_hash() -> str:
    """Names the ontology's text."""
    return hashlib.sha256(ontology_text("kg.ttl").encode()).hexdigest()[:16]


@cache
def words_of_the_ontology() -> frozenset[Term]:
    """Everything that the ontology describes: no part of the data."""
    return frozenset(triple.subject for triple in ontology())
