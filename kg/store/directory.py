"""Everybody in a stored dataset: as the articles show them, and as they are read now.

Whoever corrects has to be able to name also the actor that is read as another one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import AmbiguousNameError, CorrectionError
from kg.store.addresses import PREFIX_OF, Addresses, Kind
from kg.store.choice import NAME, OTHER_NAME
from kg.store.names import Named, NameIndex
from kg.store.survey import Survey
from kg.store.terms import ACTOR_CLASSES
from kg.store.vocabulary import RDF

SHORTEST_ABBREVIATION = 4
"""Characters of an identifier that may stand for all of it."""

_HASH_LENGTH = 16
_WHERE_TO_LOOK = {
    Kind.STATEMENT: "kg statements list shows them.",
    Kind.CORRECTION: "kg log shows them.",
}
_TYPE = NamedNode(RDF.type)
_LABELS = (NAME, OTHER_NAME)
_CLASSES = frozenset(map(NamedNode, ACTOR_CLASSES.values()))


@dataclass(frozen=True)
class Directory:
    """All actors of a dataset, to be looked up by whatever a person calls them."""

    addresses: Addresses
    survey: Survey
    names: Mapping[NamedNode, tuple[str, ...]]
    """Every actor of an article, with its names there; a preferred one comes first."""
    articles: Mapping[NamedNode, frozenset[str]]
    """The identifiers of the articles of each."""

    @classmethod
    def of(cls, store: Store, addresses: Addresses) -> "Directory":
        """The directory of a stored dataset, or of the one in a snapshot."""
        survey = Survey.of_store(store, addresses)
        articles: defaultdict[NamedNode, set[str]] = defaultdict(set)
        names: defaultdict[NamedNode, set[tuple[int, str]]] = defaultdict(set)
        for quad in survey.namesakes.told(_of_actors(store)):
            article = _article(quad, addresses)
            if article is None or not isinstance(quad.subject, NamedNode):
                continue
            if isinstance(quad.object, Literal):
                names[quad.subject].add((_LABELS.index(quad.predicate), quad.object.value))
            else:
                articles[quad.subject].add(article)
        return cls(
            addresses,
            survey,
            {node: tuple(dict.fromkeys(name for _, name in sorted(names[node]))) for node in articles},
            {node: frozenset(found) for node, found in articles.items()},
        )

    # ---------------------------------------------------------------------------------------- as read now

    def root(self, actor: NamedNode) -> NamedNode:
        """The actor as which one is read."""
        root = self.survey.identities.root(actor)
        assert isinstance(root, NamedNode)  # noqa: S101  what an IRI is read as is one
        return root

    def members(self, actor: NamedNode) -> tuple[NamedNode, ...]:
        """All that are read as an actor, itself included if an article shows it."""
        return self._by_root.get(actor, ())

    @cached_property
    def _by_root(self) -> dict[NamedNode, tuple[NamedNode, ...]]:
        found: defaultdict[NamedNode, list[NamedNode]] = defaultdict(list)
        for node in sorted(self.names, key=str):
            found[self.root(node)].append(node)
        return {root: tuple(those) for root, those in found.items()}

    def called(self, actor: NamedNode) -> str:
        """The name of an actor: as it is read now if it is read as itself, else as its articles have it."""
        names = self.names.get(actor, (self.short(actor),))
        return self._shown.get(actor, names[0])

    @cached_property
    def _shown(self) -> dict[NamedNode, str]:
        """The preferred name of everybody who is not read as another."""
        chosen = self.survey.ballot.outcome(self.survey.named_as, self.survey.human_names())
        return {
            triple.subject: triple.object.value
            for triple in chosen
            if triple.predicate == NAME
            and isinstance(triple.subject, NamedNode)
            and isinstance(triple.object, Literal)
        }

    # ------------------------------------------------------------------------------------------ looking up

    def find(self, asked: str) -> NamedNode:
        """The one actor that a person means: by IRI, identifier, name, or the beginning of an identifier.

        A name is first of all that of an actor as it is read now, then one that the articles have, be it of
        an actor that is read as another. Nothing is guessed: raises ``UnknownNameError`` with the nearest
        names, ``AmbiguousNameError`` with all that are meant.
        """
        short = {node: self.short(node) for node in (*self.names, *self._by_root)}
        found = (
            identified(asked, short)
            or self._named(self._now.called(asked))
            or self._named(self._once.called(asked))
            or self._named(self._once.find_surely(asked))
            or self._named(self._now.find_surely(asked))
            or abbreviated(asked, short)
        )
        if not found:
            raise self._now.missed(asked)
        roots = {self.root(node) for node in found}
        if len(roots) == 1 and len(found) > 1:
            return roots.pop()
        return _the_only("actor", asked, {node: self.described(node) for node in found})

    def described(self, actor: NamedNode) -> str:
        """Identifier and name of an actor: ``actor:nato-wgupcc7pyfgfgtxh (NATO)``."""
        return f"{self.short(actor)} ({self.called(actor)})"

    def short(self, node: NamedNode) -> str:
        """An IRI under the base with its prefix, as the commands show it."""
        return short_form(node, self.addresses)

    def _named(self, entries: Iterable[Named]) -> list[NamedNode]:
        return [NamedNode(each.iri) for each in entries]

    @cached_property
    def _now(self) -> NameIndex:
        """Actors as they are read now, with all their names."""
        entries = []
        for root, members in self._by_root.items():
            heirs = [each for each in members if self.survey.lends_names(each, root)]
            others = {name for each in heirs for name in self.names[each]}
            entries.append(self._entry(root, self.called(root), others))
        return NameIndex("actor", tuple(sorted(entries)))

    @cached_property
    def _once(self) -> NameIndex:
        """Actors as their articles have them."""
        entries = (self._entry(node, names[0], set(names)) for node, names in self.names.items())
        return NameIndex("actor", tuple(sorted(entries)))

    def _entry(self, node: NamedNode, name: str, others: set[str]) -> Named:
        return Named(name, node.value, tuple(sorted(others - {name})), not self.survey.is_unnamed(node))


def short_form(node: NamedNode, addresses: Addresses) -> str:
    """An IRI under the base with its prefix: ``st:qiglmgxtsawj2auz``."""
    kind, _, local = node.value.removeprefix(addresses.base).partition("/")
    return f"{PREFIX_OF[Kind(kind)]}:{local}"


def find_identified(kind: Kind, asked: str, nodes: Iterable[NamedNode], addresses: Addresses) -> NamedNode:
    """The one thing of a kind that has an IRI or identifier, or whose identifier begins so.

    Raises ``CorrectionError`` if there is none, ``AmbiguousNameError`` if there are several.
    """
    short = {node: short_form(node, addresses) for node in nodes}
    found = identified(asked, short) or abbreviated(asked, short)
    if not found:
        raise CorrectionError(
            f"no {kind} has an identifier that is {asked!r} or begins so",
            hint=f"Give {SHORTEST_ABBREVIATION} characters of it at least. {_WHERE_TO_LOOK[kind]}",
        )
    return _the_only(kind, asked, {node: short[node] for node in found})


def identified(asked: str, short: Mapping[NamedNode, str]) -> list[NamedNode]:
    """What has exactly this IRI or identifier, with or without prefix."""
    wanted = asked.removeprefix("<").removesuffix(">")
    return [node for node, name in short.items() if wanted in (node.value, name, name.partition(":")[2])]


def abbreviated(asked: str, short: Mapping[NamedNode, str]) -> list[NamedNode]:
    """What has an identifier, or a hash in it, that begins so."""
    if len(asked) < SHORTEST_ABBREVIATION:
        return []
    return [
        node
        for node, name in short.items()
        if any(start.startswith(asked) for start in (name, name.partition(":")[2], name[-_HASH_LENGTH:]))
    ]


def _the_only(kind: str, asked: str, found: Mapping[NamedNode, str]) -> NamedNode:
    if len(found) > 1:
        raise AmbiguousNameError(kind, asked, found.values())
    return next(iter(found))


def _of_actors(store: Store) -> Iterator[Quad]:
    """Kinds of actors, and names of whatever has one."""
    for class_node in _CLASSES:
        yield from store.quads_for_pattern(None, _TYPE, class_node)
    for label in _LABELS:
        yield from store.quads_for_pattern(None, label, None)


def _article(quad: Quad, addresses: Addresses) -> str | None:
    """The identifier of the article that says so; None in other graphs."""
    return addresses.article_of(quad.graph_name) if isinstance(quad.graph_name, NamedNode) else None
