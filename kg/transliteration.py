"""One spelling for names that are written in several ways: Zelensky, Zelenskyy, Зеленський."""

import functools
import re

from anyascii import anyascii

_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("[^a-z]", ""),
        ("schtsch|shch|sj", "sh"),
        ("tsch|tch|tsh", "ch"),
        ("sch", "sh"),
        ("dzh|dj", "j"),
        ("kh|ck|q|c(?!h)", "k"),
        ("(?<=.)x", "ks"),
        ("[dg]h", lambda found: found[0][0]),
        ("(?<=[aeiou])h(?![aeiou])", ""),
        ("ph", "f"),
        ("w", "v"),
        ("ou|oo", "u"),
        ("ue", "u"),
        ("oe", "o"),
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


@functools.lru_cache(maxsize=1 << 16)
def letters(word: str) -> str:
    """A word of a name in plain small letters, accents and punctuation off: nothing made equal.

    >>> letters("O’Muñoz")
    'omunoz'
    """
    return re.sub("[^a-z]", "", anyascii(word).lower())


@functools.lru_cache(maxsize=1 << 16)
def frame(word: str) -> str:
    """The consonants of a skeleton: what transliterations of Arabic or Hebrew have in common.

    >>> frame("Suleimani") == frame("Soleymani")
    True
    """
    return re.sub("[aeiouy]", "", skeleton(word))
