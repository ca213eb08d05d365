"""What a person means who wants to look at one actor, or correct it: never a guess.

An actor is given by its IRI, by its identifier (with or without prefix), by a name that it alone has, or by
the beginning of its identifier or of the hash in it.
"""

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.store.actors import actor_names
from kg.store.addresses import PREFIX_OF, Addresses, Kind
from kg.store.names import Named
from kg.store.snapshot import Snapshot

SHORTEST_ABBREVIATION = 4
"""Characters of an identifier that may stand for all of it."""

_HASH = re.compile(r"[a-z2-7]{16}$")


def find_actor(snapshot: Snapshot, asked: str) -> NamedNode:
    """The one actor that is meant.

    Raises ``UnknownNameError`` with the nearest names if there is none, ``AmbiguousNameError`` with all of
    them if there are several.
    """
    names = actor_names(snapshot)
    by_iri = {each.iri: each for each in names.entries}
    short = {iri: _short(iri, snapshot.addresses) for iri in by_iri}
    exact = [iri for iri in by_iri if asked.strip("<>") in (iri, short[iri], short[iri].partition(":")[2])]
    named = [] if exact else [each.iri for each in names.find_surely(asked)]
    found = exact or named or abbreviated(asked, short)
    if not found:
        raise UnknownNameError("actor", asked, names.nearest(asked))
    if len(found) > 1:
        raise AmbiguousNameError("actor", asked, (_candidate(by_iri[iri], short[iri]) for iri in found))
    return NamedNode(found[0])


def _candidate(actor: Named, short: str) -> str:
    return f"{short} ({actor.name})"


def _short(iri: str, addresses: Addresses) -> str:
    """An IRI under the base with its prefix, as the commands show it."""
    kind, _, local = iri.removeprefix(addresses.base).partition("/")
    return f"{PREFIX_OF[Kind(kind)]}:{local}"


def abbreviated(asked: str, short: Mapping[str, str]) -> list[str]:
    """The things whose identifier, or the hash in it, begins with what was asked for."""
    if len(asked) < SHORTEST_ABBREVIATION:
        return []
    return sorted(thing for thing, name in short.items() if _begins(asked, name))


def _begins(asked: str, name: str) -> bool:
    local = name.partition(":")[2]
    digest = _HASH.search(local)
    beginnings: Iterable[str] = (name, local, digest[0] if digest else local)
    return any(each.startswith(asked) for each in beginnings)
