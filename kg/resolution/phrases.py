"""The anatomy of a source phrase: its heads, what describes them, and who informed them.

``Zelensky, who was briefed by General Oleksandr Syrsky`` has the head *Zelensky* and the informant
*Oleksandr Syrsky*; ``Trump and his running mate, Mike Pence`` has two heads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.domain import Span
from kg.resolution import knowledge
from kg.resolution.figures import Cast
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.pronouns import PERSONAL, POSSESSIVE, PRONOUNS
from kg.resolution.tokens import Token, Tokens

_DETERMINERS = word_list("determiners")
_QUANTIFIERS = word_list("quantifiers")
_NUMBERS = word_list("numbers")
_DEFINITE = word_list("definite")
_PREPOSITIONS = word_list("prepositions")
_CIRCUMSTANCES = frozenset({"speaking", "talking"})
"""Begin what says how somebody was heard, not who it is."""
_SUBJECTS = frozenset({"I", "we", "he", "she", "they", "you"})
_AMOUNTS = word_list("amounts")
_RELATIVE = word_list("relative")
_INFORMED = word_list("informed")
_CITING = word_list("citing")
_AFTERTHOUGHTS = word_list("afterthoughts")
_MOST_HEADS = 4
"""A statement has one to four speakers."""


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
    definite: bool
    owner: Name | Token | None = None
    """Whose it is: a name, a possessive pronoun, or nobody."""
    complement: tuple[Name, ...] = ()
    """Names after the head noun: ``a spokesman for the Pentagon``."""


Head = Name | Token | Description
"""A name, a pronoun or a description."""


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Who speaks, in the words of one source."""

    heads: tuple[Head, ...] = ()
    informants: tuple[Name, ...] = ()


def parse_source(spans: Sequence[Span], tokens: Tokens, cast: Cast) -> SourcePhrase:
    """Take the words of one source apart."""
    words = [token for span in spans for token in tokens.within(span)]
    if not words:
        return SourcePhrase()
    names = _NamesByToken(cast, words)
    main, rest = _cut_informants(words)
    heads = tuple(_heads(main, names))[:_MOST_HEADS]
    return SourcePhrase(heads, tuple(dict.fromkeys(names.of(rest))))


@dataclass(frozen=True, slots=True)
class _NamesByToken:
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

    def of(self, words: Sequence[Token]) -> list[Name]:
        """The names in a run of words, attributive ones left out."""
        found = dict.fromkeys(name for token in words if (name := self.at(token)) and not name.attributive)
        return list(found)


def _cut_informants(words: list[Token]) -> tuple[list[Token], list[Token]]:
    for place, token in enumerate(words):
        follows = [each.text for each in words[place + 1 : place + 3]]
        briefed = token.text in _INFORMED and "by" in follows
        if place and (briefed or token.text in _CITING):
            return words[:place], words[place + 1 :]
    return words, []


def _heads(words: list[Token], names: _NamesByToken) -> Iterator[Head]:
    chunks = list(_chunks(_before_relative(words)))
    if not chunks:
        return
    if len(chunks) > 1 and _is_list(chunks, names):
        for chunk in chunks:
            yield from _conjuncts(chunk, names)
        return
    heads = list(_conjuncts(chunks[0], names))
    apposed = _apposed(chunks[1], names) if len(chunks) > 1 else None
    if heads and isinstance(heads[-1], Description) and apposed is not None:
        heads[-1] = apposed
    yield from heads


def _apposed(chunk: list[Token], names: _NamesByToken) -> Name | None:
    """The name with which an apposition begins, its titles not counted: ``his rival, Gov. Ann Cole``."""
    first = next((name for token in chunk if (name := names.at(token))), None)
    if first is None or first.first - chunk[0].index > len(first.titles):
        return None
    return first


def _before_relative(words: list[Token]) -> list[Token]:
    for place, token in enumerate(words):
        if place and token.text in _RELATIVE and not token.capital:
            return words[:place]
    return words


def _chunks(words: list[Token]) -> Iterator[list[Token]]:
    """The phrase between its commas and dashes; parentheses are left out, as is ``, Jr.``."""
    chunk: list[Token] = []
    depth = 0
    for place, token in enumerate(words):
        depth += (token.gap.count("(") - token.gap.count(")")) if place else 0
        if depth > 0:
            continue
        if (
            chunk
            and any(mark in token.gap for mark in ",;—–:")
            and not token.text.startswith(("Jr", "Sr", "Inc"))
        ):
            yield chunk
            chunk = []
        chunk.append(token)
    if chunk:
        yield chunk


def _is_list(chunks: list[list[Token]], names: _NamesByToken) -> bool:
    """Whether the commas separate equals: every part begins with a name, the last after ``and``."""
    starts = [names.at(_without_and(chunk)[0]) if _without_and(chunk) else None for chunk in chunks]
    joined = any(token.text in ("and", "or") and names.at(token) is None for token in chunks[-1])
    return joined and all(starts)


