"""Which statement another one denies or answers, where the words say so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.domain import Claim, CueClass, Mode, Statement, words_of
from kg.resolution.scene import Scene
from kg.resolution.tokens import Tokens

_ANSWERS = re.compile(
    r"\b(?:repl(?:y|ies|ied|ying)|(?:respond|retort|counter|answer|rejoin)(?:s|ed|ing)?|rebut(?:s|ted|ting)?"
    r"|(?:hit|shot|fired|hits|shoots|fires|firing|hitting|shooting) back)\b",
    re.IGNORECASE,
)
_WORD_FOR_A_CLAIM = re.compile(
    r"^(?:the|those|these|that|this|such|any|all|both|his|her|its|their|\w+[’']s?)\s+(?:\w+\s+){0,2}"
    r"(?:claims?|allegations?|accusations?|charges?|reports?|assertions?|suggestions?|criticisms?|complaints?|remarks?"
    r"|comments?|statements?|argument(?:s)?|idea|notion|rumou?rs?|demands?|calls?|requests?)\b",
    re.IGNORECASE,
)
_ACCUSING = frozenset({CueClass.CLAIM, CueClass.CRITICIZE, CueClass.REPORT, CueClass.SAY, CueClass.WARN})
_REACH_PARAGRAPHS = 4
"""How far back a denial looks for what it denies."""
_CLOSE_PARAGRAPHS = 1
"""How far back an answer looks."""


@dataclass(frozen=True, slots=True)
class _Conversation:
    """The statements of one article in text order, with what they claim."""

    statements: Sequence[Statement]
    claims: Mapping[str, Claim]
    tokens: Tokens
    text: str


def with_replies(
    statements: Sequence[Statement], claims: Iterable[Claim], scene: Scene
) -> tuple[Statement, ...]:
    """The statements, in text order, with those that they reply to."""
    conversation = _Conversation(statements, {claim.id: claim for claim in claims}, scene.tokens, scene.text)
    return tuple(
        replace(each, replies_to=_reply_of(index, conversation)) for index, each in enumerate(statements)
    )


def _reply_of(index: int, conversation: _Conversation) -> str | None:
    """Identifier of the statement to which the one at ``index`` replies; None if the words tell of none."""
    statement = conversation.statements[index]
    if statement.mode is Mode.NARRATION or not statement.cue:
        return None
    if statement.cue_class is CueClass.DENY:
        return _inner(statement, conversation) or _denied(index, conversation)
    if _ANSWERS.search(words_of(statement.cue, conversation.text)):
        return _answered(index, conversation)
    return None


def _inner(statement: Statement, conversation: _Conversation) -> str | None:
    """The claim of another that a denial names itself: "rejected her claim that it rains"."""
    inner = (each for each in conversation.statements if each.embedded_in == statement.id)
    return next((each.id for each in inner if not _same_speaker(each, statement)), None)


def _denied(index: int, conversation: _Conversation) -> str | None:
    """The last statement of another that says the same of the same, or that "the allegation" can mean."""
    statement = conversation.statements[index]
    refers = _WORD_FOR_A_CLAIM.match(words_of(statement.content, conversation.text)) is not None
    for other in _before(index, conversation, _REACH_PARAGRAPHS):
        same = bool(_claims(statement) & _claims(other)) or _share_topic(statement, other, conversation)
        if same or (refers and _may_be_meant(other, statement, conversation)):
            return other.id
    return None


def _share_topic(one: Statement, other: Statement, conversation: _Conversation) -> bool:
    """Whether they claim the same predicate of the same actor."""
    mine, theirs = _topics(one, conversation), _topics(other, conversation)
    return any(mine[predicate] & theirs[predicate] for predicate in mine.keys() & theirs.keys())


def _may_be_meant(other: Statement, statement: Statement, conversation: _Conversation) -> bool:
    """Whether "the allegation" can mean what another said: of the one who denies it, or just before."""
    if other.cue_class not in _ACCUSING or not other.stances:
        return False
    apart = _paragraph(statement, conversation) - _paragraph(other, conversation)
    return apart <= _CLOSE_PARAGRAPHS or _is_about(other, statement, conversation)


def _answered(index: int, conversation: _Conversation) -> str | None:
    """The statement of another right before: "Lind replied"."""
    return next((each.id for each in _before(index, conversation, _CLOSE_PARAGRAPHS)), None)


def _before(index: int, conversation: _Conversation, reach: int) -> list[Statement]:
    """The statements of others before one, the last first, not further back than so many paragraphs."""
    statement = conversation.statements[index]
    here = _paragraph(statement, conversation)
    return [
        each
        for each in reversed(conversation.statements[:index])
        if here - _paragraph(each, conversation) <= reach
        and each.mode is not Mode.NARRATION
        and not _same_speaker(each, statement)
        and statement.embedded_in != each.id
        and each.embedded_in is None
    ]


def _paragraph(statement: Statement, conversation: _Conversation) -> int:
    return conversation.tokens.paragraph_at(statement.content[0].start)


def _same_speaker(one: Statement, other: Statement) -> bool:
    return bool(set(one.speakers) & set(other.speakers))


def _claims(statement: Statement) -> set[str]:
    return {stance.claim_id for stance in statement.stances}


def _topics(statement: Statement, conversation: _Conversation) -> dict[str, set[str]]:
    """Of whom its claims speak, by their main predicates."""
    topics: dict[str, set[str]] = {}
    for identifier in _claims(statement):
        claim = conversation.claims[identifier]
        if claim.predicate:
            topics.setdefault(claim.predicate, set()).update(claim.about)
    return topics


def _is_about(other: Statement, statement: Statement, conversation: _Conversation) -> bool:
    """Whether one statement speaks of those who make the other."""
    about = {actor for identifier in _claims(other) for actor in conversation.claims[identifier].about}
    return bool(about & set(statement.speakers))
