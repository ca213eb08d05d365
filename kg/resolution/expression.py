"""The claims of all statements of an article: nobody affirms and denies one and the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.domain import CueClass, Polarity, Stance
from kg.identity import claim_id
from kg.resolution.claims import Content, Expressed, express
from kg.resolution.said import Said
from kg.resolution.syntax import Syntax

_OF_INNER: Mapping[CueClass, Mapping[Polarity, Polarity]] = {
    CueClass.CONFIRM: {each: each for each in Polarity},
    CueClass.DENY: {
        Polarity.AFFIRMS: Polarity.DENIES,
        Polarity.DENIES: Polarity.AFFIRMS,
        Polarity.UNCOMMITTED: Polarity.UNCOMMITTED,
    },
    CueClass.DOUBT: dict.fromkeys(Polarity, Polarity.UNCOMMITTED),
}
"""Where somebody stands who does this with what another said, by where that one stands."""
_DONE = {
    CueClass.CONFIRM: Polarity.AFFIRMS,
    CueClass.DENY: Polarity.DENIES,
    CueClass.DOUBT: Polarity.UNCOMMITTED,
}
"""The polarity of a cue that is not negated: who "did not confirm" a claim has no stance towards it."""


def with_claims(said: Sequence[Said], syntax: Syntax, text: str) -> tuple[Said, ...]:
    """The statements with what they claim. Who denies or confirms another's claim has a stance towards it."""
    found = [replace(each, expressed=_own(each, said, syntax, text)) for each in said]
    relayed = [replace(each, expressed=each.expressed or _of_others(each, found)) for each in found]
    held: dict[tuple[str, str], Polarity] = {}
    carriers = {each.statement.embedded_in for each in said}
    return tuple(_settled(each, held, relays=each.statement.id in carriers) for each in relayed)


def _own(each: Said, said: Sequence[Said], syntax: Syntax, text: str) -> tuple[Expressed, ...]:
    inner = tuple(other.attribution for other in said if other.statement.embedded_in == each.statement.id)
    return express(Content(each.statement, each.topics, inner), syntax, text)


def _of_others(outer: Said, said: Sequence[Said]) -> tuple[Expressed, ...]:
    """What another claims, if the outer statement says more of it than that it was said."""
    act = outer.statement.cue_class
    stances = _OF_INNER.get(act) if act and outer.statement.polarity is _DONE.get(act) else None
    if stances is None:
        return ()
    return tuple(
        replace(expressed, polarity=stances[expressed.polarity])
        for inner in said
        if inner.statement.embedded_in == outer.statement.id
        and not set(inner.statement.speakers) & set(outer.statement.speakers)
        for expressed in inner.expressed
    )


def _settled(each: Said, held: dict[tuple[str, str], Polarity], *, relays: bool) -> Said:
    """With the stances in the statement; the second of two opposite ones is towards a claim of its own.

    Who puts nothing forward and relays nothing, but asks or calls, commits to nothing.
    """
    expressed = tuple(_bound_if_turned(one, each, held) for one in each.expressed)
    unique = {one.claim.id: one for one in reversed(expressed)}
    stances = tuple(Stance(claim, unique[claim].polarity) for claim in sorted(unique))
    polarity = each.statement.polarity if stances or relays else Polarity.UNCOMMITTED
    statement = replace(each.statement, stances=stances, polarity=polarity)
    return replace(each, expressed=expressed, statement=statement)


def _bound_if_turned(one: Expressed, each: Said, held: dict[tuple[str, str], Polarity]) -> Expressed:
    before = [held.setdefault((one.claim.id, speaker), one.polarity) for speaker in each.statement.speakers]
    if all(polarity is one.polarity for polarity in before):
        return one
    identifier = claim_id(one.claim.label, statement=each.statement.id)
    return replace(one, claim=replace(one.claim, id=identifier))
