"""From an article and its reading to statements, claims and actors, closed and consistent."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.domain import Article, Attribution, Reading, ResolvedArticle, Span, Statement, words_of
from kg.identity import key, statement_id
from kg.resolution.about import topics_of
from kg.resolution.cue_classes import class_of
from kg.resolution.expression import with_claims
from kg.resolution.happenings import with_events
from kg.resolution.mentioned import mentions_of
from kg.resolution.replies import with_replies
from kg.resolution.said import Said, actors_of, claims_of, issues_of
from kg.resolution.scene import Scene, set_scene
from kg.resolution.signatures import signature_after
from kg.resolution.speakers import Turn, find_speakers
from kg.resolution.stance import certainty_of, polarity_of
from kg.resolution.statements import tidy


def resolve(article: Article, reading: Reading, *, narration: bool = True) -> ResolvedArticle:
    """The statements, claims, events and actors of one article. Pure and deterministic.

    The article's own voice is among the statements unless ``narration`` is false. The result is closed: every
    identifier used in it is in it.
    """
    tidied = replace(reading, attributions=tidy(reading, article.text))
    scene = set_scene(article, tidied)
    said = with_claims(_said(scene), scene.syntax, article.text)
    happenings = with_events(said, scene, scene.syntax, narration=narration)
    claims = claims_of(happenings.said)
    actors = actors_of(happenings.said)
    return ResolvedArticle(
        article=article,
        reader_version=reading.reader_version,
        actors=tuple(actors[identifier] for identifier in sorted(actors)),
        mentions=mentions_of(happenings.said, scene, frozenset(actors)),
        statements=with_replies([each.statement for each in happenings.said], claims, scene),
        claims=claims,
        events=happenings.events,
        issues=issues_of(happenings.said),
    )


def _without_rivals(attributions: Sequence[Attribution], turns: Sequence[Turn]) -> tuple[int, ...]:
    """Indices of the attributions to keep: of two that give the same words to two actors, the likelier."""
    kept: list[int] = []
    owners: dict[Span, list[int]] = {}
    for index in sorted(range(len(turns)), key=lambda each: (-attributions[each].probability, each)):
        rivals = [other for span in attributions[index].content for other in owners.get(span, ())]
        if all(_may_share(index, other, attributions, turns) for other in rivals):
            kept.append(index)
            for span in attributions[index].content:
                owners.setdefault(span, []).append(index)
    return tuple(sorted(kept))


def _may_share(one: int, other: int, attributions: Sequence[Attribution], turns: Sequence[Turn]) -> bool:
    speakers = [{voice.actor.id for voice in turns[each].voices} for each in (one, other)]
    nested = attributions[one].outer == other or attributions[other].outer == one
    return nested or bool(speakers[0] & speakers[1])


def _said(scene: Scene) -> tuple[Said, ...]:
    """Every attribution with its statement, not yet with its claims."""
    turns = find_speakers(scene)
    attributions = scene.reading.attributions
    kept = _without_rivals(attributions, turns)
    identifiers = _identifiers(scene, kept)
    return tuple(
        Said(
            attributions[index],
            turns[index],
            topics_of(attributions[index], turns[index], scene),
            _statement(index, identifiers, turns[index], scene),
        )
        for index in kept
    )


def _identifiers(scene: Scene, kept: Iterable[int]) -> dict[int, str]:
    """Identifier of the statement of every kept attribution; equal words are counted in text order."""
    seen: Counter[str] = Counter()
    identifiers = {}
    for index in kept:
        words = words_of(scene.reading.attributions[index].content, scene.text)
        identifiers[index] = statement_id(scene.article.id, words, seen[key(words)])
        seen[key(words)] += 1
    return identifiers


def _statement(index: int, identifiers: dict[int, str], turn: Turn, scene: Scene) -> Statement:
    """The statement of an attribution, without its claim."""
    attribution = scene.reading.attributions[index]
    cue = words_of(attribution.cue, scene.text)
    return Statement(
        id=identifiers[index],
        content=attribution.content,
        source=attribution.source,
        cue=attribution.cue,
        mode=attribution.mode,
        polarity=polarity_of(cue),
        certainty=certainty_of(cue, words_of(attribution.content, scene.text)),
        speakers=tuple(voice.actor.id for voice in turn.voices),
        probability=attribution.probability,
        stances=(),
        embedded_in=None if attribution.outer is None else identifiers.get(attribution.outer),
        informed_by=tuple(actor.id for actor in turn.informants),
        said_on=_said_on(attribution, scene),
        cue_class=class_of(cue),
    )


def _said_on(attribution: Attribution, scene: Scene) -> datetime.date | None:
    signature = signature_after(attribution.content, scene.text)
    if signature is None or signature.date is None:
        return None
    issued = scene.article.date
    return signature.date if issued is None or signature.date <= issued else None
