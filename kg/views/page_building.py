"""Rows → the records of the page: fold, count, number, place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.domain import ActorKind, Polarity
from kg.views.layout import Box, Place, Tie, places
from kg.views.pages import (
    DRAWABLE_ACTORS,
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


def network_page(rows: Sequence[StatementRow], *, title: str) -> NetworkPage:
    """The page of these rows; the same rows give the same page."""
    folded = [replace(row, speakers=_folded(row.speakers), about=_folded(row.about)) for row in rows]
    actors = _actors(folded)
    numbers = {actor.id: number for number, actor in enumerate(actors)}
    articles = list(dict.fromkeys(row.article for row in folded))
    shelf = {article: number for number, article in enumerate(articles)}
    statements = [_statement(row, numbers, shelf[row.article]) for row in folded]
    edges = _edges(statements)
    return NetworkPage(
        title=title,
        actors=tuple(_placed(actors, edges)),
        edges=tuple(edges),
        articles=tuple(map(_article, articles)),
        statements=tuple(statements),
    )


def _folded(actors: Iterable[RowActor]) -> tuple[RowActor, ...]:
    return tuple(dict.fromkeys(NOBODY if actor.kind is ActorKind.UNKNOWN else actor for actor in actors))


def _actors(rows: Sequence[StatementRow]) -> list[PageActor]:
    says = Counter(actor for row in rows for actor in row.speakers)
    spoken_of = Counter(actor for row in rows for actor in row.about)
    actors = [
        PageActor(actor.id, actor.name, actor.kind, says[actor], spoken_of[actor], Place(0, 0))
        for actor in says | spoken_of
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


def _statement(row: StatementRow, numbers: dict[str, int], article: int) -> PageStatement:
    return PageStatement(
        id=row.id,
        speakers=tuple(numbers[actor.id] for actor in row.speakers),
        about=tuple(numbers[actor.id] for actor in row.about),
        mode=row.mode,
        polarity=row.polarity,
        certainty=row.certainty,
        probability=round(row.probability, 3),
        cue=row.cue,
        article=article,
        passage=row.passage,
    )


def _edges(statements: Sequence[PageStatement]) -> list[PageEdge]:
    """Edges by source, then heaviest first."""
    stacks: dict[tuple[int, int], list[int]] = {}
    for number, statement in enumerate(statements):
        for source in statement.speakers:
            for target in statement.about:
                if source != target:
                    stacks.setdefault((source, target), []).append(number)
    ordered = sorted(stacks.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    left: Counter[int] = Counter()
    edges = []
    for (source, target), stack in ordered:
        edges.append(
            _edge(source, target, [statements[number] for number in stack], tuple(stack), left[source])
        )
        left[source] += 1
    return edges


def _edge(
    source: int, target: int, stack: Sequence[PageStatement], numbers: tuple[int, ...], rank: int
) -> PageEdge:
    return PageEdge(
        source=source,
        target=target,
        statements=numbers,
        affirms=sum(statement.polarity is Polarity.AFFIRMS for statement in stack),
        denies=sum(statement.polarity is Polarity.DENIES for statement in stack),
        probability=max(statement.probability for statement in stack),
        rank=rank,
    )


def _placed(actors: Sequence[PageActor], edges: Sequence[PageEdge]) -> list[PageActor]:
    drawable = actors[:DRAWABLE_ACTORS]
    ties = [
        Tie(edge.source, edge.target, len(edge.statements))
        for edge in edges
        if edge.is_drawable and (edge.rank < SHOWN_EDGES or max(edge.source, edge.target) >= SHOWN_ACTORS)
    ]
    scale = Scale.of(actors)
    boxes = [_box(actor, scale) for actor in drawable]
    found = places(boxes, ties, core=SHOWN_ACTORS)
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
