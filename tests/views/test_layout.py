import itertools
import random

import pytest

from kg.views.layout import Box, Place, Tie, places


def _some(count, seed=3):
    dice = random.Random(seed)
    boxes = [Box(dice.uniform(30, 160), dice.uniform(30, 70)) for _ in range(count)]
    ties = [
        Tie(int(dice.paretovariate(0.8)) % count, dice.randrange(count), dice.randrange(1, 40))
        for _ in range(2 * count)
    ]
    return boxes, [tie for tie in ties if tie.one != tie.other]


@pytest.mark.parametrize("count", [1, 2, 9, 40, 150])
def test_boxes_of_the_core_do_not_cover_each_other(count):
    boxes, ties = _some(count)
    found = places(boxes, ties, core=count)
    covering = [
        (one, other)
        for (one, a), (other, b) in itertools.combinations(zip(found, boxes, strict=True), 2)
        if abs(one.x - other.x) < (a.width + b.width) / 2 - 3
        and abs(one.y - other.y) < (a.height + b.height) / 2 - 3
    ]
    assert not covering


def test_the_same_network_has_the_same_places():
    boxes, ties = _some(60)
    assert places(boxes, ties, core=50) == places(boxes, ties, core=50)


def test_places_by_literal_value():
    """Fixed for every machine: a page that is rebuilt elsewhere has the same bytes."""
    boxes = [Box(80, 40)] * 4
    assert places(boxes, [Tie(0, 1, 3), Tie(1, 2, 1)], core=4) == [
        Place(-53, 54),
        Place(93, 4),
        Place(-39, -58),
        Place(-53, 124),
    ]


def test_tied_nodes_stand_nearer_than_others():
    boxes = [Box(10, 10)] * 12
    ties = [Tie(a, b, 5) for half in (range(6), range(6, 12)) for a, b in itertools.combinations(half, 2)]
    found = places(boxes, ties, core=12)

    def distance(a, b):
        return ((found[a].x - found[b].x) ** 2 + (found[a].y - found[b].y) ** 2) ** 0.5

    within = [distance(a, b) for half in (range(6), range(6, 12)) for a, b in itertools.combinations(half, 2)]
    across = [distance(a, b) for a in range(6) for b in range(6, 12)]
    assert sum(within) / len(within) < 0.7 * sum(across) / len(across)


def test_nodes_without_a_tie_stand_below_the_others():
    found = places([Box(50, 30)] * 6, [Tie(0, 1, 1), Tie(1, 2, 1)], core=6)
    assert max(place.y for place in found[:3]) < min(place.y for place in found[3:])


def test_a_node_outside_the_core_stands_beside_its_heaviest_neighbour():
    found = places([Box(50, 30)] * 5, [Tie(0, 1, 1), Tie(0, 4, 1), Tie(4, 1, 9)], core=2)
    anchor, outside = found[1], found[4]
    assert 100 < ((outside.x - anchor.x) ** 2 + (outside.y - anchor.y) ** 2) ** 0.5 < 300


def test_nothing_has_no_place():
    assert places([], [], core=10) == []
