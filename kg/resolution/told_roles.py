"""What stands beside a name about its bearer: ``Water Board spokesman Otto Lind``, ``Ann Cole, a lawyer``.

A role is kept as it is written, organization and all, for the place where it stands: roles change.
"""

from collections.abc import Sequence

from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.tokens import Token, Tokens

_MODIFIERS = word_list("role modifiers")
_STOPS = word_list("stops")
_NO_ROLE = word_list("function words") | word_list("calendar")
_DETERMINERS = word_list("determiners")
_RELATIVE = word_list("relative")
_SPEAKING = word_list("speaking")
_MOST_WORDS = 14


def told_role(name: Name, tokens: Tokens) -> str:
    """The role that stands before the name, or else after it between commas; empty if there is none."""
    before = _before(name, tokens)
    if _names_office(before):
        return _joined(before)
    after = _after(name, tokens)
    return _joined(after) if _names_office(_up_to_preposition(after)) else ""


def _before(name: Name, tokens: Tokens) -> Sequence[Token]:
    begin = name.first
    while begin and _may_precede(tokens[begin - 1], tokens[begin]):
        begin -= 1
    return [each for each in tokens[begin : name.first] if not _is_courtesy(each)]


def _may_precede(word: Token, following: Token) -> bool:
    if following.gap != " " or word.sentence != following.sentence:
        return False
    known = word.text.lower() in _MODIFIERS or word.text in knowledge.nouns()
    if known or not word.capital or word.text.lower() in _NO_ROLE:
        return known
    return not word.uncased or following.capital or word.text.lower() not in knowledge.common_words()


def _is_courtesy(word: Token) -> bool:
    title = knowledge.titles().get(word.text)
    return title is not None and not title.role


def _after(name: Name, tokens: Tokens) -> Sequence[Token]:
    found: list[Token] = []
    for token in tokens[name.last + 1 : name.last + 2 + _MOST_WORDS]:
        ends = not found and not token.gap.startswith(",")
        if ends or (found and token.gap != " ") or token.sentence != tokens[name.last].sentence:
            break
        if token.text in _RELATIVE or token.text in _SPEAKING:
            break
        found.append(token)
    return found[1:] if found and found[0].text.lower() in _DETERMINERS else found


def _up_to_preposition(words: Sequence[Token]) -> Sequence[Token]:
    end = next((place for place, token in enumerate(words) if token.text in _STOPS), len(words))
    return words[:end]


def _names_office(words: Sequence[Token]) -> bool:
    """Whether the last word is a title or a common noun for a person."""
    if not words:
        return False
    last = words[-1].text
    return last in knowledge.titles() or knowledge.nouns().get(last.lower()) == "person"


def _joined(words: Sequence[Token]) -> str:
    return " ".join(token.text + "’s" * token.possessive for token in words)
