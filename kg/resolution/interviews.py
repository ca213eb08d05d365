"""Who says "I" where an article is a conversation: by labels before the turns, or by question and answer."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.domain import Actor, ActorKind
from kg.resolution.figures import Cast
from kg.resolution.pronouns import ADDRESSED
from kg.resolution.quotations import quoted_runs, run_around
from kg.resolution.tokens import Token, Tokens

_QUESTION = re.compile(r"\?[\"'”’)\]\s]*$")
_LABEL = re.compile(r"\W*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s")
_SAYS_SO = re.compile(r"\binterview(?:s|ed)?\b|\bQ ?(?:&|and) ?A\b", re.IGNORECASE)
_FEWEST_ANSWERS, _FEWEST_LABELS = 3, 2
"""Answers that make an interview, one less where the article says that it is one; turns with the same label
that make a transcript."""
_LEAST_SHARE = 0.2
"""Of the paragraphs from the first question on, so many ask in an interview; an opinion asks now and then."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who is meant outside quotation marks, by number of the paragraph; the author where nobody is given."""

    first: Mapping[int, Actor] = field(default_factory=dict)
    """By "I"."""
    second: Mapping[int, Actor] = field(default_factory=dict)
    """By "you"."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    number: int
    tokens: Sequence[Token]
    text: str
    asks: bool
    """Whether it ends with a question that is not quoted."""

    @property
    def addresses(self) -> bool:
        """Whether it speaks to somebody."""
        return any(token.text.lower() in ADDRESSED for token in self.tokens)


def conversation(text: str, tokens: Tokens, cast: Cast) -> Conversation:
    """Who "I" and "you" are in an article; empty if it is no conversation."""
    paragraphs = tuple(_paragraphs(text, tokens))
    labelled = _by_labels(paragraphs, cast)
    return Conversation(labelled) if labelled else _by_questions(paragraphs, cast)


def _paragraphs(text: str, tokens: Tokens) -> Iterator[_Paragraph]:
    runs = quoted_runs(text)
    begins = [
        each.index for each in tokens if not each.index or tokens[each.index - 1].paragraph != each.paragraph
    ]
    for begin, end in zip(begins, [*begins[1:], len(tokens)], strict=True):
        inside = tokens[begin:end]
        stop = text.find("\n", inside[-1].end)
        start = text.rfind("\n", 0, inside[0].start) + 1
        line = text[start : stop if stop >= 0 else len(text)]
        is_quoted = run_around(inside[-1].start, runs) is not None
        yield _Paragraph(inside[0].paragraph, inside, line, bool(_QUESTION.search(line)) and not is_quoted)


def _by_labels(paragraphs: Sequence[_Paragraph], cast: Cast) -> dict[int, Actor]:
    """``COLE: I never said so.``; a paragraph without a label goes on with the turn before."""
    labels = {each.number: found["name"] for each in paragraphs if (found := _LABEL.match(each.text))}
    counts = Counter(labels.values())
    turns = {number for number, name in labels.items() if counts[name] >= _FEWEST_LABELS}
    holders: dict[int, Actor] = {}
    if len({labels[number] for number in turns}) < _FEWEST_LABELS:
        return holders
    speaker: Actor | None = None
    for each in paragraphs:
        if each.number in turns:
            speaker = _called(labels[each.number], cast)
        if speaker is not None:
            holders[each.number] = speaker
    return holders


def _called(label: str, cast: Cast) -> Actor | None:
    """The person whose name or initials a label gives."""
    words = label.casefold().split()
    for figure in cast.figures:
        name = figure.actor.name.casefold().split()
        initials = "".join(word[0] for word in name)
        is_short = "".join(words).replace(".", "") == initials and len(name) > 1
        if figure.actor.kind == ActorKind.PERSON and (words == name[-len(words) :] or is_short):
            return figure.actor
    return None


def _by_questions(paragraphs: Sequence[_Paragraph], cast: Cast) -> Conversation:
    """Question and answer: the answers, and "you" in a question, are of whom the opening names most."""
    asked = [place for place, each in enumerate(paragraphs) if each.asks]
    if not asked or not _alternates(paragraphs, asked):
        return Conversation()
    guest = _guest(paragraphs[asked[0]].tokens[0].index, cast)
    later = paragraphs[asked[0] :] if guest else ()
    return Conversation(
        {each.number: guest for each in later if guest and not each.asks},
        {each.number: guest for each in later if guest and each.asks},
    )


def _alternates(paragraphs: Sequence[_Paragraph], asked: Sequence[int]) -> bool:
    """Whether questions to somebody and answers make up the article from the first question on."""
    answered = sum(not each.asks for place in asked for each in paragraphs[place + 1 : place + 2])
    says_so = any(_SAYS_SO.search(each.text) for each in paragraphs[: asked[0]])
    addressed = sum(paragraphs[place].addresses for place in asked)
    return (
        answered >= _FEWEST_ANSWERS - says_so
        and 2 * addressed >= len(asked)
        and len(asked) >= _LEAST_SHARE * len(paragraphs[asked[0] :])
    )


def _guest(end: int, cast: Cast) -> Actor | None:
    """The person named most before a token; of several the first."""
    named = Counter(cast.owner(name).actor for name in cast.names if name.last < end)
    persons = {actor: count for actor, count in named.items() if actor.kind == ActorKind.PERSON}
    return max(persons, key=persons.__getitem__, default=None)
