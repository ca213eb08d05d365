"""The head of a noun phrase: a name, a pronoun, or a description with what stands around its noun.

``her two lawyers in Oslo`` describes with the noun *lawyers*; *her* owns it, *in Oslo* complements it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.domain import ActorKind, Span
from kg.resolution import knowledge
from kg.resolution.figures import Cast
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.pronouns import PERSONAL, POSSESSIVE, PRONOUNS, RELATIVE
from kg.resolution.tokens import Token

_DETERMINERS = word_list("determiners")
_QUANTIFIERS = word_list("quantifiers")
_NUMBERS = word_list("numbers")
_DEFINITE = word_list("definite")
_PREPOSITIONS = word_list("prepositions")
_CIRCUMSTANCES = frozenset({"speaking", "talking"})
"""Begin what says how somebody was heard, not who it is."""
_SUBJECTS = frozenset({"I", "we", "he", "she", "they", "you"})
_AMOUNTS = word_list("amounts")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Tells which one, not how many: ``a 2014 study``."""
_AFTERTHOUGHTS = word_list("afterthoughts")
_CALENDAR = word_list("calendar")
_BEFORE_TIMES = frozenset({"in", "on", "since"})
_SHARES = frozenset({"percent", "%"})
_WEIGHING = frozenset(
    {
        *("and", "but", "even", "only", "just", "nearly", "almost", "about", "roughly", "perhaps"),
        *("at least", "at most", "more than", "less than", "fewer than", "up to", "as many"),
    }
)
"""Words before a phrase that are no part of who is meant."""


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


Head = Name | Token | Description
"""A name, a pronoun or a description."""


@dataclass(frozen=True, slots=True)
class NamesByToken:
    """The names of an article by the words of one phrase."""

    cast: Cast
    words: Sequence[Token]
    _by_index: dict[int, Name] = field(init=False)

    def __post_init__(self) -> None:
        reach = Span(self.words[0].start, max(token.end for token in self.words))
        by_index = {
            index: name
            for name in self.cast.names
            if name.span.overlaps(reach)
            for index in range(name.first, name.last + 1)
        }
        object.__setattr__(self, "_by_index", by_index)

    def at(self, token: Token) -> Name | None:
        """The name to which a word belongs."""
        return self._by_index.get(token.index)

    def kind(self, name: Name) -> ActorKind:
        """The kind of whom a name means."""
        return self.cast.owner(name).actor.kind

    def of(self, words: Sequence[Token]) -> list[Name]:
        """The names in a run of words, attributive ones left out."""
        found = dict.fromkeys(name for token in words if (name := self.at(token)) and not name.attributive)
        return list(found)


def head_of_phrase(words: list[Token], names: NamesByToken) -> Head | None:
    """What the words of one phrase, without commas, have as their head; None without words."""
    words = _opened(words, names)
    rest = _stripped(words)
    if not rest:
        return None
    if _is_pronoun(rest, names):
        return rest[0]
    head = _noun_phrase(rest, names)
    one_of = [token.text.lower() for token in words[:2]] == ["one", "of"]
    return replace(head, one_of=one_of) if isinstance(head, Description) else head


def _opened(words: list[Token], names: NamesByToken) -> list[Token]:
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
    noun_end = min(noun_end, _clause_begin(rest), _examples_begin(rest))
    core, complement = rest[:noun_end], rest[noun_end:]
    if not core:
        return None
    named = names.at(core[-1])
    person = named if named is not None and not named.attributive else _person_after(core, complement, names)
    if person is not None:
        return person
    begin = next((place for place, token in enumerate(core) if not _is_determiner(token)), len(core) - 1)
    told = complement if not complement or complement[0].text not in _CIRCUMSTANCES else []
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


def _clause_begin(words: list[Token]) -> int:
    """Where a clause without ``who`` begins: ``experts | I interviewed``, ``polls | conducted last week``."""
    for place, token in enumerate(words):
        participle = token.text.endswith(("ed", "ing")) and _is_noun(words[place - 1].text)
        if place and (token.text in _SUBJECTS or participle or token.text in _CIRCUMSTANCES):
            return place
    return len(words)


def _examples_begin(words: list[Token]) -> int:
    """Where examples begin: ``people | such as Ann Cole``, ``experts | including Ann Cole``."""
    texts = [token.text for token in words]
    begins = (
        place
        for place in range(1, len(words))
        if texts[place] == "including" or texts[place : place + 2] == ["such", "as"]
    )
    return next(begins, len(words))


def _is_noun(word: str) -> bool:
    nouns = knowledge.nouns()
    return word.lower() in nouns or word.lower().removesuffix("s") in nouns


def _stripped(words: list[Token]) -> list[Token]:
    """Without times at the end, and without ``one of``, ``40 percent of`` and the like at the beginning."""
    while len(words) > 1 and words[-1].text in _AFTERTHOUGHTS:
        words = words[:-1]
    if len(words) > 2 and words[-2].text in _BEFORE_TIMES and _is_time(words[-1].text):
        words = words[:-2]
    counted = [token.text.lower() for token in words[:3]]
    if len(words) > 2 and counted[0] in _QUANTIFIERS and counted[1] == "of":
        return words[2:]
    is_share = len(words) > 3 and _is_determiner(words[0]) and counted[1] in _SHARES | _AMOUNTS
    return words[3:] if is_share and counted[2] == "of" else words


def _is_time(word: str) -> bool:
    return bool(_YEAR.fullmatch(word)) or word.lower().rstrip(".") in _CALENDAR


def _owner(words: list[Token], names: NamesByToken) -> tuple[Name | Token | None, list[Token], bool]:
    """Whose the head is, the words after the owner, and whether the description is definite."""
    for place in range(len(words) - 2, -1, -1):
        token = words[place]
        if token.possessive and any(each.text in _PREPOSITIONS for each in words[:place]):
            continue
        if token.possessive:
            return names.at(token) or None, words[place + 1 :], True
        if token.text.lower() in POSSESSIVE:
            return token, words[place + 1 :], True
    first = words[0].text.lower()
    office = knowledge.nouns().get(first) == "person"
    bare = not _is_determiner(words[0]) and (len(words) == 1 or office)
    return None, words, bare or first in _DEFINITE


def _is_determiner(token: Token) -> bool:
    lowered = token.text.lower()
    number = lowered.split("-")[0] in _NUMBERS or (lowered.isdigit() and not _YEAR.fullmatch(lowered))
    return number or lowered in _DETERMINERS or lowered in _QUANTIFIERS


def _joined(words: Sequence[Token]) -> str:
    gaps = ["", *(" " if "\n" in token.gap else token.gap for token in words[1:])]
    in_name = len(words) > 1 and words[1].capital and words[1].gap == " "
    plain = [
        (token.text if in_name else _plain_case(token, place))
        + "'s" * (token.possessive and token is not words[-1])
        for place, token in enumerate(words)
    ]
    return "".join(gap + word for gap, word in zip(gaps, plain, strict=True))


def _plain_case(token: Token, place: int) -> str:
    """A word as it is written inside a sentence."""
    lowered = token.text.lower()
    is_name = (
        token.text.removesuffix("s") in knowledge.collectives() or token.text in knowledge.state_by_demonym()
    )
    common = not is_name and (lowered in knowledge.common_words() or _is_noun(lowered))
    return lowered if place == 0 and token.uncased and common and not token.text.isupper() else token.text
