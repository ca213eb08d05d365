"""What kind of act a cue names, and where it leaves the speaker: the table ``data/cues.tsv``.

Every form of every word is spelt out once, so that a cue is understood with or without a syntax tree.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.domain import CueClass, Polarity
from kg.resolution.inflection import noun_forms, verb_forms
from kg.resolution.knowledge import cue_rows

_WORD = re.compile(r"n['’]t\b|[^\W_]+?(?=n['’]t\b)|[^\W_]+(?:-[^\W_]+)*")
_NEGATION = re.compile(
    r"\b(not|never|no longer|no|nor|hardly|(?:refus|declin)(?:e|es|ed|ing) to|cannot|without)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_LONGEST = 4
"""Words of a phrase of the table, at most."""


@dataclass(frozen=True, slots=True)
class CueAct:
    """What somebody does by saying something."""

    kind: CueClass
    polarity: Polarity
    negated: Polarity
    """Where the speaker stands who does not do it: "did not deny"."""
    in_passing: bool = False
    """Named by neither verb nor noun: "reportedly"."""


def act_of(cue: str) -> CueAct | None:
    """The act that the words of a cue name; None if the table knows none of them.

    Of several the first that is more than mere saying: "said in a warning" warns. What somebody refuses
    to do is the act: "refused to confirm".

    >>> act_of("has repeatedly denied").kind, act_of("on the table")
    (<CueClass.DENY: 'deny'>, None)
    """
    acts = list(_acts(_NEGATION.sub(" ", cue))) or list(_acts(cue))
    return min(acts, key=lambda act: (act.kind == CueClass.SAY, act.in_passing), default=None)


def class_of(cue: str) -> CueClass | None:
    """The class of the act that a cue names."""
    act = act_of(cue)
    return act.kind if act else None


def is_negated(cue: str) -> bool:
    """Whether the words of a cue say that the act was not done.

    >>> is_negated("did n't say"), is_negated("denied"), is_negated("refused to")
    (True, False, False)
    """
    return any(_acts(_NEGATION.sub(" ", cue))) and _NEGATION.search(cue) is not None


def _acts(cue: str) -> Iterator[CueAct]:
    words = _WORD.findall(cue.lower().replace("’", "'"))
    table, position = _table(), 0
    while position < len(words):
        ends = range(min(len(words), position + _LONGEST), position, -1)
        end = next((end for end in ends if " ".join(words[position:end]) in table), None)
        if end is not None:
            yield table[" ".join(words[position:end])]
        position = end or position + 1


@functools.cache
def _table() -> dict[str, CueAct]:
    """Act by every form of every word and phrase."""
    forms: dict[str, CueAct] = {}
    for row in cue_rows():
        stances = Polarity(row.polarity), Polarity(row.negated)
        act = CueAct(CueClass(row.kind), *stances, in_passing=row.inflection == "fixed")
        for words in row.words:
            for form in _FORMS[row.inflection](words):
                forms.setdefault(form, act)
    return forms


def _as_verb(words: tuple[str, ...]) -> Iterator[str]:
    first, _, rest = words[0].partition(" ")
    for form in verb_forms(first):
        yield f"{form} {rest}".rstrip()
    yield from words[1:]


def _as_noun(words: tuple[str, ...]) -> Iterator[str]:
    yield from noun_forms(words[0])


def _as_is(words: tuple[str, ...]) -> Iterator[str]:
    yield from words


_FORMS = {"verb": _as_verb, "noun": _as_noun, "fixed": _as_is}


@functools.cache
def sayings() -> frozenset[str]:
    """Dictionary forms of the words that only ever say, think or want something: they head no event."""
    return frozenset(
        words[0]
        for row in cue_rows()
        for words in row.words
        if words[0] not in row.deeds and " " not in words[0]
    )
