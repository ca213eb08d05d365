"""What all articles together tell of an actor: its names, its offices, its gender, where it is met."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.domain import Actor, ActorKind, Sighting
from kg.resolution import knowledge
from kg.resolution.forms import is_bare
from kg.resolution.person_names import PersonName
from kg.transliteration import skeleton

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_SERVING = frozenset({"former", "acting"})
_DETERMINERS = ("the ", "a ", "an ", "former ")
_RANKS_ONLY = frozenset(
    {"doctor", "professor", "spokesman", "spokeswoman", "spokesperson", "analyst", "author"}
)
"""So many people have these that sharing one tells nothing."""


@dataclass(frozen=True, slots=True)
class Call:
    """A name as an article uses it, the title apart."""

    name: str
    office: str
    """In plain words: ``vice president``; empty without one."""
    genders: frozenset[str]

    @classmethod
    @functools.lru_cache(maxsize=1 << 17)
    def of(cls, name: str) -> "Call":
        """Take the titles off a name."""
        words = name.split()
        titles = knowledge.titles()
        count = next((place for place, word in enumerate(words) if word not in titles), len(words))
        if count == len(words):  # a name such as “King”
            count = 0
        held = [titles[word] for word in words[:count]]
        office = " ".join(title.role for title in held if title.role and title.role not in _SERVING)
        genders = frozenset(title.gender for title in held if title.gender)
        return cls(" ".join(words[count:]), "" if office in _RANKS_ONLY else office, genders)


Rank = tuple[bool, bool, int, int, str, str]


@dataclass(frozen=True)
class Profile:
    """One actor over all its articles, or several that were found to be one."""

    id: str
    kind: ActorKind
    name: str
    names: frozenset[str] = frozenset()
    """All names, ``name`` among them, titles left out."""
    articles: frozenset[str] = frozenset()
    calls: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Names of one word, made equal under transliteration, to the articles that use them."""
    offices: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    """As the given name tells; else as titles and pronouns do, which may have been read wrongly."""
    is_known: bool = False
    """Whether a gazetteer has it: its identity wins."""

    @property
    def is_person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == ActorKind.PERSON

    @functools.cached_property
    def is_bare(self) -> bool:
        """Whether it is a person of whom only one word of the name is known."""
        return self.is_person and not self.is_known and all(map(is_bare, self.names))

    @functools.cached_property
    def rank(self) -> "Rank":
        """The target of a merge is the lowest: known, no handle, most articles, longest name, alphabet."""
        is_handle = self.name.startswith("@")
        return (not self.is_known, is_handle, -len(self.articles), -len(self.name), self.name, self.id)

    @functools.cached_property
    def person_names(self) -> tuple[PersonName, ...]:
        """Its full names."""
        parsed = (PersonName.of(name) for name in sorted(self.names))
        return tuple(dict.fromkeys(name for name in parsed if name is not None))


def profiles_of(sightings: Iterable[Sighting]) -> tuple[Profile, ...]:
    """Every named actor once, by identifier, with what all its articles tell."""
    shown: dict[str, list[Sighting]] = defaultdict(list)
    for each in sightings:
        if each.actor.kind.is_named:
            shown[each.actor.id].append(each)
    return tuple(_profile(shown[actor]) for actor in sorted(shown))


def _profile(sightings: list[Sighting]) -> Profile:
    shown = Counter(each.actor.name for each in sightings)
    first = min((each.actor for each in sightings), key=lambda actor: _choice(actor, shown))
    called = [
        (each.article, Call.of(name)) for each in sightings for name in (each.actor.name, *each.actor.aliases)
    ]
    pointed = frozenset(words for each in sightings for words in each.words)
    names = frozenset(call.name for _, call in called) | {first.name}
    genders = _genders(names, (call for _, call in called), pointed)
    calls: dict[str, set[str]] = defaultdict(set)
    for article, call in called:
        if is_bare(call.name) and not _contradict(genders, call.genders):
            calls[skeleton(call.name)].add(article)
    return Profile(
        id=first.id,
        kind=first.kind,
        name=first.name,
        names=names,
        articles=frozenset(each.article for each in sightings),
        calls={word: frozenset(articles) for word, articles in calls.items()},
        offices=frozenset({*(call.office for _, call in called), *map(_office, pointed)}) - {""},
        genders=genders,
    )


def _genders(names: Iterable[str], calls: Iterable[Call], pointed: Iterable[str]) -> frozenset[str]:
    given = {knowledge.given_names().get(name.split()[0], "") for name in names if not is_bare(name)} - {""}
    if given:
        return frozenset(given)
    told = {_PRONOUNS.get(words.lower(), "") for words in pointed}
    return frozenset(told.union(*(call.genders for call in calls))) - {""}


def _contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _choice(actor: Actor, shown: Mapping[str, int]) -> tuple[bool, str, int, str]:
    return (actor.kind != ActorKind.PERSON, actor.kind, -shown[actor.name], actor.name)


def _office(description: str) -> str:
    """The office that a description names: ``the vice president``; empty if it names none."""
    words = description.lower()
    for determiner in _DETERMINERS:
        words = words.removeprefix(determiner)
    return words if words in _offices() else ""


@functools.cache
def _offices() -> frozenset[str]:
    roles = {title.role for title in knowledge.titles().values()} - _RANKS_ONLY - {""}
    return frozenset(roles | {f"vice {role}" for role in roles} | {"prime minister", "chief executive"})


def joined(profiles: Iterable[Profile]) -> Profile:
    """Several profiles as one, under the best-known of them."""
    ordered = sorted(profiles, key=lambda each: each.rank)
    if len(ordered) == 1:
        return ordered[0]
    calls: dict[str, frozenset[str]] = {}
    for each in ordered:
        for word, articles in each.calls.items():
            calls[word] = calls.get(word, frozenset()) | articles
    first = ordered[0]
    return Profile(
        id=first.id,
        kind=first.kind,
        name=first.name,
        names=frozenset().union(*(each.names for each in ordered)),
        articles=frozenset().union(*(each.articles for each in ordered)),
        calls=calls,
        offices=frozenset().union(*(each.offices for each in ordered)),
        genders=frozenset().union(*(each.genders for each in ordered)),
        is_known=first.is_known,
    )
