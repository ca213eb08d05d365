"""Pronouns: which words they are, in which form, and how many they, or descriptions, mean."""

from enum import StrEnum

from kg.resolution.knowledge import word_list

PERSONAL = word_list("personal")
POSSESSIVE = word_list("possessive")
RELATIVE = word_list("pronouns relative")
PRONOUNS = PERSONAL | POSSESSIVE | RELATIVE | word_list("other pronouns")
FIRST_PERSON = word_list("first person")
ADDRESSED = frozenset({"you", "your", "yours", "yourself", "yourselves"})
"""Whoever reads or listens; an article rarely tells who."""
_PLURAL = word_list("plural")
_NEUTER = word_list("neuter")
_COUNTING = word_list("counting pronouns")
_SUBJECTS = frozenset({"he", "she", "they", "it"})


class Number(StrEnum):
    """Whom a pronoun can mean."""

    ONE = "one"
    """A single person: he, she, him."""
    MANY = "many"
    """Several, a body, or one whose gender is not told: they."""
    THING = "thing"
    """A body or a document: it."""
    SOME = "some"
    """An uncertain part of a group: some, others."""
    ROLE = "role"
    """A single person by a description: the senator."""
    BODY = "body"
    """A body by a description: the agency."""


class Form(StrEnum):
    """What a pronoun is in its clause, as far as its form tells."""

    SUBJECT = "subject"
    POSSESSIVE = "possessive"
    OBJECT = "object"
    DESCRIPTION = "description"


_NUMBERS = (
    (_COUNTING | {"one"}, Number.SOME),
    (_PLURAL | {"these"}, Number.MANY),
    (_NEUTER | {"this", "that"}, Number.THING),
)


def number_of(pronoun: str) -> Number:
    """How many a pronoun means."""
    return next((number for words, number in _NUMBERS if pronoun.lower() in words), Number.ONE)


def form_of(pronoun: str) -> Form:
    """The form of a pronoun; "it" and "her" may be either, the commoner counts."""
    word = pronoun.lower()
    if word in POSSESSIVE:
        return Form.POSSESSIVE
    return Form.SUBJECT if word in _SUBJECTS else Form.OBJECT
