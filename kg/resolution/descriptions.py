"""Whom a description means: the holder of a role, a body by its head word, or an unnamed source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.domain import Actor, ActorKind, MentionKind, ResolutionMethod
from kg.identity import actor_id, unnamed_source_id
from kg.resolution import knowledge
from kg.resolution.antecedents import antecedent
from kg.resolution.candidates import Anaphor, Hearsay, Spoken
from kg.resolution.figures import Cast, Figure
from kg.resolution.forms import is_suffix
from kg.resolution.heads import Description, clause_begin
from kg.resolution.kindred import kindred
from kg.resolution.knowledge import word_list
from kg.resolution.pronouns import Form, Number
from kg.resolution.roles import holder, named_later
from kg.resolution.scene import Scene
from kg.resolution.states import governed

UNNAMED = "unnamed source"
"""Name of the source that an article leaves out altogether."""
_UNNAMED_KINDS = {
    "person": ActorKind.ANONYMOUS,
    "group": ActorKind.GROUP,
    "organization": ActorKind.GROUP,
    "government": ActorKind.GROUP,
    "document": ActorKind.DOCUMENT,
}
_PLURAL_KINDS = _UNNAMED_KINDS | {"person": ActorKind.GROUP}
_KINDS_OF_MENTIONS: dict[MentionKind | None, str] = {
    MentionKind.PERSON: "person",
    MentionKind.ORGANIZATION: "organization",
    MentionKind.PLACE: "organization",
}
_ANYBODY = word_list("indefinite")
"""Words that describe nobody."""
_PART = re.compile(r"^percent\b|\bof (?:whom|which|them|us)$", re.IGNORECASE)
"""A part of those whom a pronoun means, or of nobody."""
_SHARE = re.compile(r"(?:percent|%|\w+ in \w+)(?: or (?:more|less))?", re.IGNORECASE)
_FRACTIONS = word_list("fractions")
_SHARE_REACH = 1
"""Paragraphs back to those of whom only a share is told."""
_DENIED = re.compile(r"^(?:not?|virtually|nearly) ")
_HOUSEHOLDS = word_list("households")
_SOME = word_list("plural") | word_list("counting pronouns")
"""Pronouns that stand for people where more words follow: ``those close to him``."""
_QUOTATION_MARKS = dict.fromkeys(map(ord, '"“”«»'))
_NUMBERS = {"person": Number.ROLE, "organization": Number.BODY, "government": Number.BODY}
_PREPOSITIONS = word_list("prepositions") | word_list("relative")
_LETTER = re.compile(r"[^\W\d_]")
_CUE = re.compile(r"\b(said|says|told|according to|reportedly)\b")
"""Words that show that a source phrase swallowed its cue."""
_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "ian", "ee", "ant")
_OPENING = 4
"""Paragraphs in which an article may describe somebody before it gives the name."""
_LATER = 0.7
"""Probability that the one who is named later with the same role is meant."""
_STATE, _HOLDER, _BODY, _CHAIN, _SAME_UNNAMED, _UNNAMED, _SHARED = 0.85, 0.8, 0.75, 0.7, 0.7, 0.7, 0.6
"""Probability: a state by its government, role holder, body by its noun, a person by the network's chains,
the unnamed source met before, an unnamed source by itself, those of whom only a share is told."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the actor, how it was decided, and how surely."""

    actor: Actor
    method: ResolutionMethod
    probability: float


def unnamed(article: str, description: str, kind: ActorKind, probability: float = _UNNAMED) -> Voice:
    """An unnamed source of one article."""
    actor = Actor(unnamed_source_id(article, description), kind, description)
    return Voice(actor, ResolutionMethod.DESCRIPTION, probability)


def describe(description: Description, owner: Actor | None, scene: Scene, spoken: Sequence[Spoken]) -> Voice:
    """Whom ``description`` means; ``owner`` is the actor whose it is (``his lawyers``), if any."""
    noun, plural = _singular(description.noun)
    if description.one_of and plural:
        return _one_of(noun, description, scene)
    if (state := governed(description, owner, scene)) is not None:
        return Voice(state, ResolutionMethod.DESCRIPTION, _STATE)
    if _is_share(description):
        return _part_of_those_before(description, scene, spoken)
    if description.definite:
        known = _household(noun, owner) if owner else _known(noun, plural, description, scene, spoken)
        if known:
            return known
    if not plural and owner is None and (later := _introduced(noun, description, scene)):
        return later
    text = _plain(f"{owner.name}'s {description.text}" if owner else description.text)
    kind = _kind(noun, plural, scene.chains.kind(description.noun_span))
    return unnamed(scene.article.id, text, ActorKind.UNKNOWN if text == UNNAMED else kind)


