"""One spelling for names that are written in several ways: Zelensky, Zelenskyy, Зеленський."""

import functools
import re

from anyascii import anyascii

_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("[^a-z]", ""),
        ("shch|sch|tsch|sj", "sh"),
        ("tch|tsh", "ch"),
        ("kh|ck|q|c(?!h)|x", "k"),
        ("(?<=[aeiou])h(?![aeiou])", ""),
        ("ph", "f"),
        ("w", "v"),
        ("zh|dj|dzh", "j"),
        ("ou|oo", "u"),
        ("ee", "i"),
        ("[iyj]*[yj][iyj]*|i{2,}", "i"),
        ("^i(?=e)", ""),
        (r"(.)\1+", r"\1"),
    )
)


@functools.lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """A word of a name in plain letters, with the usual variants of transliteration made equal.

    >>> skeleton("Zelensky") == skeleton("Zelenskyy") == skeleton("Зеленський")
    True
    """
    reduced = anyascii(word).lower()
    for pattern, replacement in _RULES:
        reduced = pattern.sub(replacement, reduced)
    return reduced
