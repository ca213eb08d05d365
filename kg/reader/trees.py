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
    if count == 1:
        return np.zeros(1, dtype=np.int32)
    others = np.array(scores, dtype=np.float64)
    np.fill_diagonal(others, _IMPOSSIBLE)
    gains = np.diagonal(scores) - others.max(axis=1)
    most = float(others.max(axis=1).sum())
    best, total = np.zeros(count, dtype=np.int32), -np.inf
    for root in np.argsort(-gains, kind="stable").tolist():
        if gains[root] + most <= total:  # not even the best heads of all words would do
            break
        heads = _rooted(others, root)
        sum_of_root = float(scores[np.arange(count), heads].sum())
        if sum_of_root > total:
            best, total = heads, sum_of_root
    return best


def _rooted(others: Floats, root: int) -> Integers:
    """The best heads if ``root`` is the root; the diagonal of ``others`` is impossible."""
    order = np.concatenate([[root], np.delete(np.arange(len(others)), root)])
    heads = np.zeros(len(others), dtype=np.int32)
    heads[order] = order[_arborescence(others[np.ix_(order, order)])]
    return heads


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
