"""Namings that are spelled alike, and which of them may mean the same figure."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import DamerauLevenshtein

from kg.domain import ActorKind
from kg.identity import key
from kg.resolution import knowledge
from kg.resolution.kinds import is_read_as_body, kind_of
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.seen import Seen
from kg.resolution.tokens import Tokens
from kg.transliteration import skeleton

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MINOR_WORDS = frozenset({"of", "the", "for", "and", "on", "&"})
_HOUSEHOLDS = word_list("households")
_SHORTEST_HANDLE = 5
"""Letters of a last name that a handle must hold to be its owner's."""
_SHORTEST_GIVEN = 3
"""Letters that a short given name shares with the long one: Chris, Christopher."""
_SHORTEST_SLIP, _MOST_SLIPS = 6, 2
"""Letters of a word in which a typing error is told from another name, and how often it is made at most."""
_NOT_ACTING_BEFORE = word_list("not acting before")
"""Before a capital they show that the city is meant, not its government."""
_STATELY = word_list("acting for a state") | word_list("affairs of a state")
"""What a state has and a city has not."""


@dataclass(frozen=True, slots=True)
class Form:
    """All namings that are spelled alike."""

    text: str
    names: tuple[Name, ...]
    kind: ActorKind | None
    words: tuple[str, ...]
    """Its words, made equal under transliteration, generational suffix left out."""

    @classmethod
    def of(cls, text: str, names: Sequence[Name], kind: ActorKind | None) -> "Form":
        """The form of namings that are spelled ``text``."""
        words = tuple(skeleton(word) for word in text.split() if not is_suffix(word))
        return cls(text, tuple(names), kind, words)

    @property
    def generation(self) -> str:
        """``jr`` and the like, or empty."""
        last = self.text.split()[-1]
        return last.rstrip(".").lower() if is_suffix(last) else ""


def is_suffix(word: str) -> bool:
    """Whether a word of a name tells the generation."""
    return word.rstrip(".").lower() in _SUFFIXES


def is_initial(word: str) -> bool:
    """Whether a word of a name is one letter and a period: ``J.``."""
    return len(word) == 2 and word[1] == "."


@functools.lru_cache(maxsize=1 << 17)
def is_bare(name: str) -> bool:
    """Whether a person's name is one word that many people may bear: no full name, no handle.

    >>> is_bare("Clinton"), is_bare("Clinton Jr."), is_bare("Ann Clinton"), is_bare("@clinton")
    (True, True, False, False)
    """
    words = [word for word in name.split() if not is_suffix(word)]
    return len(words) < 2 and not name.startswith("@")


def forms_of(names: Iterable[Name], tokens: Tokens, seen: Seen) -> tuple[Form, ...]:
    """The forms of all names, in the order in which they first appear."""
    grouped: dict[str, list[Name]] = {}
    texts: dict[str, str] = {}
    for name in names:
        text = _standard(name, tokens)
        if text:
            grouped.setdefault(key(text), []).append(name)
            known = texts.setdefault(key(text), text)
            texts[key(text)] = text if known.isupper() else known
    forms = tuple(
        Form.of(texts[each], group, _kind(texts[each], group, tokens, seen))
        for each, group in grouped.items()
    )
    return tuple(_as_body(form, forms, seen) for form in forms)


def _as_body(form: Form, forms: Sequence[Form], seen: Seen) -> Form:
    """A word that begins the name of a body is one where it is read as one: ``Patriot``, ``Patriot Coal``."""
    if form.kind != ActorKind.PERSON or len(form.words) > 1 or not is_read_as_body(form.names, seen):
        return form
    longer = (each for each in forms if each.text.startswith(f"{form.text} "))
    is_body = any(each.kind in (ActorKind.ORGANIZATION, ActorKind.GOVERNMENT) for each in longer)
    return replace(form, kind=ActorKind.ORGANIZATION) if is_body else form


def _kind(text: str, names: list[Name], tokens: Tokens, seen: Seen) -> ActorKind | None:
    return ActorKind.GOVERNMENT if text in knowledge.state_by_name() else kind_of(names, tokens, seen)


def _standard(name: Name, tokens: Tokens) -> str:
    """The name under which a naming is filed; empty for a capital that is only a place."""
    words = name.words
    if name.text in knowledge.state_by_name():
        return knowledge.state_by_name()[name.text]
    if name.text in knowledge.state_by_capital():
        return knowledge.state_by_capital()[name.text] if _acts(name, tokens) else ""
    if name.text in knowledge.institutions():
        return knowledge.institutions()[name.text][0]
    if len(words) > 2 and words[-1] in _HOUSEHOLDS and words[0] in knowledge.given_names():
        return " ".join(words[-2:])
    return name.text


