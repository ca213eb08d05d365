"""The head of a noun phrase: a name, a pronoun, or a description with what stands around its noun.

``her two lawyers in Oslo`` describes with the noun *lawyers*; *her* owns it, *in Oslo* complements it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.domain import ActorKind, Span
from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.named_words import NamesByToken
from kg.resolution.names import Name
from kg.resolution.pronouns import PERSONAL, POSSESSIVE, PRONOUNS, RELATIVE
from kg.resolution.tokens import Token
from kg.resolution.trimming import AFTERTHOUGHTS, is_determiner, opened, trimmed

_DETERMINERS = word_list("determiners")
_DEFINITE = word_list("definite")
_PREPOSITIONS = word_list("prepositions")
_LONGEST_ACRONYM = 4
"""Letters; a longer word in capitals is no acronym."""
_CIRCUMSTANCES = frozenset({"speaking", "talking"})
"""Begin what says how somebody was heard, not who it is."""
_PEOPLE = frozenset({"those", "all", "others"})
"""Pronouns that a participle follows: ``those surveyed``."""
_SUBJECTS = frozenset({"I", "We", "He", "She", "They", "You"})


@dataclass(frozen=True, slots=True)
class Description:
    """A head that is no name: ``the Western official``, ``his lawyers``."""

    noun: str
    """The head noun as written."""
    modifiers: tuple[str, ...]
    """What stands before it, lower case, determiners left out."""
    text: str
    """The whole description without determiner, quantifier and possessor."""
    span: Span
    noun_span: Span
    definite: bool
    owner: Name | Token | None = None
    """Whose it is: a name, a possessive pronoun, or nobody."""
    complement: tuple[Name, ...] = ()
    """Names after the head noun: ``a spokesman for the Pentagon``."""
    one_of: bool = False
    """Whether one of several is meant, who are described: ``one of the officials``."""

    @property
    def noun_class(self) -> str | None:
        """Class of the head noun, in the singular or plural; None if no table knows it."""
        return _class_of(self.noun)


Head = Name | Token | Description
"""A name, a pronoun or a description."""


def head_of_phrase(words: list[Token], names: NamesByToken) -> Head | None:
    """What the words of one phrase, without commas, have as their head; None without words."""
    words = opened(words, names)
    rest = trimmed(words, names)
    if not rest:
        return None
    if _is_pronoun(rest, names):
        return rest[0]
    head = _noun_phrase(rest, names)
    one_of = [token.text.lower() for token in words[:2]] == ["one", "of"]
    return replace(head, one_of=one_of) if isinstance(head, Description) else head


def _is_pronoun(words: Sequence[Token], names: NamesByToken) -> bool:
    """Whether the phrase is one: alone, or with what it means in apposition or a clause after it.

    The WHO and the US are names.
    """
    if names.at(words[0]) is not None:
        return False
    first = words[0].text.lower()
    leads = first in (PERSONAL | RELATIVE) - POSSESSIVE
    return leads or (len(words) == 1 and first in PRONOUNS)


def _noun_phrase(words: list[Token], names: NamesByToken) -> Head | None:
    owner, rest, definite = _owner(words, names)
    noun_end = next(
        (
            place
            for place, token in enumerate(rest)
            if place and token.text in _PREPOSITIONS and not names.at(token)
        ),
        len(rest),
    )
    noun_end = min(noun_end, clause_begin([token.text for token in rest]), _examples_begin(rest))
    core, complement = rest[:noun_end], rest[noun_end:]
    if not core:
        return None
    named = names.at(core[-1])
    person = named if named is not None and not named.attributive else _person_after(core, complement, names)
    if person is not None:
        return person
    begin = next((place for place, token in enumerate(core) if not is_determiner(token)), len(core) - 1)
    told = complement if _tells_more(complement) else []
    return Description(
        noun=core[-1].text,
        modifiers=tuple(token.text.lower() for token in core[begin:-1]),
        text=_joined(core[begin:] + told),
        span=Span(words[0].start, words[-1].end),
        noun_span=Span(core[-1].start, core[-1].end),
        definite=definite,
        owner=owner,
        complement=tuple(names.of(complement)),
    )


def _tells_more(complement: Sequence[Token]) -> bool:
    """Whether words after a noun tell who is meant: not how it was heard, nor a subject left alone."""
    if not complement or complement[0].text in _CIRCUMSTANCES:
        return False
    return len(complement) > 1 or complement[0].text.capitalize() not in _SUBJECTS


def _person_after(core: Sequence[Token], complement: Sequence[Token], names: NamesByToken) -> Name | None:
    """The person whose office stands before the name: ``Director of Water Affairs Ann Cole``.

    ``friends of Ann Cole`` and ``a friend of the mayor Ann Cole`` are not she.
    """
    last = names.at(complement[-1]) if len(complement) > 1 else None
    in_full = last is not None and (len(last.words) > 1 or bool(last.titles))
    if last is None or not in_full or names.kind(last) != ActorKind.PERSON:
        return None
    between = [each for each in complement[1:] if each.index < last.first - len(last.titles)]
    office = knowledge.nouns().get(core[-1].text.lower()) == "person"
    if not office or not between or all(each.text.lower() in _DETERMINERS for each in between):
        return None
    before = between[-1]
    broken = before.text in ("and", *_PREPOSITIONS, *_DETERMINERS) or before.possessive
    return None if broken or knowledge.nouns().get(before.text.lower()) == "person" else last


def clause_begin(words: Sequence[str]) -> int:
    """Where a clause without ``who`` begins: ``experts | I interviewed``, ``polls | conducted last week``."""
    for place in range(1, len(words)):
        word, first = words[place], place - (place > 1 and words[place - 1] in AFTERTHOUGHTS)
        before = words[first - 1].lower()
        told = word.islower() and word.endswith(("ed", "ing"))  # Ted is no participle
        participle = told and (_is_noun(before) or before in _PEOPLE)
        subject = word.capitalize() in _SUBJECTS and before != "and" and words[first - 1].islower()
        if subject or participle or word in _CIRCUMSTANCES:
            return first
    return len(words)


def _examples_begin(words: Sequence[Token]) -> int:
    """Where examples begin: ``people | such as Ann Cole``, ``experts | including Ann Cole``."""
    texts = [token.text for token in words]
    begins = (
        place
        for place in range(1, len(words))
        if texts[place] == "including" or texts[place : place + 2] == ["such", "as"]
    )
    return next(begins, len(words))


def gives_examples(words: Sequence[Token]) -> bool:
    """Whether a phrase goes over into a list of examples: ``papers such as the Post``."""
    return _examples_begin(words) < len(words)


def _is_noun(word: str) -> bool:
    return _class_of(word) is not None


def _class_of(word: str) -> str | None:
    nouns = knowledge.nouns()
    return nouns.get(word.lower()) or nouns.get(word.lower().removesuffix("s"))


def _owner(words: list[Token], names: NamesByToken) -> tuple[Name | Token | None, list[Token], bool]:
    """Whose the head is, the words after the owner, and whether the description is definite."""
    for place in range(len(words) - 2, -1, -1):
        token = words[place]
        owns = token.possessive or token.text.lower() in POSSESSIVE
        if owns and not any(each.text in _PREPOSITIONS for each in words[:place]):
            return names.at(token) if token.possessive else token, words[place + 1 :], True
    first = words[0].text.lower()
    office = knowledge.nouns().get(first) == "person"
    alone = len(words) == 1 or (office and not words[-1].text.endswith("s"))
    bare = not is_determiner(words[0]) and alone
    all_the = first in ("all", "both") and len(words) > 1 and words[1].text in _DEFINITE
    return None, words, bare or all_the or first in _DEFINITE


def _joined(words: Sequence[Token]) -> str:
    gaps = ["", *(" " if "\n" in token.gap else token.gap for token in words[1:])]
    shouted = all(token.text.isupper() for token in words)
    second = words[1] if len(words) > 1 else None
    in_name = (
        not shouted and second is not None and second.capital and second.gap == " " and second.text != "I"
    )
    plain = [
        _plain_case(token, opens=place == 0 and not in_name, shouted=shouted)
        + "'s" * (token.possessive and token is not words[-1])
        for place, token in enumerate(words)
    ]
    return "".join(gap + word for gap, word in zip(gaps, plain, strict=True))


def _plain_case(token: Token, *, opens: bool, shouted: bool) -> str:
    """A word as it is written inside a sentence."""
    lowered = token.text.lower()
    is_name = (
        token.text.removesuffix("s") in knowledge.collectives() or token.text in knowledge.state_by_demonym()
    )
    common = not is_name and (lowered in knowledge.common_words() or _is_noun(lowered))
    is_word = len(lowered) > _LONGEST_ACRONYM if shouted else opens and not token.text.isupper()
    return lowered if is_word and common and (shouted or token.uncased) else token.text
