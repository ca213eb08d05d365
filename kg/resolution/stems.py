"""Stems: what the forms of one word have in common, so that words can be compared."""

import functools
import re

from kg.resolution import knowledge

_ENDINGS = ("ies", "ied", "ing", "ed", "es", "s")
_PART_OF_THE_WORD = ("ss", "us", "eed", "thing")
_STEM = 3
"""Letters that are left at least."""
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@functools.lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of an English word in any of its forms; not always a word itself.

    >>> {stem(word) for word in ("close", "closes", "closed", "closing")}
    {'clos'}
    >>> stem("sent") == stem("sends"), stem("soldiers"), stem("studied") == stem("study")
    (True, 'soldier', True)
    """
    lower = word.lower()
    base = knowledge.dictionary_forms().get(lower)
    return _bare(base or _cut(lower))


def _cut(word: str) -> str:
    """The word without the ending of its form."""
    if word.endswith(_PART_OF_THE_WORD):
        return word
    for ending in _ENDINGS:
        left = word.removesuffix(ending)
        if left != word and len(left) >= _STEM and _VOWEL.search(left):
            if ending in ("ies", "ied"):
                return left + "y"
            return _DOUBLED.sub(r"\1", left) if ending in ("ing", "ed") else left
        if left != word and ending == "ed" and left:
            return word.removesuffix("d")
    return word


def _bare(word: str) -> str:
    """The word without a last ``e``, with ``i`` for a last ``y``: what is lost before endings."""
    left = word.removesuffix("e")
    left = left if len(left) >= _STEM else word
    return _DOUBLED.sub(r"\1", left[:-1] + "i" if left.endswith("y") and len(left) > _STEM else left)