def _acts(name: Name, tokens: Tokens) -> bool:
    """Whether a capital stands for its government: not where it only says where, or whose a thing is."""
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if before is not None and tokens[name.first].gap == " " and before.text.lower() in _NOT_ACTING_BEFORE:
        return False
    if after is None:
        return True
    if name.possessive and after.gap == " ":
        return after.text.lower() in _STATELY
    of_place = after.gap == " " and not after.capital and _is_noun(after.text)
    return not of_place and not (after.gap == ", " and after.capital)


def _is_noun(word: str) -> bool:
    nouns = knowledge.nouns()
    return word in nouns or word.removesuffix("s") in nouns


def same_person(one: Form, other: Form) -> bool:
    """Whether two full names of persons are spellings of one: last names equal, first names compatible."""
    if one.generation != other.generation or len(one.words) < 2 or len(other.words) < 2:
        return False
    if one.words[-1] != other.words[-1]:
        return False
    if one.words[-2:] == other.words[-2:] and min(len(one.words), len(other.words)) == 2:
        return True
    return _compatible(one.words[0], other.words[0]) or _is_given_slip(one, other)


def _is_given_slip(one: Form, other: Form) -> bool:
    """Whether a given name is a slip of the other: ``Donand`` of Donald; Erica is none of Eric."""
    known = [form.text.split()[0] in knowledge.given_names() for form in (one, other)]
    return any(known) and not all(known) and _is_slip(one.words[0], other.words[0])


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one typing error apart: a letter too few, too many, another, or two changed."""
    long = min(len(one), len(other)) >= _SHORTEST_SLIP and one[0] == other[0]
    return long and DamerauLevenshtein.distance(one, other) == 1


def _compatible(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= _SHORTEST_GIVEN)


def shortens_person(short: Form, full: Form) -> bool:
    """Whether ``short`` is the last name, the first name or the handle of the person ``full``.

    An abbreviated place is none: ``Ky.`` is not Suu Kyi.
    """
    if short.text.startswith("@"):
        last = full.words[-1]
        return len(last) >= _SHORTEST_HANDLE and last in skeleton(short.text)
    is_state = short.text.endswith(".") and short.text in knowledge.places()
    if len(short.words) >= len(full.words) or is_state:
        return False
    is_last = full.words[-len(short.words) :] == short.words
    is_first = full.words[: len(short.words)] == short.words and short.text not in knowledge.places()
    return is_last or (is_first and short.text not in knowledge.state_by_name())


def misspells_person(slip: Form, full: Form) -> bool:
    """Whether a word met once or twice is a slip of the last name of ``full``: not its plural."""
    ordinary = slip.text.lower() in knowledge.common_words() or slip.text in knowledge.given_names()
    rare = len(slip.words) == 1 and len(slip.names) <= _MOST_SLIPS and not ordinary
    return rare and slip.words[0] != f"{full.words[-1]}s" and _is_slip(slip.words[0], full.words[-1])


def shortens_body(short: Form, full: Form) -> bool:
    """Whether ``short`` is the acronym or the short name of the body ``full``."""
    if len(full.words) < 2 or short.text in knowledge.places() or short.text in knowledge.state_by_name():
        return False
    if is_acronym(short.text, full.text):
        return True
    if len(short.words) >= len(full.words):
        return False
    words, all_words = short.text.split(), full.text.split()
    if all_words[-len(words) :] == words:
        return len(words) > 1 or (
            words[0] in knowledge.organization_words() and all(n.after_the for n in short.names)
        )
    rest, kinds = all_words[len(words) :], knowledge.organization_words()
    if all_words[: len(words)] != words:
        return False
    is_body = short.kind == ActorKind.ORGANIZATION and len(all_words) == 2 and not short.text.isupper()
    return is_body or all(kinds.get(word) == "organization" for word in rest)


def is_acronym(short: str, full: str) -> bool:
    """Whether ``short`` is made of the initials of ``full``, small words counted or not.

    >>> is_acronym("EPA", "Environmental Protection Agency"), is_acronym("DOJ", "Department of Justice")
    (True, True)
    """
    letters = re.sub(r"[^A-Za-z]", "", short)
    if len(letters) < 2 or not letters[0].isupper() or sum(letter.isupper() for letter in letters) < 2:
        return False
    words = [word for word in re.split(r"[\s-]+", full) if word]
    major = "".join(word[0] for word in words if word not in _MINOR_WORDS)
    return letters.upper() in (major.upper(), "".join(word[0] for word in words).upper())
