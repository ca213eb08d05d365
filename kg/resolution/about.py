"""Whom a content speaks of: names, countries by their people, and pronouns that can only mean the speaker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.domain import Actor, ActorKind, ActorMention, Attribution, Mode, ResolutionMethod, Span
from kg.resolution import knowledge
from kg.resolution.antecedents import antecedent
from kg.resolution.candidates import Anaphor, Hearsay, Spoken
from kg.resolution.descriptions import Voice
from kg.resolution.genders import PRONOUN_GENDERS
from kg.resolution.knowledge import word_list
from kg.resolution.pronouns import FIRST_PERSON
from kg.resolution.scene import Scene
from kg.resolution.speakers import Turn
from kg.resolution.states import state_actor
from kg.resolution.tokens import Token

_ACTING_FOR_A_STATE = word_list("acting for a state")
"""Nouns after a nationality that stand for the state: ``North Korean soldiers``."""
_PEOPLE, _SELF = 0.8, 0.8
"""Probability: a state by its people, the speaker by a pronoun."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One mention inside a content, and the actor it means."""

    mention: ActorMention
    actor: Actor


def topics_of(attribution: Attribution, turn: Turn, scene: Scene) -> tuple[Topic, ...]:
    """All mentions of actors in a content, in text order."""
    found = [
        topic
        for span in attribution.content
        for topics in (
            _by_name(span, scene),
            _by_people(span, scene),
            _by_pronoun(span, attribution, turn, scene),
        )
        for topic in topics
    ]
    return tuple(sorted(found, key=lambda topic: topic.mention.span))


def _by_name(span: Span, scene: Scene) -> Iterator[Topic]:
    for name in scene.cast.names_within(span):
        if not name.attributive:
            yield Topic(scene.cast.mention(name), scene.cast.owner(name).actor)


def _by_people(span: Span, scene: Scene) -> Iterator[Topic]:
    """States by their people: a nationality before a noun that acts for the state, or a plural."""
    words = scene.tokens.within(span)
    for place, token in enumerate(words):
        for end in range(min(place + 2, len(words)), place, -1):
            people = words[place:end]
            state = knowledge.state_by_demonym().get(" ".join(each.text for each in people))
            if state and _stand_for_state(words, place, end):
                actor = state_actor(state, scene)
                where = Span(token.start, people[-1].end)
                yield Topic(ActorMention(where, actor.id, ResolutionMethod.DESCRIPTION, _PEOPLE), actor)
                break


def _stand_for_state(words: Sequence[Token], begin: int, end: int) -> bool:
    """``Russian troops`` and ``the Russians``, not ``a Russian novel`` nor ``millions of Russians``."""
    following = words[end].text.lower() if end < len(words) and words[end].gap == " " else ""
    before = words[begin - 1].text.lower() if begin else ""
    plural = words[end - 1].text.endswith("ns") and before in ("the", "and")
    return following in _ACTING_FOR_A_STATE or plural


def _by_pronoun(span: Span, attribution: Attribution, turn: Turn, scene: Scene) -> Iterator[Topic]:
    for token in scene.tokens.within(span):
        voice = _meant(token, span, attribution, turn, scene)
        if voice and voice.actor.kind.is_named:
            where = Span(token.start, token.end)
            mention = ActorMention(where, voice.actor.id, ResolutionMethod.PRONOUN, voice.probability)
            yield Topic(mention, voice.actor)


def _meant(token: Token, span: Span, attribution: Attribution, turn: Turn, scene: Scene) -> Voice | None:
    word, speaker = token.text.lower(), turn.voices[0].actor
    if word in FIRST_PERSON and attribution.mode != Mode.INDIRECT:
        singular = word in ("i", "me", "my", "myself", "mine")
        fits = speaker.kind == ActorKind.PERSON if singular else speaker.kind != ActorKind.PERSON
        return Voice(speaker, ResolutionMethod.PRONOUN, _SELF) if fits and len(turn.voices) == 1 else None
    if word not in PRONOUN_GENDERS:
        return None
    cannot = attribution.mode == Mode.DIRECT or (word == "him" and token.start == span.start)
    spoken = [Spoken(speaker, attribution.source[0])] if attribution.source else []
    own = frozenset({speaker.id})
    heard = Hearsay(but=own) if cannot else Hearsay(spoken, around=own)
    found = antecedent(Anaphor.of_pronoun(token), scene, heard)
    return Voice(found.actor, ResolutionMethod.PRONOUN, found.probability) if found else None
