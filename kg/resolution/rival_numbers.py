"""Whether two claims answer the same question: with numbers of one kind, or by affirming and denying."""

import functools
from collections.abc import Mapping
from decimal import Decimal

from kg.domain import Quantity
from kg.resolution import knowledge
from kg.resolution.claim_nodes import Candidate
from kg.resolution.knowledge import word_list
from kg.resolution.likeness import are_synonyms, probability
from kg.resolution.meanings import Meanings
from kg.resolution.person_names import Evidence

WEIGHTS = {
    "cosine": 4.83,
    "most cover": 7.77,
    "alone on both sides": 0.56,
    "alone on one side": -1.16,
    "same predicate": 0.79,
    "numbers": -0.04,
    "numbers in one frame": 4.02,
    "antonym": -1.51,
    "": -9.01,
}
"""Of the features of ``likeness``; fitted, as the threshold, by ``python -m training.claims``."""
LEAST_QUESTION = 0.57
"""From which on two claims answer one question."""
DIFFERENCES_OF_QUESTIONS = ("changed places", "other dates", "other names", "other about")
"""Features of which one makes two questions."""
_NO_RIVALS = LEAST_QUESTION - 0.01
WINDOW = 60
"""Days between two claims that may be rival answers: later the world may have changed."""
_TOLERANCE, _WIDE_TOLERANCE = Decimal("0.1"), Decimal("0.15")
"""Share of the larger number by which rivals differ at least; the wide one if either is approximate."""
_LEAST_LIKENESS = 0.65
"""Of the texts of two claims whose numbers are rivals."""
_KINDRED_UNITS = 0.55
"""Likeness from which on two nouns count the same."""
_ANYBODY = word_list("anybody")
_PEOPLE = word_list("people")


def exclude_each_other(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two numbers cannot both be right, with tolerance."""
    if one is None or other is None:
        return False
    share = 1 - (_WIDE_TOLERANCE if one.approximate or other.approximate else _TOLERANCE)
    return any(
        high.least is not None and low.most is not None and low.most < high.least * share
        for low, high in ((one, other), (other, one))
    )


def are_of_one_kind(one: Quantity, other: Quantity, meanings: Meanings) -> bool:
    """Whether two numbers count the same: equal units, synonyms, or people under any noun."""
    mine, theirs = one.unit, other.unit
    if mine == theirs:
        return True
    if not (_is_noun(mine) and _is_noun(theirs)):
        return False
    if not mine or not theirs or are_synonyms(mine, theirs):
        return True
    if {mine, theirs} & _ANYBODY and _is_somebody(mine) and _is_somebody(theirs):
        return True
    return meanings.likeness(mine, theirs) >= _KINDRED_UNITS


def _is_somebody(noun: str) -> bool:
    return noun in _ANYBODY | _PEOPLE or knowledge.nouns().get(noun) in ("person", "group")


def _is_noun(unit: str) -> bool:
    """Whether a unit is what is counted, no money, share or measure; empty may be anything."""
    return unit not in _measures()


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(unit.name for unit in knowledge.units())


def may_answer_one_question(pair: Candidate) -> bool:
    """Whether both claims answer a question, and not too far apart in time."""
    answers = pair.one.claim.issue is not None and pair.other.claim.issue is not None
    return answers and are_near_in_time(pair)


def are_near_in_time(pair: Candidate) -> bool:
    """Whether the world cannot have changed much between two claims, as far as their days are known."""
    apart = pair.one.days_to(pair.other)
    return apart is None or apart <= WINDOW


def same_question(pair: Candidate, found: Mapping[str, float], meanings: Meanings) -> Evidence | None:
    """The evidence that two claims answer one question; None if something makes them two.

    That of two claims which are no rivals stays below ``LEAST_QUESTION``: it lets others meet at one issue,
    but makes none.
    """
    if any(found[each] for each in DIFFERENCES_OF_QUESTIONS) or not may_answer_one_question(pair):
        return None
    numbers = give_numbers_of_one_kind(pair, meanings)
    if numbers and not _tell_of_one_thing(pair):
        return None
    words = "numbers of the same" if numbers else "one is denied, one affirmed"
    sure = probability(found, WEIGHTS)
    if not (numbers or pair.one.is_opposed_to(pair.other)):
        sure, words = min(sure, _NO_RIVALS), "on one question"
    return Evidence(sure, f"{words}; wordings are alike by {pair.cosine:.2f}")


def _tell_of_one_thing(pair: Candidate) -> bool:
    """Whether two numbers can be rivals: polls and results elsewhere differ without a quarrel."""
    return pair.cosine >= _LEAST_LIKENESS and pair.one.side.places == pair.other.side.places


def give_numbers_of_one_kind(pair: Candidate, meanings: Meanings) -> bool:
    """Whether both claims give a number, and of the same."""
    mine, theirs = pair.one.claim.quantity, pair.other.claim.quantity
    return mine is not None and theirs is not None and are_of_one_kind(mine, theirs, meanings)
