"""The best tree over the words of a sentence: Chu-Liu/Edmonds' maximum spanning tree with one root."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.reader.features import Integers

Floats = NDArray[np.floating[Any]]
_IMPOSSIBLE = -1e9


def best_tree(scores: Floats) -> Integers:
    """Head of each word: ``scores[i, j]`` for word j as the head of word i, ``scores[i, i]`` for i as root.

    The root is its own head. Of all trees with a single root the one with the highest sum.
    """
    count = len(scores)
    greedy = np.asarray(scores.argmax(axis=1), dtype=np.int32)
    if _is_tree(greedy):
        return greedy
    rooted = np.full((count + 1, count + 1), _IMPOSSIBLE)
    rooted[1:, 1:] = scores
    np.fill_diagonal(rooted, _IMPOSSIBLE)
    spread = float(np.ptp(scores)) * count + 1.0
    rooted[1:, 0] = np.diagonal(scores) - spread  # a second root never pays
    heads = _arborescence(rooted)[1:] - 1
    return np.where(heads < 0, np.arange(count), heads).astype(np.int32)


def _is_tree(heads: Integers) -> bool:
    own = np.arange(len(heads))
    if int((heads == own).sum()) != 1:
        return False
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return len(set(reached.tolist())) == 1


def _arborescence(scores: Floats) -> Integers:
    """Heads of all nodes but 0, which is the root and has head 0."""
    heads = np.asarray(scores.argmax(axis=1), dtype=np.int32)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside).astype(np.int32)
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), _IMPOSSIBLE)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = entering.max(axis=0), leaving.max(axis=1)
    found = _arborescence(small)
    return _expanded(found, heads, (cycle, outside), (entering, leaving))


def _expanded(
    found: Integers, heads: Integers, nodes: tuple[Integers, Integers], arcs: tuple[Floats, Floats]
) -> Integers:
    """The heads of a graph whose cycle was drawn together into the last node of a smaller one."""
    (cycle, outside), (entering, leaving) = nodes, arcs
    together = len(outside)
    result = heads.copy()
    for place, node in enumerate(outside[1:], start=1):
        head = found[place]
        result[node] = cycle[leaving[place].argmax()] if head == together else outside[head]
    entry = found[together]
    result[cycle[entering[:, entry].argmax()]] = outside[entry]
    return result


def _cycle(heads: Integers) -> Integers | None:
    """The nodes of one cycle, if there is any."""
    state = np.zeros(len(heads), dtype=np.int32)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            members = [node]
            while int(heads[members[-1]]) != node:
                members.append(int(heads[members[-1]]))
            return np.array(sorted(members), dtype=np.int32)
        node = start
        while state[node] == start:
            state[node] = -1
            node = int(heads[node])
    return None
