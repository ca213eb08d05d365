"""What stands around a noun phrase and is no part of who is meant: weighing words, shares, times.

``even`` *older voters*, ``40 percent of`` *voters*, ``four in 10`` *voters*, *a minister* ``in 2015``.
"""

import re
from collections.abc import Sequence

from kg.resolution.knowledge import word_list
from kg.resolution.named_words import NamesByToken
from kg.resolution.tokens import Token

AFTERTHOUGHTS = word_list("afterthoughts")
_DETERMINERS = word_list("determiners")
_QUANTIFIERS = word_list("quantifiers")
_NUMBERS = word_list("numbers")
_PREPOSITIONS = word_list("prepositions")
_AMOUNTS = word_list("amounts")
_FRACTIONS = word_list("fractions")
_CALENDAR = word_list("calendar")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Tells which one, not how many: ``a 2014 study``."""
_BEFORE_TIMES = frozenset({"in", "on", "since"})
_MORE_OR_LESS = frozenset({"more", "less", "fewer", "so"})
_SHARES = frozenset({"percent", "%"})
_OUT_OF = frozenset({"in", "of"})
"""Between the numbers of a share: ``four in 10``."""
_WEIGHING = _PREPOSITIONS | {
    *("and", "but", "even", "only", "just", "nearly", "almost", "about", "roughly", "perhaps"),
    *("at least", "at most", "more than", "less than", "fewer than", "up to", "as many", "so many"),
}
"""Words before a phrase that are no part of who is meant."""


def trimmed(words: list[Token], names: NamesByToken) -> list[Token]:
    """The words of one phrase that tell who is meant, determiners among them."""
    return _counted(_stripped(opened(words, names), names))


def opened(words: list[Token], names: NamesByToken) -> list[Token]:
    """Without what only weighs the words after it: ``even older voters``, ``at least one official``."""
    begin = 0
    while length := _weighing(words[begin : begin + 3], names):
        begin += length
    return words[begin:]


def _weighing(words: Sequence[Token], names: NamesByToken) -> int:
    """How many of the first words only weigh what follows: none, one or two."""
    for length in (2, 1):
        weighs = " ".join(token.text.lower() for token in words[:length]) in _WEIGHING
        if weighs and len(words) > length and names.at(words[0]) is None:
            return length
    return 0


def _stripped(words: list[Token], names: NamesByToken) -> list[Token]:
    """Without times and the like at the end; ``an ad released Thursday`` keeps what tells which one."""
    while len(words) > 1 and words[-1].text in AFTERTHOUGHTS and not _is_told_by(words, names):
        words = words[:-1]
    ends = [token.text for token in words[-2:]]
    timed = ends[0] in _BEFORE_TIMES and _is_time(ends[-1])
    about = ends[0] == "or" and ends[-1] in _MORE_OR_LESS
    return words[:-2] if len(words) > 2 and (timed or about) else words


def _is_told_by(words: Sequence[Token], names: NamesByToken) -> bool:
    """Whether the last word belongs to the one before it: ``released Thursday``, ``on Super Tuesday``."""
    before = words[-2]
    plain = names.at(before) is None and before.gap == " "
    return plain and (before.text.endswith("ed") or (before.capital and words[-1].capital))


def _counted(words: list[Token]) -> list[Token]:
    """Without ``one of``, ``40 percent of``, ``four in 10`` and the like at the beginning."""
    counted = [token.text.lower() for token in words[:3]]
    if len(words) > 3 and counted[1] in _OUT_OF and _is_number(counted[0]) and _is_number(counted[2]):
        return words[4:] if words[3].text == "of" and len(words) > 4 else words[3:]
    if len(words) > 2 and counted[0] in _QUANTIFIERS | _FRACTIONS and counted[1] == "of":
        return words[2:]
    is_share = len(words) > 3 and is_determiner(words[0]) and counted[1] in _SHARES | _AMOUNTS | _FRACTIONS
    return words[3:] if is_share and counted[2] == "of" else words


def _is_time(word: str) -> bool:
    return bool(_YEAR.fullmatch(word)) or word.lower().rstrip(".") in _CALENDAR


def is_determiner(token: Token) -> bool:
    """Whether a word only determines or counts what follows: ``the``, ``many``, ``40``."""
    lowered = token.text.lower()
    return _is_number(lowered) or lowered in _DETERMINERS or lowered in _QUANTIFIERS


def _is_number(word: str) -> bool:
    """Whether a word counts; a year does not."""
    return word.split("-", maxsplit=1)[0] in _NUMBERS or (word.isdigit() and not _YEAR.fullmatch(word))