def _is_share(description: Description) -> bool:
    """Whether only a share is told, not of whom: ``54 percent``, ``nearly half``, ``four in 10``."""
    return bool(_SHARE.fullmatch(description.text)) or description.text.lower() in _FRACTIONS


def _part_of_those_before(share: Description, scene: Scene, spoken: Sequence[Spoken]) -> Voice:
    """The group that spoke last close by: ``Half of the voters agree, 30 percent do not``."""
    paragraph = scene.tokens.paragraph_at
    here = paragraph(share.span.start)
    groups = (
        each.actor
        for each in reversed(spoken)
        if each.actor.kind == ActorKind.GROUP and here - paragraph(each.span.start) <= _SHARE_REACH
    )
    group = next(groups, None)
    if group is None:
        return unnamed(scene.article.id, UNNAMED, ActorKind.UNKNOWN)
    return Voice(group, ResolutionMethod.DESCRIPTION, _SHARED)


def _one_of(noun: str, description: Description, scene: Scene) -> Voice:
    """One of several who are described: ``one of the officials`` is an official without a name."""
    text = _plain(description.text.replace(description.noun, noun, 1))
    return unnamed(scene.article.id, text, _kind(noun, False, scene.chains.kind(description.noun_span)))


def _known(
    noun: str, plural: bool, description: Description, scene: Scene, spoken: Sequence[Spoken]
) -> Voice | None:
    """The named actor, or else the unnamed source met before, that a definite description means."""
    named = None if plural else _named(noun, description, scene)
    named = named or (None if plural or description.complement else _in_chain(noun, description, scene))
    if named:
        return named
    before = _met_before(description, spoken)
    if before:
        return Voice(before, ResolutionMethod.DESCRIPTION, _SAME_UNNAMED)
    return (
        None if plural else _introduced(noun, description, scene) or _likely(noun, description, scene, spoken)
    )


def _likely(noun: str, description: Description, scene: Scene, spoken: Sequence[Spoken]) -> Voice | None:
    """Whom the article makes likely, though it gives nobody the noun: ``the mogul``."""
    number = _NUMBERS.get(knowledge.nouns().get(noun, ""))
    if number is None:
        return None
    anaphor = Anaphor(
        scene.tokens.within(description.span)[0],
        scene.tokens.within(description.noun_span)[0],
        number,
        Form.DESCRIPTION,
        noun,
        description.modifiers,
        complemented=not description.text.endswith(description.noun),
    )
    found = antecedent(anaphor, scene, Hearsay(spoken), is_source=True)
    return Voice(found.actor, ResolutionMethod.DESCRIPTION, found.probability) if found else None


def _introduced(noun: str, description: Description, scene: Scene) -> Voice | None:
    """The person whom an article describes before it gives the name, soon or with the same words."""
    first = scene.tokens.within(description.span)[0]
    if description.complement or knowledge.nouns().get(noun) != "person":
        return None
    reach = first.paragraph + _OPENING if first.paragraph <= _OPENING else first.paragraph
    near = [
        role
        for role in scene.roles
        if scene.tokens[role.index].paragraph <= reach or role.modifiers & set(description.modifiers)
    ]
    role = named_later(noun, description.modifiers, first.index, near)
    return Voice(role.actor, ResolutionMethod.DESCRIPTION, _LATER) if role else None


def _singular(noun: str) -> tuple[str, bool]:
    """The noun in the singular, lower case, and whether it was a plural."""
    word = noun.lower()
    classes = knowledge.nouns()
    if word in classes or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word, False
    stems = (word[:-3] + "y" if word.endswith("ies") else word[:-1], word.removesuffix("es"), word[:-1])
    return next((stem for stem in stems if stem in classes), word[:-1]), True


def _kind(noun: str, plural: bool, seen: MentionKind | None) -> ActorKind:
    """The kind of an unnamed source by its noun; of a noun that no table knows, as the reader sees it."""
    told = knowledge.nouns().get(noun) or _KINDS_OF_MENTIONS.get(seen)
    if told is None:
        told = (
            "group" if plural or noun in _SOME else "person" if noun.endswith(_PERSON_ENDINGS) else "document"
        )
    return (_PLURAL_KINDS if plural else _UNNAMED_KINDS)[told]


