"""How often the speaker's name is right, and whom contents speak of, against hand-made answers.

Protocol. Gold attributions carry a speaker (several joined by `` & ``, or none) and a list of the named
actors that the content speaks of. A found statement answers the gold attribution with which its content
shares most characters, if they share at least half of the characters of both together. Names are compared
by ``kg.identity.key`` without a leading article; a name is right only as a whole (all speakers of a joined
source, the fullest form), so "Trump" for "Donald Trump" is wrong. Where the gold has no speaker, an
unknown unnamed source is right.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.domain import Actor, ActorKind, ResolvedArticle, Span, Statement
from kg.identity import key

_LEAST_SHARED = 0.5
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class SpeakerAnswer:
    """What a careful reader says about one attribution."""

    content: tuple[Span, ...]
    speaker: str | None
    """Fullest name; several joined by `` & ``; None if the article does not tell."""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerScore:
    """Counts over any number of articles; they add up."""

    answers: int = 0
    """Gold attributions."""
    found: int = 0
    """Of those, how many a statement answers."""
    statements: int = 0
    """Statements of the articles."""
    right: int = 0
    """Found with the right speaker."""
    about_right: int = 0
    about_given: int = 0
    about_wanted: int = 0
    """Names: right, given, and wanted, over the found attributions."""

    def __add__(self, other: "SpeakerScore") -> "SpeakerScore":
        """The score over the articles of both."""
        return SpeakerScore(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def accuracy(self) -> float:
        """Share of the found attributions with the right speaker."""
        return self.right / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """Who said what, end to end: found with the right speaker, against statements and gold."""
        return _f1(self.right, self.statements, self.answers)

    @property
    def about_f1(self) -> float:
        """Whom contents speak of, over the found attributions."""
        return _f1(self.about_right, self.about_given, self.about_wanted)


def _f1(right: int, given: int, wanted: int) -> float:
    return 2 * right / (given + wanted) if right else 0.0


@dataclass(frozen=True, slots=True)
class AnsweredStatement:
    """One gold attribution beside the statement that answers it, for reading the errors."""

    answer: SpeakerAnswer
    statement: Statement
    speaker: str
    """Names of the speakers found, joined as in the gold."""
    about: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether the speaker's name is right."""
        return _same_speaker(self.answer.speaker, self.speaker)


def score_speakers(article: ResolvedArticle, answers: Sequence[SpeakerAnswer]) -> SpeakerScore:
    """Compare one article with the answers of a careful reader."""
    pairs = answered(article, answers)
    given = [{plain_name(name) for name in pair.about} for pair in pairs]
    wanted = [{plain_name(name) for name in pair.answer.about} for pair in pairs]
    return SpeakerScore(
        answers=len(answers),
        found=len(pairs),
        statements=len(article.statements),
        right=sum(pair.is_right for pair in pairs),
        about_right=sum(len(mine & theirs) for mine, theirs in zip(given, wanted, strict=True)),
        about_given=sum(map(len, given)),
        about_wanted=sum(map(len, wanted)),
    )


def answered(article: ResolvedArticle, answers: Sequence[SpeakerAnswer]) -> tuple[AnsweredStatement, ...]:
    """Gold attributions with their statements, each used once, best overlap first."""
    overlaps = sorted(
        (-_overlap(answer.content, statement.content), place, order)
        for place, answer in enumerate(answers)
        for order, statement in enumerate(article.statements)
    )
    partner: dict[int, int] = {}
    for overlap, place, order in overlaps:
        if -overlap >= _LEAST_SHARED and place not in partner and order not in partner.values():
            partner[place] = order
    actors = {actor.id: actor for actor in article.actors}
    about = {claim.id: claim.about for claim in article.claims}
    return tuple(
        _beside(answers[place], article.statements[order], actors, about)
        for place, order in sorted(partner.items())
    )


def _beside(
    answer: SpeakerAnswer,
    statement: Statement,
    actors: Mapping[str, Actor],
    about: Mapping[str, tuple[str, ...]],
) -> AnsweredStatement:
    speakers = [actors[each] for each in statement.speakers]
    known = [actor.name for actor in speakers if actor.kind != ActorKind.UNKNOWN]
    spoken_of = about.get(statement.claim_id or "", ())
    return AnsweredStatement(
        answer, statement, " & ".join(known), tuple(actors[each].name for each in spoken_of)
    )


def _overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    mine = {offset for span in one for offset in range(span.start, span.end)}
    theirs = {offset for span in other for offset in range(span.start, span.end)}
    return len(mine & theirs) / len(mine | theirs)


def _same_speaker(wanted: str | None, given: str) -> bool:
    names = [
        frozenset(plain_name(each) for each in (words or "").split(" & ") if each)
        for words in (wanted, given)
    ]
    return names[0] == names[1]


def plain_name(name: str) -> str:
    """A name for comparison: identity's key without a leading article."""
    first, _, rest = key(name).partition(" ")
    return rest if first in _ARTICLES and rest else key(name)
