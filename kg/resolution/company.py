"""In whose company an actor is met: people whom the same others surround may be the same."""

import functools
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.domain import ActorKind, Sighting
from kg.resolution.profiles import Call, Profile
from kg.transliteration import skeleton

MOST_ARTICLES = 500
"""So many articles of one actor are looked at: more would change nothing and cost time."""

_LITTLE = 2.0
"""Weight of a company too small to tell anything."""


class Company:
    """Who is met with whom over all articles; persons go by their last name, whoever bears it."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        met: dict[str, set[str]] = {}
        for each in sightings:
            if each.actor.kind.is_named:
                met.setdefault(each.article, set()).add(_badge(each.actor.kind, each.actor.name))
        self._met: Mapping[str, set[str]] = met
        articles = Counter(badge for badges in met.values() for badge in badges)
        self._rarity = {badge: math.log(1 + len(met) / count) for badge, count in articles.items()}
        self._around: dict[frozenset[str], _Circle] = {}

    def shared(self, one: Profile, other: Profile) -> float:
        """How much of the smaller company is also in the larger one, 0–1; the rare count more."""
        if one.articles & other.articles:
            return 0.0
        mine, theirs = self._of(one), self._of(other)
        own = _badges(one) | _badges(other)
        shared = (mine.members & theirs.members) - own
        if not shared:
            return 0.0
        smaller = min(each.weight - self._weight(own & each.members) for each in (mine, theirs))
        return self._weight(shared) / (smaller + _LITTLE)

    def meets(self, profile: Profile, name: str) -> bool:
        """Whether an actor is met together with a body or country of that name."""
        return name in self._of(profile).members

    def _of(self, profile: Profile) -> "_Circle":
        found = self._around.get(profile.articles)
        if found is None:
            articles = sorted(profile.articles)[:MOST_ARTICLES]
            members = frozenset().union(*(self._met.get(article, ()) for article in articles))
            found = self._around[profile.articles] = _Circle(members, self._weight(members))
        return found

    def _weight(self, badges: Iterable[str]) -> float:
        return math.fsum(self._rarity[badge] for badge in badges)


@dataclass(frozen=True, slots=True)
class _Circle:
    """Everybody who is met in some articles."""

    members: frozenset[str]
    weight: float


@functools.lru_cache(maxsize=1 << 18)
def _badge(kind: ActorKind, name: str) -> str:
    return skeleton(Call.of(name).name.split()[-1]) if kind == ActorKind.PERSON else name


def _badges(profile: Profile) -> frozenset[str]:
    return frozenset(_badge(profile.kind, name) for name in profile.names)