def _plain(text: str) -> str:
    """One line without quotation marks."""
    words = " ".join(text.translate(_QUOTATION_MARKS).split())
    if (
        not _LETTER.search(words)
        or _CUE.search(words)
        or _PART.search(words)
        or _DENIED.sub("", words.lower()) in _ANYBODY
    ):
        return UNNAMED
    return words


def _named(noun: str, description: Description, scene: Scene) -> Voice | None:
    index = scene.tokens.within(description.span)[0].index
    if (called := _called(description, scene.cast)) is not None:
        return Voice(called.actor, ResolutionMethod.DESCRIPTION, _BODY)
    if knowledge.nouns().get(noun) in ("organization", "government"):
        body = _body(noun, description.modifiers, index, scene.cast)
        return Voice(body.actor, ResolutionMethod.DESCRIPTION, _BODY) if body else None
    role = None if description.complement else holder(noun, description.modifiers, index, scene.roles)
    return Voice(role.actor, ResolutionMethod.DESCRIPTION, _HOLDER) if role else None


def _in_chain(noun: str, description: Description, scene: Scene) -> Voice | None:
    """The person whom the network takes the described one for."""
    figure = scene.chains.figure(description.noun_span) if knowledge.nouns().get(noun) == "person" else None
    if figure is None or figure.actor.kind != ActorKind.PERSON:
        return None
    return Voice(figure.actor, ResolutionMethod.DESCRIPTION, _CHAIN)


def _body(noun: str, modifiers: Sequence[str], index: int, cast: Cast) -> Figure | None:
    """The body whose name holds the noun and what stands before it, and that was named last."""
    wanted = {noun, *kindred(noun)}
    before = [
        (name.first, cast.owner(name))
        for name in cast.names
        if name.first < index
        and cast.owner(name).actor.kind in (ActorKind.ORGANIZATION, ActorKind.GOVERNMENT)
    ]
    fitting = [
        (place, figure)
        for place, figure in before
        if wanted & (words := {word.lower() for word in figure.actor.name.split()})
        and words.issuperset(modifiers)
    ]
    return max(fitting, key=lambda entry: entry[0], default=(0, None))[1]


def _called(description: Description, cast: Cast) -> Figure | None:
    """The body whose whole name the description ends with in small letters: ``the old valdene journal``."""
    words = (*description.modifiers, description.noun.lower())
    bodies = (
        figure
        for figure in cast.figures
        if figure.actor.kind in (ActorKind.ORGANIZATION, ActorKind.GOVERNMENT)
    )
    held = (figure for figure in bodies if len(figure.actor.name.split()) > 1)
    return next((each for each in held if _ends_with(words, each.actor.name.lower().split())), None)


def _household(noun: str, owner: Actor) -> Voice | None:
    """``his campaign`` is a body that bears his name."""
    if owner.kind != ActorKind.PERSON or noun not in _HOUSEHOLDS:
        return None
    last = [word for word in owner.name.split() if not is_suffix(word)][-1]
    kind = ActorKind.GOVERNMENT if noun == "administration" else ActorKind.ORGANIZATION
    name = f"{last} {noun}"
    return Voice(Actor(actor_id(name), kind, name), ResolutionMethod.DESCRIPTION, _BODY)


def _met_before(description: Description, spoken: Sequence[Spoken]) -> Actor | None:
    """The last unnamed source whose description holds this one's noun and modifiers."""
    wanted = {description.noun.lower(), *description.modifiers}
    for each in reversed(spoken):
        unnamed_before = not each.actor.kind.is_named and each.actor.kind != ActorKind.UNKNOWN
        words = [word.lower() for word in each.actor.name.split()]
        if unnamed_before and wanted <= set(words) and _noun_of(words) == description.noun.lower():
            return each.actor
    return None


def _ends_with(words: Sequence[str], end: Sequence[str]) -> bool:
    return len(end) <= len(words) and list(words[-len(end) :]) == list(end)


def _noun_of(words: Sequence[str]) -> str:
    """The head noun of a description: the word before its first preposition, or before a clause."""
    end = next((place for place, word in enumerate(words) if place and word in _PREPOSITIONS), len(words))
    return words[min(end, clause_begin(words)) - 1]
