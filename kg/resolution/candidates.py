"""Whom a pronoun of the third person, or a definite description, may mean; what speaks for and against each.

Everything that tells is one word, a feature; ``antecedents`` weighs them. Nothing here needs a syntax
tree: where a name stands (first in its sentence, after a preposition, possessive) stands for its function.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.domain import Actor, ActorKind, Span
from kg.resolution import knowledge
from kg.resolution.chains import bond, loose
from kg.resolution.figures import Figure
from kg.resolution.genders import PRONOUN_GENDERS
from kg.resolution.kindred import kindred
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.pronouns import Form, Number, form_of, number_of
from kg.resolution.roles import fit
from kg.resolution.scene import Scene
from kg.resolution.tokens import Token

_REACH_SENTENCES = 10
"""How far back a pronoun looks."""
_PREPOSITIONS = word_list("prepositions")
_AUXILIARIES = word_list("auxiliaries")
_SPEAKING = word_list("speaking")
_BUCKETS = (0, 1, 2, 3, 5, 8)
"""Distances and counts are told apart up to these."""

FITS: dict[Number, frozenset[ActorKind]] = {
    Number.ONE: frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS}),
    Number.MANY: frozenset(
        {ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.ANONYMOUS}
    ),
    Number.THING: frozenset(
        {ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.DOCUMENT, ActorKind.GROUP}
    ),
    Number.SOME: frozenset({ActorKind.GROUP}),
    Number.ROLE: frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS}),
    Number.BODY: frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.GROUP}),
}
"""Which kinds of actors may be meant."""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that mean somebody who was met before: a pronoun, or ``the Republican senator from Ohio``."""

    token: Token
    """The pronoun, or the first word of the description."""
    head: Token
    """The pronoun, or the noun of the description."""
    number: Number
    form: Form
    noun: str = ""
    """Of a description: its head in the singular, lower case."""
    modifiers: tuple[str, ...] = ()
    """Lower case."""
    complemented: bool = False
    """Whether words after the noun tell more."""

    @classmethod
    def of_pronoun(cls, token: Token) -> "Anaphor":
        """A pronoun."""
        return cls(token, token, number_of(token.text), form_of(token.text))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who spoke, and where the words for the speaker stand."""

    actor: Actor
    span: Span


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What is known about speech when a pronoun is met."""

    spoken: Sequence[Spoken] = ()
    """The speakers so far."""
    around: frozenset[str] = frozenset()
    """Identifiers of those whose words, not given verbatim, hold the pronoun."""
    but: frozenset[str] = frozenset()
    """Identifiers of actors that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor whom the pronoun may mean, with what tells for or against."""

    actor: Actor
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Trace:
    """Where an actor was met before the pronoun."""

    actor: Actor
    names: tuple[Name, ...]
    speech: tuple[int, ...]
    """Tokens at which the words for the speaker begin."""
    chains: frozenset[int]
    """Of the words for the speaker."""

    @property
    def last(self) -> int:
        """The last token at which the actor was met."""
        return max((*self.speech, *(name.first for name in self.names)))


def candidates(anaphor: Anaphor, scene: Scene, heard: Hearsay) -> tuple[Candidate, ...]:
    """Everybody who may be meant, by kind and distance; the nearest first."""
    pronoun, fits = anaphor.token, FITS[anaphor.number]
    traces = [
        trace
        for trace in _traces(pronoun, scene, heard.spoken)
        if trace.actor.kind in fits
        and trace.actor.id not in heard.but
        and not _is_excluded(pronoun, scene.cast.figure(trace.actor.id))
        and pronoun.sentence - scene.tokens[trace.last].sentence <= _REACH_SENTENCES
    ]
    traces.sort(key=lambda trace: (-trace.last, trace.actor.id))
    most = max((len(trace.names) for trace in traces), default=0)
    return tuple(
        Candidate(
            trace.actor,
            (
                f"rank {min(rank, 4)}",
                *(["named most"] if len(trace.names) == most else []),
                *_features(trace, anaphor, scene, heard),
                *_description(trace, anaphor, scene),
                *bond(scene.chains, anaphor.head.span, trace.actor.id, described=trace.chains),
            ),
        )
        for rank, trace in enumerate(traces)
    )


def _traces(pronoun: Token, scene: Scene, spoken: Iterable[Spoken]) -> Iterator[_Trace]:
    speech: dict[str, list[int]] = {}
    chains: dict[str, set[int]] = {}
    actors: dict[str, Actor] = {}
    for each in spoken:
        index = bisect_left(scene.tokens, each.span.start, key=lambda token: token.start)
        if each.span.start < pronoun.start and index < pronoun.index:
            speech.setdefault(each.actor.id, []).append(index)
            chains.setdefault(each.actor.id, set()).update(scene.chains.of_phrase(each.span))
            actors[each.actor.id] = each.actor
    names: dict[str, list[Name]] = {}
    for name in scene.cast.names:
        if name.last < pronoun.index:
            figure = scene.cast.owner(name)
            names.setdefault(figure.actor.id, []).append(name)
            actors[figure.actor.id] = figure.actor
    for identifier, actor in actors.items():
        yield _Trace(
            actor,
            tuple(names.get(identifier, ())),
            tuple(speech.get(identifier, ())),
            frozenset(chains.get(identifier, ())),
        )


def _agreement(pronoun: Token, figure: Figure | None) -> str:
    wanted = PRONOUN_GENDERS.get(pronoun.text.lower(), "")
    if not wanted or figure is None or not figure.gender:
        return "unknown"
    return "agrees" if figure.gender == wanted else "differs"


