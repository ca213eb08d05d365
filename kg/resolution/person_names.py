"""Full names of persons, taken apart and compared part by part.

How sure it is that two names are of one person is the product over the parts: last name, given name, middle
names, generation. One part that contradicts makes two persons of them.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from kg.resolution import knowledge
from kg.resolution.forms import is_suffix
from kg.resolution.knowledge import word_list
from kg.transliteration import frame, letters, skeleton

_PARTICLES = word_list("particles")
_ARTICLES = ("al-", "el-", "Al-", "El-")
_LONG = 5
"""From so many letters on a transliteration that agrees is no chance."""
_SHORTEST_FRAME = 3
_NEAR, _NEAR_GIVEN = 0.8, 0.85
"""Least similarity of last names with the same consonants, and of given names: a slip in seven letters."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure it is that two actors are one, and why."""

    probability: float
    words: str


@dataclass(frozen=True)
class PersonName:
    """A full name, title left out; ``words`` are as written, particles and generation left out."""

    words: tuple[str, ...]
    generation: str

    @classmethod
    def of(cls, name: str) -> "PersonName | None":
        """A full name taken apart; None for a single word and for a handle, which have no parts."""
        if name.startswith("@"):
            return None
        return _parsed(name)

    @functools.cached_property
    def skeletons(self) -> tuple[str, ...]:
        """Its words, made equal under transliteration."""
        return tuple(map(skeleton, self.words))

    @property
    def blocks(self) -> frozenset[str]:
        """Keys of which two names have one in common if they can be of one person."""
        parts = self.skeletons
        first, last = parts[0], parts[-1]
        keys = {f"last {last} {each}" for each in _given_keys(self.words)}
        keys |= {f"all {''.join(parts)}", f"begins {first} {parts[1]}", f"ends {parts[-2]} {last}"}
        if len(frame(self.words[-1])) >= _SHORTEST_FRAME:
            keys.add(f"frame {first} {frame(self.words[-1])}")
        if len(parts) == 2:
            keys.add(f"turned {' '.join(sorted(parts))}")
        return frozenset(keys)


def _given_keys(words: Sequence[str]) -> Iterator[str]:
    """The initial of the given name, of the second one after an initial, and the groups of its forms."""
    yield skeleton(words[0])[0]
    if _is_initials(words[0]):
        yield skeleton(words[1])[0]
    yield from map(str, _short_forms().get(skeleton(words[0]), ()))


@functools.lru_cache(maxsize=1 << 17)
def _parsed(name: str) -> PersonName | None:
    words = [_without_article(word) for word in name.replace(",", " ").split()]
    generation = next((word.rstrip(".").lower() for word in words if is_suffix(word)), "")
    kept = tuple(word for word in words if not is_suffix(word) and word.lower() not in _PARTICLES)
    if len(kept) < 2 or not all(map(skeleton, kept)):
        return None
    return PersonName(kept, generation)


def _without_article(word: str) -> str:
    return word[3:] if word.startswith(_ARTICLES) and len(word) > _LONG else word


def compare_names(one: PersonName, other: PersonName) -> Evidence | None:
    """How sure it is that two full names are of one person; None if a part contradicts."""
    generation = _compare_generations(one.generation, other.generation)
    if generation is None:
        return None
    found = _in_order(one, other)
    if found is not None and found.probability < _ALL_EQUAL and generation.probability < 1:
        generation = Evidence(_GENERATION_OF_A_FORMAL_NAME, generation.words)
    found = found or _out_of_order(one, other)
    return None if found is None else _product((found, generation))


def _product(parts: Sequence[Evidence]) -> Evidence:
    probability = 1.0
    for part in parts:
        probability *= part.probability
    return Evidence(probability, ", ".join(part.words for part in parts if part.words))


_ALL_EQUAL = 0.97
"""Of two names with equal given and last name and no middle name more."""
_GENERATION, _GENERATION_OF_A_FORMAL_NAME = 0.6, 0.9
"""A generation that only one name gives: if all else is equal, father and son are likely; not so if the names
differ in more, as ``Joe Lind`` and ``Joseph R. Lind Jr.`` do, where one article is more formal."""


def _compare_generations(one: str, other: str) -> Evidence | None:
    if one == other:
        return Evidence(1.0, "")
    if one and other:
        return None
    return Evidence(_GENERATION, f"only one is “{(one or other).capitalize()}.”")


def _in_order(one: PersonName, other: PersonName) -> Evidence | None:
    last = _compare_last(one.words[-1], other.words[-1])
    if last is None:
        return None
    given, middle = _compare_given(one.words, other.words), _compare_middle(one, other)
    if given is None or middle is None:
        return None
    return _product((given, middle, last))