def _without_and(chunk: list[Token]) -> list[Token]:
    return chunk[1:] if chunk[0].text in ("and", "or") else chunk


def _conjuncts(chunk: list[Token], names: _NamesByToken) -> Iterator[Head]:
    parts: list[list[Token]] = [[]]
    for token in chunk:
        if token.text == "and" and names.at(token) is None:
            parts.append([])
        else:
            parts[-1].append(token)
    parts = [part for part in parts if part]
    heads = [head for part in parts if (head := _head(part, names)) is not None]
    if len(parts) < 2 or _joins_equals(parts, heads):
        yield from heads
    elif (whole := _head(chunk, names)) is not None:
        yield whole


def _joins_equals(parts: list[list[Token]], heads: list[Head]) -> bool:
    """``Trump and Pence``, not ``officials in Kyiv and Warsaw`` nor ``doctors and nurses``."""
    if len(heads) < len(parts) or not isinstance(heads[0], Name):
        return False
    return all(isinstance(head, Name) or (isinstance(head, Description) and head.definite) for head in heads)


def _head(words: list[Token], names: _NamesByToken) -> Head | None:
    words = _stripped(words)
    if not words:
        return None
    if len(words) == 1 and words[0].text.lower() in PRONOUNS:
        return words[0]
    if words[0].text.lower() in PERSONAL - POSSESSIVE and names.at(words[-1]) is None:
        return words[0]
    owner, rest, definite = _owner(words, names)
    noun_end = next(
        (
            place
            for place, token in enumerate(rest)
            if place and token.text in _PREPOSITIONS and not names.at(token)
        ),
        len(rest),
    )
    noun_end = min(noun_end, _clause_begin(rest))
    core, complement = rest[:noun_end], rest[noun_end:]
    if not core:
        return None
    head = names.at(core[-1])
    if head is not None and not head.attributive:
        return head
    begin = next((place for place, token in enumerate(core) if not _is_determiner(token)), len(core) - 1)
    told = complement if not complement or complement[0].text not in _CIRCUMSTANCES else []
    return Description(
        noun=core[-1].text,
        modifiers=tuple(token.text.lower() for token in core[begin:-1]),
        text=_joined(core[begin:] + told),
        span=Span(words[0].start, words[-1].end),
        definite=definite,
        owner=owner,
        complement=tuple(names.of(complement)),
    )


def _clause_begin(words: list[Token]) -> int:
    """Where a clause without ``who`` begins: ``experts | I interviewed``, ``polls | conducted last week``."""
    for place, token in enumerate(words):
        participle = token.text.endswith(("ed", "ing")) and _is_noun(words[place - 1].text)
        if place and (token.text in _SUBJECTS or participle or token.text in _CIRCUMSTANCES):
            return place
    return len(words)


def _is_noun(word: str) -> bool:
    nouns = knowledge.nouns()
    return word.lower() in nouns or word.lower().removesuffix("s") in nouns


def _stripped(words: list[Token]) -> list[Token]:
    """Without adverbs at the end, and without ``one of`` and the like at the beginning."""
    while len(words) > 1 and words[-1].text in _AFTERTHOUGHTS:
        words = words[:-1]
    counted = [token.text.lower() for token in words[:3]]
    if len(words) > 2 and counted[0] in _QUANTIFIERS and counted[1] == "of":
        return words[2:]
    if len(words) > 3 and counted[0] in _DETERMINERS and counted[1] in _AMOUNTS and counted[2] == "of":
        return words[3:]
    return words


def _owner(words: list[Token], names: _NamesByToken) -> tuple[Name | Token | None, list[Token], bool]:
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
    bare = not _is_determiner(words[0]) and len(words) == 1
    return None, words, bare or first in _DEFINITE


def _is_determiner(token: Token) -> bool:
    lowered = token.text.lower()
    number = lowered.split("-")[0] in _NUMBERS or lowered.isdigit()
    return number or lowered in _DETERMINERS or lowered in _QUANTIFIERS


def _joined(words: Sequence[Token]) -> str:
    gaps = ["", *(" " if "\n" in token.gap else token.gap for token in words[1:])]
    plain = [_plain_case(token, place) + "'s" * token.possessive for place, token in enumerate(words)]
    return "".join(gap + word for gap, word in zip(gaps, plain, strict=True))


def _plain_case(token: Token, place: int) -> str:
    """A word as it is written inside a sentence."""
    lowered = token.text.lower()
    common = token.text not in knowledge.collectives() and (
        lowered in knowledge.common_words() or _is_noun(lowered)
    )
    return lowered if place == 0 and token.uncased and common and not token.text.isupper() else token.text
