"""Runs of capitalised words put together where they name one body, and cut where they name two."""

from collections.abc import Iterable, Iterator

from kg.domain import EntityKind, Span
from kg.resolution import knowledge
from kg.resolution.knowledge import organization_words, word_list
from kg.resolution.seen import Seen
from kg.resolution.tokens import Token, Tokens

_FIELDS = word_list("fields")
_REGIONS = word_list("regions")

Run = tuple[Token, ...]
"""Words side by side that may make a name."""


def joined(runs: Iterable[Run], tokens: Tokens, seen: Seen) -> Iterator[Run]:
    """Runs, those as one that are one body."""
    before: Run = ()
    for run in runs:
        if before and (_is_one_body(before, run, seen) or _share_body(before, run, tokens)):
            before = tokens[before[0].index : run[-1].index + 1]
            continue
        if before:
            yield before
        before = run
    if before:
        yield before


def _is_one_body(before: Run, run: Run, seen: Seen) -> bool:
    """Whether the reader sees one name."""
    body = seen.actor_at(Span(before[0].start, run[-1].end))
    return body is not None and body.kind == EntityKind.ORGANIZATION


def _share_body(before: Run, run: Run, tokens: Tokens) -> bool:
    """``Central and Eastern | Valley Coalition``: two regions or fields and their body; ``Cole & Cole``."""
    if run[0].gap == " & " and run[0].index == before[-1].index + 1:
        return before[-1].text == run[0].text
    between = [token.text for token in tokens[before[-1].index + 1 : run[0].index]]
    alike = any(before[-1].text in words and run[0].text in words for words in (_REGIONS, _FIELDS))
    whole = any(token.text in organization_words() for token in before)
    return between == ["and"] and alike and not whole and run[-1].text in organization_words()


def cut_before_person(run: Run, seen: Seen) -> Iterator[Run]:
    """A run as it is, or in two where the reader sees a person after a body or place."""
    for place in range(1, len(run)):
        person = seen.actor_at(Span(run[place].start, run[-1].end))
        if person is not None and person.kind == EntityKind.PERSON:
            before = run[place - 1].text
            of_person = before in knowledge.titles() or before in knowledge.given_names()
            begins = person.span.start == run[place].start and not of_person
            if begins and len(run) - place > 1:
                yield run[:place]
                run = run[place:]
            break
    yield run
