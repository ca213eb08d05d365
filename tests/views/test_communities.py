from itertools import combinations

from kg.views.communities import communities
from kg.views.layout import Tie


def _clique(nodes, weight=3):
    return [Tie(one, other, weight) for one, other in combinations(nodes, 2)]


def test_those_who_speak_of_each_other_are_together():
    ties = [*_clique(range(5)), *_clique(range(5, 9)), Tie(0, 5, 1)]
    assert communities(11, ties) == [0, 0, 0, 0, 0, 1, 1, 1, 1, -1, -1]


def test_both_directions_count():
    ties = [*_clique([0, 1, 2], 1), *_clique([3, 4, 5], 1), Tie(2, 3, 2), Tie(3, 2, 2)]
    found = communities(6, ties)
    assert found[2] == found[3]


def test_the_same_network_has_the_same_communities():
    ties = [Tie(n, (n * n + 7) % 60, n % 5 + 1) for n in range(60) if n != (n * n + 7) % 60]
    assert communities(60, ties) == communities(60, ties)


def test_without_ties_there_is_none():
    assert communities(2, []) == [-1, -1]