def _compare_last(one: str, other: str) -> Evidence | None:
    if letters(one) == letters(other) and letters(one):
        return Evidence(1.0, "equal last name")
    if skeleton(one) == skeleton(other):
        long = len(skeleton(one)) >= _LONG or not (one.isascii() and other.isascii())
        return Evidence(0.98 if long else 0.8, "last name in two spellings")
    same_frame = frame(one) == frame(other) and len(frame(one)) >= _SHORTEST_FRAME
    if same_frame and _similarity(skeleton(one), skeleton(other)) >= _NEAR:
        return Evidence(0.75, "last name spelled alike")
    return None


def _similarity(one: str, other: str) -> float:
    return DamerauLevenshtein.normalized_similarity(one, other)


def _compare_given(one: Sequence[str], other: Sequence[str]) -> Evidence | None:
    mine, theirs = one[0], other[0]
    if letters(mine) == letters(theirs) and letters(mine):
        return Evidence(_ALL_EQUAL, "equal given name")
    if skeleton(mine) == skeleton(theirs):
        return Evidence(0.96 if len(skeleton(mine)) >= _LONG else 0.85, "given name in two spellings")
    if _short_forms().get(skeleton(mine), frozenset()) & _short_forms().get(skeleton(theirs), frozenset()):
        return Evidence(0.93, "two forms of the given name")
    if _is_initials(mine) or _is_initials(theirs):
        return _compare_initials(one, other)
    if _is_near(mine, theirs):
        return Evidence(0.85, "given name spelled alike")
    return None


@functools.cache
def _short_forms() -> dict[str, frozenset[int]]:
    """In which groups of forms of one given name a skeleton stands."""
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(knowledge.short_given_names()):
        for name in group:
            groups.setdefault(skeleton(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def _is_initials(word: str) -> bool:
    return len(letters(word)) <= 2 and (word.isupper() or word.endswith("."))


def _compare_initials(one: Sequence[str], other: Sequence[str]) -> Evidence | None:
    """``J. Edgar Cole`` and ``Edgar Cole``; ``J. Cole`` and ``Jane Cole``."""
    for short, full in ((one, other), (other, one)):
        if _is_initials(short[0]) and len(short) > 2 and letters(short[1]) == letters(full[0]):
            return Evidence(0.88, "equal second given name")
    if letters(one[0])[:1] == letters(other[0])[:1]:
        return Evidence(0.6, "given name agrees with an initial")
    return None


def _is_near(one: str, other: str) -> bool:
    """Whether given names are a slip apart and not a man's and a woman's."""
    genders = knowledge.given_names()
    if genders.get(one, "") != genders.get(other, "") and genders.get(one) and genders.get(other):
        return False
    mine, theirs = skeleton(one), skeleton(other)
    near = _similarity(mine, theirs) >= _NEAR_GIVEN or frame(one) == frame(other) != ""
    return near and min(len(mine), len(theirs)) > _LONG and mine[-1] == theirs[-1]


def _compare_middle(one: PersonName, other: PersonName) -> Evidence | None:
    mine, theirs = one.words[1:-1], other.words[1:-1]
    if _is_initials(one.words[0]) != _is_initials(other.words[0]) and not (mine and theirs):
        return Evidence(1.0, "")
    if not mine or not theirs:
        return Evidence(0.97 if mine or theirs else 1.0, "")
    agree = len(mine) == len(theirs) and all(map(_agree, mine, theirs))
    return Evidence(1.0, "") if agree else None


def _agree(one: str, other: str) -> bool:
    """Whether two middle names are spellings of one, or one is the initial of the other."""
    mine, theirs = skeleton(one), skeleton(other)
    return mine.startswith(theirs) or theirs.startswith(mine)


def _out_of_order(one: PersonName, other: PersonName) -> Evidence | None:
    """Names whose words agree otherwise than first with first and last with last."""
    if "".join(one.skeletons) == "".join(other.skeletons):
        return Evidence(0.95, "equal but for blanks")
    short, long = sorted((one.skeletons, other.skeletons), key=len)
    if len(short) == len(long) == 2 and short == long[::-1]:
        return Evidence(0.6, "given and last name change places")
    if len(short) < len(long) and short == long[: len(short)]:
        return Evidence(0.65, "one last name more")
    if len(short) < len(long) and short == long[-len(short) :]:
        longer = max(one.words, other.words, key=len)
        more = longer[: len(long) - len(short)]
        return Evidence(0.85 if all(map(_is_no_name, more)) else 0.65, "the name at the end of a longer one")
    return None


def _is_no_name(word: str) -> bool:
    """Whether a word before a name is rather a role or an adjective: ``Counsel``, ``Democrat``."""
    if word in knowledge.given_names():
        return False
    ordinary = word.lower() in knowledge.nouns() or word.lower() in knowledge.common_words()
    return ordinary or word in knowledge.collectives() or word in knowledge.titles()
