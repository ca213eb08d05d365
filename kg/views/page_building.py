"""Rows → the records of the page: fold, count, number, place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.domain import ActorKind, Mode
from kg.views.communities import communities
from kg.views.content_rows import NO_CONTENTS, Contents
from kg.views.event_building import event_edges, page_events, participants_of, placed_events, told_events
from kg.views.layout import Box, Place, Tie, places
from kg.views.pages import (
    COMMUNITIES,
    DRAWABLE_ACTORS,
    LEAST_COMMUNITY,
    NOBODY,
    SHOWN_ACTORS,
    SHOWN_EDGES,
    NetworkPage,
    PageActor,
    PageArticle,
    PageEdge,
    PageStatement,
    Scale,
)
from kg.views.rows import RowActor, RowArticle, StatementRow

MARGIN = 7.0
"""Around a node and its label, in units of the canvas."""
LETTER_WIDTH = 0.5
"""Of a usual letter, as a part of the font's size."""
LINE_HEIGHT = 1.2
"""Of a label, as a part of the font's size."""


def network_page(
    rows: Sequence[StatementRow],
    contents: Contents = NO_CONTENTS,
    *,
    title: str,
    shown_actors: int = SHOWN_ACTORS,
    is_in_site: bool = False,
) -> NetworkPage:
    """The page of these rows and of the events that they tell of; the same rows give the same page."""
    folded = [replace(row, speakers=_folded(row.speakers), about=_folded(row.about)) for row in rows]
    told = told_events(folded, contents)
    actors = _actors(folded, participants_of(told))
    articles = list({row.article.id: row.article for row in folded}.values())
    claims = _shared_claims(folded)
    numbers = _Numbers(
        _numbered(actor.id for actor in actors), _numbered(each.id for each in articles), _numbered(claims)
    )
    statements = [_statement(row, numbers) for row in folded]
    edges = _edges(statements)
    placed = _placed(actors, edges, shown_actors)
    events = page_events(told, folded, statements)
    lines = tuple(event_edges(events, contents, statements, numbers.actors))
    return NetworkPage(
        title=title,
        actors=tuple(_gathered(placed, edges)),
        edges=tuple(edges),
        articles=tuple(map(_article, articles)),
        statements=tuple(statements),
        claims=claims,
        events=tuple(placed_events(events, lines, placed, shown_actors)),
        event_edges=lines,
        shown_actors=shown_actors,
        is_in_site=is_in_site,
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    """From identifiers to places on the page."""

    actors: Mapping[str, int]
    articles: Mapping[str, int]
    claims: Mapping[str, int]


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {each: number for number, each in enumerate(ids)}


def _shared_claims(rows: Iterable[StatementRow]) -> tuple[str, ...]:
    counts = Counter(claim for row in rows for claim in row.claims)
    return tuple(sorted(claim for claim, count in counts.items() if count > 1))


def _folded(actors: Iterable[RowActor]) -> tuple[RowActor, ...]:
    return tuple(dict.fromkeys(NOBODY if actor.kind is ActorKind.UNKNOWN else actor for actor in actors))


def _actors(rows: Sequence[StatementRow], participants: Iterable[RowActor]) -> list[PageActor]:
    told = [row for row in rows if row.mode is not Mode.NARRATION]
    says = Counter(actor for row in told for actor in row.speakers)
    spoken_of = Counter(actor for row in told for actor in row.about)
    actors = [
        PageActor(actor.id, actor.name, actor.kind, says[actor], spoken_of[actor])
        for actor in {actor for row in rows for actor in (*row.speakers, *row.about)} | set(participants)
    ]
    return sorted(actors, key=lambda actor: (-actor.weight, actor.name, actor.id))


def _article(article: RowArticle) -> PageArticle:
    return PageArticle(
        id=article.id,
        name=article.name,
        title=article.title,
        date=article.date.isoformat() if article.date else "",
        url=article.url if article.url and article.url.startswith(("https://", "http://")) else "",
        publisher=article.publisher or "",
    )


def _statement(row: StatementRow, numbers: _Numbers) -> PageStatement:
    return PageStatement(
        id=row.id,
        speakers=tuple(numbers.actors[actor.id] for actor in row.speakers),
        about=tuple(numbers.actors[actor.id] for actor in row.about),
        mode=row.mode,
        polarity=row.polarity,
        certainty=row.certainty,
        probability=round(row.probability, 3),
        cue=row.cue,
        article=numbers.articles[row.article.id],
        passage=row.passage,
        claims=tuple(numbers.claims[claim] for claim in row.claims if claim in numbers.claims),
    )


def _edges(statements: Sequence[PageStatement]) -> list[PageEdge]:
    """Edges by source, then heaviest first."""
    stacks: dict[tuple[int, int], list[int]] = {}
    for number, statement in enumerate(statements):
        for source in statement.speakers:
            for target in statement.about:
                if source != target:
                    stacks.setdefault((source, target), []).append(number)
    weights = {
        pair: sum(not statements[number].is_narration for number in stack) for pair, stack in stacks.items()
    }
    left: Counter[int] = Counter()
    edges = []
    for source, target in sorted(stacks, key=lambda pair: (pair[0], -weights[pair], pair[1])):
        pair = (source, target)
        edges.append(PageEdge(source, target, tuple(stacks[pair]), weights[pair], left[source]))
        left[source] += 1
    return edges


def _ties(edges: Iterable[PageEdge]) -> list[Tie]:
    """What draws actors together: all drawable edges on which somebody speaks."""
    return [Tie(edge.source, edge.target, edge.weight) for edge in edges if edge.is_drawable and edge.weight]


def _gathered(actors: Sequence[PageActor], edges: Sequence[PageEdge]) -> list[PageActor]:
    """The actors with their communities; only the largest of these are told."""
    found = communities(min(len(actors), DRAWABLE_ACTORS), _ties(edges))
    sizes = Counter(found)
    told = {each for each in range(COMMUNITIES) if sizes[each] >= LEAST_COMMUNITY}
    return [
        replace(actor, community=found[number] if number < len(found) and found[number] in told else -1)
        for number, actor in enumerate(actors)
    ]


def _placed(actors: Sequence[PageActor], edges: Sequence[PageEdge], core: int) -> list[PageActor]:
    drawable = actors[:DRAWABLE_ACTORS]
    ties = _ties(edge for edge in edges if edge.rank < SHOWN_EDGES or max(edge.source, edge.target) >= core)
    scale = Scale.of(actors)
    boxes = [_box(actor, scale) for actor in drawable]
    found = places(boxes, ties, core=core)
    placed = [
        replace(actor, place=Place(place.x, round(place.y - box.height / 2 + scale.radius(actor) + MARGIN)))
        for actor, place, box in zip(drawable, found, boxes, strict=True)
    ]
    return [*placed, *actors[DRAWABLE_ACTORS:]]


def _box(actor: PageActor, scale: Scale) -> Box:
    """Room for a node and the label under it."""
    size, font = scale.radius(actor), scale.font_size(actor)
    lines = actor.label.split("\n")
    label_width = LETTER_WIDTH * font * max(map(len, lines))
    return Box(
        max(2 * size, label_width) + 2 * MARGIN, 2 * size + LINE_HEIGHT * font * len(lines) + 3 * MARGIN
    )
