"""Persons named together who share the last name: ``Charles G. and David H. Cole``."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.resolution import knowledge
from kg.resolution.forms import is_initial, is_suffix
from kg.resolution.names import Name
from kg.resolution.tokens import Tokens

_JOINING = frozenset({"and", "&"})


def with_last_names(names: Sequence[Name], tokens: Tokens) -> tuple[Name, ...]:
    """The names, those of whom only the given name stands before another's full one with the last name.

    Who is called by that word elsewhere may be somebody else: ``Paul and Ted Lind`` beside Rand Paul.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in {name.words[0], name.words[-1]}:
            bearers[word].add(name.text)
    return tuple(
        replace(one, text=full)
        if (full := _in_full(one, other, tokens)) and bearers[one.words[0]] <= {one.text, full}
        else one
        for one, other in zip_longest(names, names[1:])
    )


def _in_full(one: Name, other: Name | None, tokens: Tokens) -> str:
    """A name with the last name of the one with whom it stands together; empty if it stands alone."""
    if other is None or not _are_joined(one, other, tokens):
        return ""
    last = next(word for word in reversed(other.words) if not is_suffix(word))
    return f"{one.text} {last}"


def _are_joined(one: Name, other: Name, tokens: Tokens) -> bool:
    """Whether two names stand side by side, the one without a last name, the other in full."""
    between = [token.text for token in tokens[one.last + 1 : other.first]]
    joined = len(between) == 1 and between[0] in _JOINING and tokens[one.last + 1].gap == " "
    return joined and not one.possessive and _is_given(one.words) and _is_full(other)


def _is_given(words: Sequence[str]) -> bool:
    """Whether some words are a given name and initials, no more."""
    return words[0] in knowledge.given_names() and all(map(is_initial, words[1:]))


def _is_full(name: Name) -> bool:
    first, *rest = name.words
    bodies = knowledge.organization_words()
    return bool(rest) and first in knowledge.given_names() and not any(word in bodies for word in rest)
