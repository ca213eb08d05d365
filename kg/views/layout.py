"""Where each actor stands on the page: a force layout with room for labels.

The same network gives the same places on every machine: the start is a spiral, not a die; every
sum adds in a fixed order; only operations that IEEE 754 rounds exactly are iterated.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]

GOLDEN_ANGLE = 2.399963
ROUNDS = 300
UNTANGLING_ROUNDS = 800
CLEARING_ROUNDS = 200
GRAVITY = 0.9
"""Keeps parts without a connection near the middle; about as strong as one tie."""
ROOM = 1.7
"""The whole drawing takes this many times the room of its boxes."""
WIDE = 1.3
"""Screens are wider than high."""
GAP = 30.0
"""Between the drawing and the actors without a connection, in units of the canvas."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label, in units of the canvas."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes, by index, that should stand near each other; ``weight`` ≥ 1."""

    one: int
    other: int
    weight: int


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the canvas."""

    x: int
    y: int


def places(boxes: Sequence[Box], ties: Sequence[Tie], *, core: int) -> list[Place]:
    """A place for each box, in the order of the boxes.

    The first ``core`` are laid out by forces, those without a tie in rows below, each other one
    beside its nearest neighbour.
    """
    core = min(core, len(boxes))
    inner = [tie for tie in ties if max(tie.one, tie.other) < core]
    tied = sorted({end for tie in inner for end in (tie.one, tie.other)})
    found = _laid_out(tied, boxes, inner)
    loose = [index for index in range(core) if index not in found]
    found |= _rows_below(found, loose, boxes)
    anchors = _anchors(ties, core)
    for index in range(core, len(boxes)):
        found[index] = _beside(found[anchors[index]] if index in anchors else Place(0, 0), index, len(boxes))
    return [found[index] for index in range(len(boxes))]


def between(
    boxes: Sequence[Box],
    ends: Sequence[Sequence[Place]],
    *,
    taken: Sequence[tuple[Box, Place]],
    core: int,
) -> list[Place]:
    """A place for each box amid its ends; the first ``core`` are clear of each other and of what is taken."""
    import numpy

    found = [_amid(each, index, len(boxes)) for index, each in enumerate(ends)]
    points = numpy.array(
        [(place.x, place.y) for place in (*(p for _, p in taken), *found[:core])], dtype=float
    )
    own = [*(box for box, _ in taken), *boxes[:core]]
    if found:
        points = _untangled(points, own, rounds=CLEARING_ROUNDS, held=len(taken))
    clear = [Place(round(x), round(y)) for x, y in points[len(taken) :].tolist()]
    return [*clear, *found[core:]]


def _amid(ends: Sequence[Place], index: int, count: int) -> Place:
    """The middle of several places, or a place near the only one; the index keeps neighbours apart."""
    if not ends:
        return _beside(Place(0, 0), index, count)
    middle = Place(round(sum(p.x for p in ends) / len(ends)), round(sum(p.y for p in ends) / len(ends)))
    angle, radius = GOLDEN_ANGLE * index, 70 if len(ends) == 1 else 15
    return Place(round(middle.x + radius * math.cos(angle)), round(middle.y + radius * math.sin(angle)))


def _laid_out(tied: Sequence[int], boxes: Sequence[Box], ties: Sequence[Tie]) -> dict[int, Place]:
    if not tied:
        return {}
    local = {index: number for number, index in enumerate(tied)}
    points = _forced(len(tied), [Tie(local[tie.one], local[tie.other], tie.weight) for tie in ties])
    own = [boxes[index] for index in tied]
    points = _untangled(_stretched(points, own), own, rounds=UNTANGLING_ROUNDS)
    return {index: Place(round(x), round(y)) for index, (x, y) in zip(tied, points.tolist(), strict=True)}


def _spiral(count: int) -> "Floats":
    import numpy

    turns = [(math.sqrt(index + 0.5), GOLDEN_ANGLE * index) for index in range(count)]
    return numpy.array([(round(r * math.cos(a), 3), round(r * math.sin(a), 3)) for r, a in turns])


