"""What a name names: a person, an organization, a government, or nothing that acts.

Titles, well-known bodies and what a politician's name turns into are told by tables; all else is weighed:
the probability of a kind is proportional to the exponential of the sum of the weights of the evidence,
fitted by ``training/kinds.py``. What the reader's network takes a name for is one more piece of evidence.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from kg.domain import ActorKind, EntityKind, Span
from kg.resolution import knowledge
from kg.resolution.evidence import evidence, head_of
from kg.resolution.names import Name
from kg.resolution.seen import Seen
from kg.resolution.tokens import Tokens

_HOUSEHOLDS = {
    "campaign": ActorKind.ORGANIZATION,
    "camp": ActorKind.ORGANIZATION,
    "administration": ActorKind.GOVERNMENT,
}
_PRIVATE = frozenset(
    {"Democratic", "Republican", "Labour", "Conservative", "News", "Press", "Christian", "Jewish"}
)
_ALONE = frozenset({"Army", "Cabinet", "House", "Navy", "Parliament"})
"""Words for bodies that name one by themselves; ``the Alliance`` needs a full name elsewhere."""
_SPEAKERS, _SPEAKS = ("person", "organization"), 1.0
"""The kinds that speak, and how much speaking weighs: chosen on worldwide-ner dev."""
_MOSTLY = 0.5
"""The part of the namings that tells."""
_SHORTEST = 2
"""Letters of a name: an initial alone is none."""
_READ, _UNREAD = 3.0, 2.0
"""How much it weighs that the network reads all namings as one kind, and as no name; what begins with a given
name it reads as a body too often to weigh more than a thing not read."""


def kind_of(names: Sequence[Name], tokens: Tokens, seen: Seen) -> ActorKind | None:
    """The kind of what ``names``, all spelled alike, stand for; None for places and things."""
    name = max(names, key=lambda each: not each.text.isupper())
    if len(name.text.rstrip(".")) < _SHORTEST:
        return None
    if any(each.titles for each in names) and not _is_people(name):
        return None if _is_titled_in_vain(names, seen) else ActorKind.PERSON
    told = next((kind for tells, kind in _TOLD if tells(name)), None)
    if told is not None:
        return told(name)
    if any(_is_label(each, tokens, seen.sources) for each in names):
        return ActorKind.PERSON
    read = _read_as(names, seen)
    scores = dict(read)
    if _speaks(names, tokens, seen.sources):
        scores |= {kind: scores.get(kind, 0.0) + _SPEAKS for kind in _SPEAKERS}
    likeliest = _likeliest(evidence(names, tokens), scores)
    is_word = likeliest == "person" and bool(read) and _is_word(name)
    rarely = _share_read_as(EntityKind.PERSON, names, seen) <= _MOSTLY
    return None if is_word and rarely else _ACTING[likeliest](name)


def _is_titled_in_vain(names: Sequence[Name], seen: Seen) -> bool:
    """Whether words are a person only by a title: ``Miss Universe``, ``Chief Executive``.

    "Miss" makes none of a common word nor of one that is never read as a person, other titles none of common
    words that are never read so.
    """
    name, unread = names[0], bool(seen.entities) and not _share_read_as(EntityKind.PERSON, names, seen)
    if all(each.titles in ((), ("Miss",)) for each in names):
        return _is_word(name) or (unread and name.words[0] not in knowledge.given_names())
    return unread and all(map(_is_common, name.words))


def _is_word(name: Name) -> bool:
    """Whether a name is one common word: ``Patriot``."""
    return len(name.words) == 1 and _is_common(name.text)


def _is_common(word: str) -> bool:
    """Whether a word is usually written in lower case; a given name is not."""
    return word.lower() in knowledge.common_words() and word not in knowledge.given_names()


def _is_office(name: Name) -> bool:
    """Whether a name is a role, by which nobody is named: ``Secretary of Defense``."""
    head = head_of(name.words)
    return head != name.words[-1] and knowledge.nouns().get(head.lower()) == "person"


def _is_people(name: Name) -> bool:
    """Whether a name is a nationality, adherents, a poll, or a plural of people: ``Party Officials``."""
    last = name.words[-1].removesuffix("s")
    if name.text in knowledge.state_by_demonym():
        return True
    if last in knowledge.collectives() and (
        len(name.words) == 1 or last != name.words[-1] or _qualifies(name)
    ):
        return True
    if name.words[-1] == "Poll" and len(name.words) > 1:
        return True
    plural = last != name.words[-1] and name.words[-1] not in knowledge.organization_words()
    return plural and knowledge.nouns().get(last.lower()) in ("person", "document")


def _qualifies(name: Name) -> bool:
    """Whether all but the last word only tell which people: ``Native American``, not ``Grant Green``."""
    return " ".join(name.words[:-1]) in knowledge.places() or all(map(_is_common, name.words[:-1]))


def _is_latin(text: str) -> bool:
    """Whether a name is in the script for which weights were fitted."""
    return all(unicodedata.name(each, "").startswith("LATIN") for each in text if each.isalpha())


def _speaks(names: Sequence[Name], tokens: Tokens, sources: Sequence[Span]) -> bool:
    """Whether a name ends a source, or begins it with something in apposition: ``Ann Cole, the mayor,``."""
    return any(
        source.contains(name.span) and (source.end == name.span.end or _is_apposed(name, source, tokens))
        for name in names
        for source in sources
    )


def _is_label(name: Name, tokens: Tokens, sources: Sequence[Span]) -> bool:
    """Whether a name in capitals tells whose turn it is in a conversation: ``COLE: I never said so``."""
    ends = name.last + 1 < len(tokens) and tokens[name.last + 1].gap.startswith(":")
    return ends and name.text.isupper() and name.span in sources


def _is_apposed(name: Name, source: Span, tokens: Tokens) -> bool:
    begins = name.first - len(name.titles) - tokens.within(source)[0].index <= name.after_the
    return begins and name.last + 1 < len(tokens) and tokens[name.last + 1].gap.startswith(",")


def _read_as(names: Sequence[Name], seen: Seen) -> dict[str, float]:
    """What the network takes the namings for, each kind by its share."""
    if not seen.entities:
        return {}
    words = names[0].words
    given = len(words) > 1 and words[0] in knowledge.given_names()
    read: dict[str, float] = defaultdict(float)
    for name in names:
        entity = seen.entity_in(name.span)
        weight = _UNREAD if given or entity is None else _READ
        read[_KIND_OF_ENTITY.get(entity, "thing")] += weight / len(names)
    return dict(read)


def _share_read_as(kind: EntityKind, names: Sequence[Name], seen: Seen) -> float:
    """For which part of some namings the network sees a kind, 0–1."""
    return sum(seen.entity_in(name.span) == kind for name in names) / len(names)


def is_read_as_body(names: Sequence[Name], seen: Seen) -> bool:
    """Whether the network takes at least half of some namings for a body."""
    return _share_read_as(EntityKind.ORGANIZATION, names, seen) >= _MOSTLY


def _likeliest(found: Mapping[str, float], before: Mapping[str, float]) -> str:
    """By the evidence found and the scores before it."""
    weights = knowledge.kind_weights()
    scores = {kind: before.get(kind, 0.0) for kind in _ACTING}
    for feature, strength in sorted(found.items()):  # always summed in one order: ties stay ties
        for kind, weight in weights.get(feature, {}).items():
            scores[kind] += weight * strength
    return max(scores, key=scores.__getitem__)


def _body(name: Name) -> ActorKind:
    """Government by its head word, unless a word tells that it is a party's or the news'."""
    official = knowledge.organization_words().get(head_of(name.words)) == "government"
    return ActorKind.GOVERNMENT if official and _PRIVATE.isdisjoint(name.words) else ActorKind.ORGANIZATION


def _nobody(_name: Name) -> None:
    """No actor."""


def _person(_name: Name) -> ActorKind:
    return ActorKind.PERSON


_TOLD: tuple[tuple[Callable[[Name], bool], Callable[[Name], ActorKind | None]], ...] = (
    (_is_people, _nobody),
    (_is_office, _nobody),
    (lambda name: "&" in name.words, _body),
    (
        lambda name: name.text in knowledge.institutions(),
        lambda name: knowledge.institutions()[name.text][1],
    ),
    (
        lambda name: len(name.words) > 1 and name.words[-1] in _HOUSEHOLDS,
        lambda name: _HOUSEHOLDS[name.words[-1]],
    ),
    (lambda name: name.text in knowledge.organization_words() and name.text not in _ALONE, _nobody),
    (lambda name: name.text in knowledge.places(), _nobody),
    (lambda name: not _is_latin(name.text) and len(name.words) > 1, _person),
    (lambda name: not _is_latin(name.text), _nobody),
)
"""What tables tell of a name, first match first."""

_ACTING: dict[str, Callable[[Name], ActorKind | None]] = {
    "person": _person,
    "organization": _body,
    "place": _nobody,
    "thing": _nobody,
}

_KIND_OF_ENTITY: Mapping[EntityKind | None, str] = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "organization",
    EntityKind.LOCATION: "place",
    EntityKind.FACILITY: "place",
}
