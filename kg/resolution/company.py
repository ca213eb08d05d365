"""In whose company an actor is met: people whom the same others surround may be the same."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.domain import ActorKind, Sighting
from kg.resolution.profiles import Call, Profile
from kg.resolution.transliteration import skeleton

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
        self._articles = Counter(badge for badges in met.values() for badge in badges)
        self._around: dict[frozenset[str], frozenset[str]] = {}

    def shared(self, one: Profile, other: Profile) -> float:
        """How much of the smaller company is also in the larger one, 0–1; the rare count more."""
        if one.articles & other.articles:
            return 0.0
        mine, theirs = self._of(one) - _own(one, other), self._of(other) - _own(one, other)
        smaller = min(self._weight(mine), self._weight(theirs))
        return self._weight(mine & theirs) / (smaller + _LITTLE)

    def _of(self, profile: Profile) -> frozenset[str]:
        found = self._around.get(profile.articles)
        if found is None:
            articles = sorted(profile.articles)[:MOST_ARTICLES]
            found = frozenset().union(*(self._met.get(article, ()) for article in articles))
            self._around[profile.articles] = found
        return found

    def _weight(self, badges: Iterable[str]) -> float:
        return math.fsum(math.log(1 + len(self._met) / self._articles[badge]) for badge in badges)


def _badge(kind: ActorKind, name: str) -> str:
    return skeleton(Call.of(name).name.split()[-1]) if kind == ActorKind.PERSON else name


def _own(*profiles: Profile) -> frozenset[str]:
    return frozenset(_badge(profile.kind, name) for profile in profiles for name in profile.names)
