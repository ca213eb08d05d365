"""The anatomy of a source phrase: its heads, what describes them, and who informed them.

``Zelensky, who was briefed by General Oleksandr Syrsky`` has the head *Zelensky* and the informant
*Oleksandr Syrsky*; ``Trump and his running mate, Mike Pence`` has two heads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.domain import ActorKind, Span
from kg.resolution.figures import Cast
from kg.resolution.heads import Description, Head, gives_examples, head_of_phrase
from kg.resolution.knowledge import word_list
from kg.resolution.named_words import NamesByToken
from kg.resolution.names import Name
from kg.resolution.tokens import Token, Tokens
from kg.resolution.trimming import is_determiner

_RELATIVE = word_list("relative")
_INFORMED = word_list("informed")
_CITING = word_list("citing")
_SINGLE = frozenset({"i", "we", "he", "she"})
"""Pronouns beside which another speaker stands: ``she and her brother``."""
_BELONGING = frozenset({"at", "of", "from", "within"})
_MARKS = (",", ";", "—", "–", ":", "--")
"""Between the phrases of one source."""
_MOST_HEADS = 4
"""A statement has one to four speakers."""


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
    names = NamesByToken(cast, words)
    main, rest = _cut_informants(words)
    heads = tuple(_heads(main, names))[:_MOST_HEADS]
    return SourcePhrase(heads, tuple(dict.fromkeys(names.of(rest))))


def _cut_informants(words: list[Token]) -> tuple[list[Token], list[Token]]:
    for place, token in enumerate(words):
        follows = [each.text for each in words[place + 1 : place + 3]]
        briefed = token.text in _INFORMED and "by" in follows
        if place and (briefed or token.text in _CITING):
            return words[:place], words[place + 1 :]
    return words, []


def _heads(words: list[Token], names: NamesByToken) -> Iterator[Head]:
    plain = _before_relative(words)
    chunks = _without_dateline(list(_chunks(plain)))
    if not chunks:
        return
    if len(chunks) > 1 and _is_list(chunks, names):
        for chunk in chunks:
            yield from _conjuncts(chunk, names)
        return
    if gives_examples(chunks[0]):
        yield from _conjuncts(plain, names)
        return
    heads = list(_conjuncts(chunks[0], names))
    apposed = _apposed(chunks[1], names) if len(chunks) > 1 else None
    if (
        heads
        and isinstance(heads[-1], Description)
        and heads[-1].noun_class != "document"
        and apposed is not None
    ):
        heads[-1] = apposed
    if len(heads) == len(chunks) == 1 and isinstance(heads[0], Description):
        heads = [_with_clause(heads[0], words[len(plain) :])]
    yield from heads


def _with_clause(head: Description, clause: Sequence[Token]) -> Description:
    """A description with the clause that belongs to it: ``a study that came out``, not ``a man, who …``."""
    if not clause or clause[0].gap != " ":
        return head
    words = "".join(token.gap + token.text + "'s" * token.possessive for token in clause)
    return replace(head, text=f"{head.text} {' '.join(words.split())}")


def _without_dateline(chunks: list[list[Token]]) -> list[list[Token]]:
    """``RIYADH — The ministry`` and ``OSLO, Norway — The ministry`` begin with no speaker."""
    for place, (before, after) in enumerate(pairwise(chunks)):
        if (
            before[0].text.isupper()
            and len(before[0].text) > 2
            and any(mark in after[0].gap for mark in "—–")
        ):
            return chunks[place + 1 :]
    return chunks


def _apposed(chunk: list[Token], names: NamesByToken) -> Name | None:
    """The name with which an apposition begins, behind title and place: ``his rival, Iowa Gov. Cole``."""
    first = next((name for token in chunk if (name := names.at(token)) and not name.attributive), None)
    if first is None:
        return None
    before = (token for token in chunk if token.index < first.first - len(first.titles))
    return first if all(token.capital for token in before) else None


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
            and any(mark in token.gap for mark in _MARKS)
            and not token.text.startswith(("Jr", "Sr", "Inc"))
        ):
            yield chunk
            chunk = []
        chunk.append(token)
    if chunk:
        yield chunk


def _is_list(chunks: list[list[Token]], names: NamesByToken) -> bool:
    """Whether the commas separate equals: every part begins with a name, the last after ``and``."""
    starts = [names.at(_without_and(chunk)[0]) if _without_and(chunk) else None for chunk in chunks]
    joined = any(token.text in ("and", "or") and names.at(token) is None for token in chunks[-1])
    return joined and all(starts)


def _without_and(chunk: list[Token]) -> list[Token]:
    return chunk[1:] if chunk[0].text in ("and", "or") else chunk


def _conjuncts(chunk: list[Token], names: NamesByToken) -> Iterator[Head]:
    parts: list[list[Token]] = [[]]
    for token in chunk:
        if token.text == "and" and names.at(token) is None:
            parts.append([])
        else:
            parts[-1].append(token)
    parts = [part for part in parts if part]
    told = [part for part in parts if not all(map(is_determiner, part))] or parts
    heads = [head for part in told if (head := head_of_phrase(part, names)) is not None]
    if len(told) < 2 or (_joins_equals(told, heads) and not _joins_owners(told, names)):
        yield from heads
    elif _joins_offices(told, heads):
        yield heads[-1]
    elif (whole := head_of_phrase(chunk, names)) is not None:
        yield whole


def _joins_owners(parts: list[list[Token]], names: NamesByToken) -> bool:
    """``the Policy Center at | the Cole Institute and Lind Institution``: the two own the one before them."""
    first, *others = (names.of(part) for part in parts)
    if len(first) < 2 or any(len(each) != 1 for each in others):
        return False
    between = (token for token in parts[0] if first[0].last < token.index < first[-1].first)
    kinds = {names.kind(name) for each in (first, *others) for name in each}
    return kinds == {ActorKind.ORGANIZATION} and any(token.text in _BELONGING for token in between)


def _joins_offices(parts: list[list[Token]], heads: list[Head]) -> bool:
    """``the former mayor and senator Ann Cole`` is one person, ``the mayor and Ann Cole`` are two."""
    *before, last = heads
    if not isinstance(last, Name) or len(heads) < len(parts) or parts[-1][0].index == last.first:
        return False
    own_determiner = any(is_determiner(token) for token in parts[-1])
    offices = all(isinstance(each, Description) and each.noun_class == "person" for each in before)
    return offices and not own_determiner


def _joins_equals(parts: list[list[Token]], heads: list[Head]) -> bool:
    """``Trump and Pence``, ``he and I``, not ``officials in Kyiv and Warsaw`` nor ``doctors and nurses``."""
    if len(heads) < len(parts):
        return False
    if any(isinstance(head, Token) and head.text.lower() in _SINGLE for head in heads):
        return True
    if not isinstance(heads[0], Name):
        return False
    return all(isinstance(head, Name) or (isinstance(head, Description) and head.definite) for head in heads)
