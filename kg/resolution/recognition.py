"""Actors that a gazetteer has: recognised by a name that it gives to one alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.domain import ActorKind, KnownActor, Merge, Suspect
from kg.identity import key
from kg.resolution.body_names import body_key
from kg.resolution.forms import is_bare
from kg.resolution.profiles import Call, Profile, joined
from kg.transliteration import skeleton

_NAME, _ALIAS, _OTHER_KIND = 0.99, 0.98, 0.5
"""Probability that an actor is the one of the gazetteer: by its name, by an alias, by either but of another
kind."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """All profiles, those of a known actor as one; with the links that this took."""

    profiles: tuple[Profile, ...]
    merges: tuple[Merge, ...]
    suspects: tuple[Suspect, ...]


def recognise(profiles: Iterable[Profile], known: Iterable[KnownActor]) -> Recognised:
    """Find the known among the seen. What several known ones may be is only suspected to be one of them."""
    index = _Index(known)
    if not index.profiles:
        return Recognised(tuple(profiles), (), ())
    seen = {each.id: each for each in index.profiles}
    parts: dict[str, list[Profile]] = defaultdict(list, {each.id: [each] for each in index.profiles})
    merges, suspects = [], []
    for profile in profiles:
        found = [] if profile.id in seen else index.find(profile)
        same = [each for each in found if each.probability > _OTHER_KIND]
        if len(same) == 1:
            merges.append(same[0])
            parts[same[0].target].append(profile)
        else:
            parts[profile.id].append(profile)
            share = 1 / max(len(found), 1)
            suspects += [
                Suspect(each.merged, each.target, each.probability * share, each.evidence) for each in found
            ]
    return Recognised(tuple(joined(parts[actor]) for actor in sorted(parts)), tuple(merges), tuple(suspects))


class _Index:
    """The actors of a gazetteer by their names."""

    def __init__(self, known: Iterable[KnownActor]) -> None:
        by_id = {each.id: each for each in known}
        self._known = [by_id[actor] for actor in sorted(by_id)]
        self.profiles = tuple(map(_profile, self._known))
        self._by_name: dict[str, dict[str, KnownActor]] = defaultdict(dict)
        for each in self._known:
            for name in (each.name, *each.aliases):
                self._by_name[_folded(name, each.kind)][each.id] = each

    def find(self, profile: Profile) -> list[Merge]:
        """The known actors that a profile may be: by its name, else by other full names of it."""
        others = sorted(name for name in profile.names if not is_bare(name))
        for names in ([profile.name], others):
            found = {each.id: each for name in names for each in self._named(name, profile.kind)}
            if found:
                return [_merge(profile, found[actor]) for actor in sorted(found)]
        return []

    def _named(self, name: str, kind: ActorKind) -> Iterator[KnownActor]:
        mine = self._by_name.get(_folded(name, kind), {})
        yield from mine.values()
        if not mine:
            other_kind = ActorKind.ORGANIZATION if kind == ActorKind.PERSON else ActorKind.PERSON
            yield from self._by_name.get(_folded(name, other_kind), {}).values()


def _folded(name: str, kind: ActorKind) -> str:
    if kind == ActorKind.PERSON:
        return f"person {key(Call.of(name).name)}"
    return f"body {body_key(name)}"


def _merge(profile: Profile, known: KnownActor) -> Merge:
    if profile.is_person != (known.kind == ActorKind.PERSON):
        return Merge(
            profile.id, known.id, _OTHER_KIND, f"{known.name} of the gazetteer is of the kind {known.kind}"
        )
    by_name = key(profile.name) == key(known.name)
    words = "name" if by_name else "alias"
    return Merge(
        profile.id,
        known.id,
        _NAME if by_name else _ALIAS,
        f"{words} in the gazetteer: {profile.name} = {known.name}",
    )


def _profile(known: KnownActor) -> Profile:
    names = frozenset(Call.of(name).name for name in (known.name, *known.aliases))
    return Profile(
        id=known.id,
        kind=known.kind,
        name=known.name,
        names=names,
        calls={skeleton(name): frozenset() for name in names if is_bare(name)},
        is_known=True,
    )