def _forced(count: int, ties: Sequence[Tie]) -> "Floats":
    """Points after Fruchterman and Reingold (1991), with gravity; shape (count, 2); a tie is about 1 long.

    Ties between busy nodes pull less, so that those do not fall into one heap in the middle.
    """
    import numpy

    points = _spiral(count)
    pull = numpy.zeros((count, count))
    ends = Counter(end for tie in ties for end in (tie.one, tie.other))
    for tie in ties:
        strength = round((1 + math.log2(tie.weight) / 3) / math.sqrt(min(ends[tie.one], ends[tie.other])), 3)
        pull[tie.one, tie.other] += strength
        pull[tie.other, tie.one] += strength
    for step in range(ROUNDS):
        away = points[numpy.newaxis, :, :] - points[:, numpy.newaxis, :]  # [from, to, axis]
        distance = numpy.sqrt(numpy.maximum(away[..., 0] ** 2 + away[..., 1] ** 2, 1e-4))
        factor = 1 / distance**2 - pull * distance / 4
        push = numpy.add.reduce(away * factor[..., numpy.newaxis], axis=0) - GRAVITY * points
        length = numpy.sqrt(numpy.maximum(push[:, 0] ** 2 + push[:, 1] ** 2, 1e-6))
        limit = 1.02 - step / ROUNDS
        points = points + push * (numpy.minimum(length, limit) / length)[:, numpy.newaxis]
    return points


def _stretched(points: "Floats", boxes: Sequence[Box]) -> "Floats":
    """The same drawing in the size that its boxes need, wider than high."""
    import numpy

    extent = numpy.maximum(points.max(axis=0) - points.min(axis=0), 0.5)
    area = ROOM * math.fsum(box.width * box.height for box in boxes)
    height = math.sqrt(area / WIDE)
    points *= numpy.array([height * WIDE, height]) / extent
    return points


def _untangled(points: "Floats", boxes: Sequence[Box], *, rounds: int, held: int = 0) -> "Floats":
    """Push boxes apart along the shorter way until none covers another; the first ``held`` stay."""
    import numpy

    half = numpy.array([(box.width, box.height) for box in boxes]) / 2
    room = half[numpy.newaxis, :, :] + half[:, numpy.newaxis, :]
    earlier = numpy.tri(len(boxes), k=-1).T  # [from, to] is 1 where from comes before to
    free = (numpy.arange(len(boxes)) >= held)[:, numpy.newaxis]
    both_held = ~(free | free.T)
    for _ in range(rounds):
        away = points[numpy.newaxis, :, :] - points[:, numpy.newaxis, :]
        overlap = numpy.maximum(room - numpy.abs(away), 0.0)
        covering = (overlap[..., 0] > 0) & (overlap[..., 1] > 0)
        numpy.fill_diagonal(covering, val=False)
        covering[both_held] = False
        if not covering.any():
            break
        sideways = covering & (overlap[..., 0] < overlap[..., 1])
        upright = covering & ~sideways
        direction = numpy.where(away == 0, (2 * earlier - 1)[..., numpy.newaxis], numpy.sign(away))
        shift = direction * overlap * numpy.stack([sideways, upright], axis=-1) * 0.5
        points = points + numpy.add.reduce(shift, axis=0) * free
    return points


def _anchors(ties: Sequence[Tie], core: int) -> dict[int, int]:
    """For each node outside the core the one that it is tied to most, among those before it."""
    best: dict[int, Tie] = {}
    for tie in ties:
        later = max(tie.one, tie.other)
        if later >= core and (later not in best or tie.weight > best[later].weight):
            best[later] = tie
    return {later: min(tie.one, tie.other) for later, tie in best.items()}


def _rows_below(found: Mapping[int, Place], loose: Sequence[int], boxes: Sequence[Box]) -> dict[int, Place]:
    """Rows as wide as the drawing above them, for those without a tie."""
    right = max((place.x + boxes[index].width / 2 for index, place in found.items()), default=400.0)
    left = min((place.x - boxes[index].width / 2 for index, place in found.items()), default=-400.0)
    top = max((place.y + boxes[index].height / 2 for index, place in found.items()), default=0.0) + GAP
    row_height = max((boxes[index].height for index in loose), default=0.0)
    rows: dict[int, Place] = {}
    x = left
    for index in loose:
        if x > left and x + boxes[index].width > right:
            x, top = left, top + row_height
        rows[index] = Place(round(x + boxes[index].width / 2), round(top + row_height / 2))
        x += boxes[index].width + GAP
    return rows


def _beside(centre: Place, index: int, count: int) -> Place:
    """A place around ``centre``; the golden angle and the index keep neighbours apart."""
    angle, radius = GOLDEN_ANGLE * index, 120 + 160 * index / count
    return Place(round(centre.x + radius * math.cos(angle)), round(centre.y + radius * math.sin(angle)))
