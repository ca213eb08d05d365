"""Which words of an article name whom: one actor for each span."""

from collections.abc import Sequence
from dataclasses import replace

from kg.domain import Actor, ActorKind, ActorMention, Span
from kg.resolution.names import Name
from kg.resolution.said import Said
from kg.resolution.scene import Scene
from kg.resolution.told_roles import told_role


def _role_of(name: Name, scene: Scene) -> str:
    person = scene.cast.owner(name).actor.kind == ActorKind.PERSON
    return told_role(name, scene.tokens) if person else ""


def _role_in(span: Span, speaker: Actor, scene: Scene) -> str:
    """The role of a named speaker in the words of a source."""
    names = (name for name in scene.cast.names_within(span) if scene.cast.owner(name).actor.id == speaker.id)
    return next((role for name in names if (role := _role_of(name, scene))), "")


def mentions_of(said: Sequence[Said], scene: Scene, used: frozenset[str]) -> tuple[ActorMention, ...]:
    """One mention per span: the words for a single speaker, then names, then words inside contents.

    Words for a speaker that two statements read differently, or that name somebody else, are no mention.
    """
    found: dict[Span, ActorMention] = {}
    for each in said:
        if len(each.turn.voices) == 1 and each.attribution.source:
            voice = each.turn.voices[0]
            span = each.attribution.source[0]
            role = _role_in(span, voice.actor, scene)
            found.setdefault(span, ActorMention(span, voice.actor.id, voice.method, voice.probability, role))
    topics = (topic.mention for each in said for topic in each.topics)
    named = (replace(scene.cast.mention(name), role=_role_of(name, scene)) for name in scene.cast.names)
    for mention in (*named, *topics):
        found.setdefault(mention.span, mention)
    for each in said:
        speakers = {voice.actor.id for voice in each.turn.voices}
        for span in each.attribution.source:
            if span in found and found[span].actor_id not in speakers:
                del found[span]
    return tuple(
        sorted((each for each in found.values() if each.actor_id in used), key=lambda each: each.span)
    )
