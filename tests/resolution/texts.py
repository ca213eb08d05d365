"""Articles with attributions written by hand: marked words instead of offsets.

``[s:…]`` marks a source, ``[q:…]`` a cue, ``[c:…]`` a content; marks with one number (``[s1:…]``) make one
attribution. Contents may hold other marks.
"""

import re
from dataclasses import replace

from kg.domain import Article, Attribution, Mode, Reading, ResolvedArticle, Span
from kg.resolution import resolve
from tests.fakes import article

_MARK = re.compile(r"\[(?P<role>[sqc])(?P<number>\d):|\]")
_ROLES = {"s": "source", "q": "cue", "c": "content"}


def read(marked: str, **metadata: object) -> tuple[Article, Reading]:
    """The article without its marks, and the reading that the marks describe."""
    plain: list[str] = []
    stack: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    position = length = 0
    for match in _MARK.finditer(marked):
        piece = marked[position : match.start()]
        plain.append(piece)
        length += len(piece)
        position = match.end()
        if match["role"]:
            stack.append((match["number"], _ROLES[match["role"]], length))
        else:
            number, role, start = stack.pop()
            spans.setdefault(number, {}).setdefault(role, []).append(Span(start, length))
    text = "".join(plain) + marked[position:]
    told = article(text, **metadata)  # type: ignore[arg-type]
    attributions = [_attribution(roles, text) for roles in spans.values()]
    attributions.sort(key=lambda each: (each.content[0].start, -each.content[-1].end))
    return told, Reading(told.id, "by hand", tuple(_nested(attributions)))


def _attribution(roles: dict[str, list[Span]], text: str) -> Attribution:
    ordered = {role: tuple(sorted(found)) for role, found in roles.items()}
    words = ordered["content"][0].of(text)
    return Attribution(**ordered, mode=Mode.DIRECT if words[0] in '“"' else Mode.INDIRECT)


def _nested(attributions: list[Attribution]) -> list[Attribution]:
    return [
        replace(each, outer=max((i for i, o in enumerate(attributions) if _holds(o, each)), default=None))
        for each in attributions
    ]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer is not inner and all(any(o.contains(i) for o in outer.content) for i in inner.content)


def told(marked: str, **metadata: object) -> ResolvedArticle:
    """The resolved article of a marked text."""
    return resolve(*read(marked, **metadata))


def speakers(resolved: ResolvedArticle) -> list[str]:
    """Names of the speakers of every statement, joined by `` & ``."""
    names = {actor.id: actor.name for actor in resolved.actors}
    return [" & ".join(names[each] for each in statement.speakers) for statement in resolved.statements]


def topics(resolved: ResolvedArticle) -> list[list[str]]:
    """Names of the actors that every claim speaks of."""
    names = {actor.id: actor.name for actor in resolved.actors}
    return [[names[each] for each in claim.about] for claim in resolved.claims]