def _is_excluded(pronoun: Token, figure: Figure | None) -> bool:
    """Whether the given name, and all else that tells, is of the other gender."""
    if figure is None or _agreement(pronoun, figure) != "differs":
        return False
    return knowledge.given_names().get(figure.actor.name.split()[0]) == figure.gender


def _features(trace: _Trace, anaphor: Anaphor, scene: Scene, heard: Hearsay) -> Iterator[str]:
    last, pronoun, form = scene.tokens[trace.last], anaphor.token, anaphor.form
    distance = _bucket(pronoun.sentence - last.sentence)
    yield f"kind {trace.actor.kind}"
    yield f"gender {_agreement(pronoun, scene.cast.figure(trace.actor.id))}"
    yield f"sentences {distance}"
    yield f"sentences {min(distance, 2)} for {form}"
    yield f"paragraphs {min(pronoun.paragraph - last.paragraph, 3)}"
    yield f"named {_bucket(len(trace.names))}"
    if distance == 0:
        yield f"words {_bucket(pronoun.index - trace.last)}"
    if pronoun.paragraph and trace.names and not scene.tokens[trace.names[0].first].paragraph:
        yield "in the headline"
    yield from (f"{each} for {form}" for each in _functions(trace, last, scene))
    yield from _speech(trace, anaphor, scene, heard)
    yield from _quotation(last, pronoun, scene.quotations)


def _bucket(count: int) -> int:
    return max(each for each in _BUCKETS if each <= max(count, 0))


def _functions(trace: _Trace, last: Token, scene: Scene) -> Iterator[str]:
    """What the place of the last naming tells about its function in the sentence."""
    name = next((each for each in trace.names if each.first == last.index), None)
    if name is None:
        yield "speaker"
        return
    tokens = scene.tokens
    begin = name.first - len(name.titles)
    before = tokens[begin - 1].text.lower() if begin and tokens[begin - 1].sentence == last.sentence else ""
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if not before:
        yield "opens"
    if before in _PREPOSITIONS:
        yield "after a preposition"
    if name.possessive or name.attributive:
        yield "possessive"
    if after is not None and after.gap == " " and _is_verb(after):
        yield "before a verb"
    if not any(
        other.first < name.first and tokens[other.first].sentence == last.sentence
        for other in scene.cast.names
    ):
        yield "first name of its sentence"


def _is_verb(token: Token) -> bool:
    word = token.text
    return word in _AUXILIARIES or word in _SPEAKING or (word.islower() and word.endswith("ed"))


def _description(trace: _Trace, anaphor: Anaphor, scene: Scene) -> Iterator[str]:
    """Whether the article gives the actor the noun that describes, in a role or in the name itself."""
    if not anaphor.noun:
        return
    words = {word.lower() for word in trace.actor.name.split()}
    if not trace.actor.kind.is_named:
        yield f"described alike: {anaphor.noun in words}"
    elif anaphor.number == Number.ROLE:
        held = (role for role in scene.roles if role.actor.id == trace.actor.id)
        yield f"role: {fit(anaphor.noun, anaphor.modifiers, anaphor.token.index, held)}"
    else:
        yield f"name holds the noun: {not words.isdisjoint({anaphor.noun, *kindred(anaphor.noun)})}"
        yield f"{knowledge.nouns().get(anaphor.noun)} for {trace.actor.kind}"


def _speech(trace: _Trace, anaphor: Anaphor, scene: Scene, heard: Hearsay) -> Iterator[str]:
    pronoun, form = anaphor.token, anaphor.form
    if trace.actor.id in heard.around:
        yield f"whose words hold it, {form}"
    if not trace.speech:
        return
    distance = pronoun.sentence - scene.tokens[max(trace.speech)].sentence
    yield f"spoke {_bucket(distance)}"
    latest = max(
        (each for each in heard.spoken if each.span.start < pronoun.start), key=lambda each: each.span
    )
    if latest.actor.id == trace.actor.id:
        yield f"spoke last, {form}"


def _quotation(last: Token, pronoun: Token, quotations: Sequence[Span]) -> Iterator[str]:
    """Whether only one of the two stands in words given verbatim, or both in the same."""
    mine, theirs = (
        [span for span in quotations if span.start <= each.start < span.end] for each in (pronoun, last)
    )
    if bool(mine) != bool(theirs):
        yield "only the pronoun is quoted" if mine else "only the name is quoted"
    elif mine and mine != theirs:
        yield "quoted elsewhere"


def context(anaphor: Anaphor, scene: Scene, *, is_source: bool) -> tuple[str, ...]:
    """What tells that an anaphor means nobody among the candidates: the features of "none"."""
    pronoun = anaphor.token
    following = scene.tokens[pronoun.index + 1 : pronoun.index + 2]
    word = following[0].text.lower() if following and following[0].gap == " " else ""
    return (
        "none",
        f"none for {anaphor.form}",
        *([f"none with {min(len(anaphor.modifiers), 2)} modifiers"] if anaphor.noun else []),
        *(["none with a complement"] if anaphor.complemented else []),
        *(["none as a source"] if is_source else []),
        *(["none before an auxiliary"] if word in _AUXILIARIES else []),
        *(["none in a quotation"] if any(q.start <= pronoun.start < q.end for q in scene.quotations) else []),
        *loose(scene.chains, anaphor.head.span),
    )
