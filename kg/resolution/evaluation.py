"""How often the speaker's name is right, and whom contents speak of, against a careful reader's answers.

Protocol. A statement answers the gold attribution with which its content shares most characters, if they
share at least half of the characters of both together (Jaccard); each is used once, the best overlap first.
Gold that marks no attribution inside another is compared with the outermost statements alone. What the
article tells in its own voice is no attribution.

Names are the same if they are equal without case, punctuation, a leading article and a possessive ending
(``the Post's`` is ``Post``). A speaker is right only as a whole: the fullest form, and all speakers of a
joined source in any order, so that "Trump" for "Donald Trump" is wrong. The author of the article is
``author`` whatever the by-line says. Where the gold has no speaker, an unknown one is right. A kind is right
if all speakers of the statement have it. Whom contents speak of is counted name by name over the attributions
that are found, once for each attribution; a statement that only relays another speaks of its named speakers
and of whom it speaks of.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.domain import Actor, ActorKind, Article, Mode, ResolvedArticle, Span, Statement
from kg.identity import key
from kg.resolution.answers import SpeakerAnswer
from kg.scores import Score

LEAST_SHARED = 0.5
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnsweredStatement:
    """One gold attribution beside the statement that answers it."""

    answer: SpeakerAnswer
    statement: Statement
    speakers: tuple[Actor, ...]
    about: tuple[str, ...]
    """Names of the named actors it speaks of."""

    @property
    def speaker(self) -> str | None:
        """Names of the speakers as the gold would give them; None if only an unknown one speaks."""
        known = (each for each in self.speakers if each.kind != ActorKind.UNKNOWN)
        names = (ActorKind.AUTHOR if each.kind == ActorKind.AUTHOR else each.name for each in known)
        return " & ".join(names) or None

    @property
    def has_right_speaker(self) -> bool:
        """Whether the speaker's name is right."""
        return _names(self.answer.speaker) == _names(self.speaker)

    @property
    def has_right_kind(self) -> bool:
        """Whether all speakers are of the right kind."""
        return {each.kind for each in self.speakers} == {self.answer.kind or ActorKind.UNKNOWN}

    @property
    def about_given(self) -> frozenset[str]:
        """Plain names of whom the statement speaks of."""
        return frozenset(map(plain_name, self.about))

    @property
    def about_wanted(self) -> frozenset[str]:
        """Plain names of whom the gold speaks of."""
        return frozenset(map(plain_name, self.answer.about))

    @property
    def is_right(self) -> bool:
        """Whether speaker, kind and whom it speaks of are all right."""
        return self.has_right_speaker and self.has_right_kind and self.about_given == self.about_wanted


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """One article beside its answers."""

    article: Article
    answers: tuple[SpeakerAnswer, ...]
    statements: int
    """How many statements are compared."""
    pairs: tuple[AnsweredStatement, ...]
    """The answers that a statement was found for, in their order."""


@dataclass(slots=True)
class SpeakerScore:
    """All scores of a set of articles."""

    found: Score = field(default_factory=Score)
    """Attributions whose content is found, against statements and gold."""
    said: Score = field(default_factory=Score)
    """Who said what: found with the right speaker, against statements and gold."""
    about: Score = field(default_factory=Score)
    """Names of whom contents speak of, over the found attributions."""
    right_kinds: int = 0
    """Of the found attributions, how many speakers are of the right kind."""
    by_kind: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    """Right speakers among the found (given) and among all (wanted) attributions, by the gold's kind."""

    @property
    def name_accuracy(self) -> float:
        """Share of the found attributions with the right speaker, 0–1."""
        return self.said.right_given / self.found.right_given if self.found.right_given else 0.0

    @property
    def kind_accuracy(self) -> float:
        """Share of the found attributions with a speaker of the right kind, 0–1."""
        return self.right_kinds / self.found.right_given if self.found.right_given else 0.0


def speaker_score(articles: Iterable[ComparedArticle]) -> SpeakerScore:
    """Count over all articles together."""
    score = SpeakerScore()
    for article in articles:
        sizes = article.statements, len(article.answers)
        right = [pair.has_right_speaker for pair in article.pairs]
        score.found.count(len(article.pairs), *sizes)
        score.said.count(sum(right), *sizes)
        score.right_kinds += sum(pair.has_right_kind for pair in article.pairs)
        for answer in article.answers:
            score.by_kind[answer.kind or ActorKind.UNKNOWN].count(0, 0, 1)
        for pair, is_right in zip(article.pairs, right, strict=True):
            score.by_kind[pair.answer.kind or ActorKind.UNKNOWN].count(is_right, 1, 0)
            given, wanted = pair.about_given, pair.about_wanted
            score.about.count(len(given & wanted), len(given), len(wanted))
    return score


def compare(article: ResolvedArticle, answers: Sequence[SpeakerAnswer]) -> ComparedArticle:
    """Find the statement that answers each gold attribution."""
    said = [each for each in article.statements if each.mode != Mode.NARRATION]
    statements = [each for each in said if each.embedded_in is None or _has_inner(answers)]
    overlaps = sorted(
        (-shared, place, order)
        for place, answer in enumerate(answers)
        for order, statement in enumerate(statements)
        if (shared := _shared(answer.attribution.content, statement.content)) >= LEAST_SHARED
    )
    partner: dict[int, int] = {}
    for _, place, order in overlaps:
        if place not in partner and order not in partner.values():
            partner[place] = order
    return ComparedArticle(
        article=article.article,
        answers=tuple(answers),
        statements=len(statements),
        pairs=tuple(
            _beside(answers[place], statements[order], article) for place, order in sorted(partner.items())
        ),
    )


def _has_inner(answers: Sequence[SpeakerAnswer]) -> bool:
    return any(
        outer.contains(cue)
        for one in answers
        for outer in one.attribution.content
        for other in answers
        for cue in other.attribution.cue
        if one is not other
    )


def _beside(answer: SpeakerAnswer, statement: Statement, article: ResolvedArticle) -> AnsweredStatement:
    actors = {actor.id: actor for actor in article.actors}
    return AnsweredStatement(
        answer=answer,
        statement=statement,
        speakers=tuple(actors[each] for each in statement.speakers),
        about=tuple(actors[each].name for each in _about(statement, article) if actors[each].kind.is_named),
    )


def _about(statement: Statement, article: ResolvedArticle) -> tuple[str, ...]:
    """Identifiers of whom a statement speaks of, itself or in what it relays."""
    claims = {claim.id: claim.about for claim in article.claims}
    if statement.stances:
        return tuple(actor for each in statement.stances for actor in claims[each.claim_id])
    relayed = (each for each in article.statements if each.embedded_in == statement.id)
    return tuple(actor for each in relayed for actor in (*each.speakers, *_about(each, article)))


def _shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    mine = {offset for span in one for offset in range(span.start, span.end)}
    theirs = {offset for span in other for offset in range(span.start, span.end)}
    return len(mine & theirs) / len(mine | theirs)


def _names(joined: str | None) -> frozenset[str]:
    return frozenset(plain_name(each) for each in (joined or "").split(" & ") if each)


def plain_name(name: str) -> str:
    """A name for comparison: identity's key without a leading article and a possessive ending.

    >>> plain_name("The Post’s"), plain_name("voters'")
    ('post', 'voters')
    """
    whole = key(_POSSESSIVE.sub("", name.strip()))
    first, _, rest = whole.partition(" ")
    return rest if first in _ARTICLES and rest else whole
