"""The best one-to-one assignment between two sides, exactly.

The Hungarian method with potentials, O(rows² · columns), on each connected part alone: sparse weights fall
into small parts. Source: Kuhn 1955; Jonker and Volgenant 1987.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import inf


def best_total(weights: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of weights in which no row and no column stands twice; pairs not given weigh nothing.

    Weights are positive.

    >>> best_total({(0, 0): 2.0, (0, 1): 3.0, (1, 1): 2.0, (5, 7): 1.0})
    5.0
    """
    return sum(_greatest(matrix) for matrix in _parts(weights))


def _parts(weights: Mapping[tuple[int, int], float]) -> Iterator[list[list[float]]]:
    """The weights of each connected part as a matrix with no more rows than columns."""
    by_row: dict[int, set[int]] = defaultdict(set)
    by_column: dict[int, set[int]] = defaultdict(set)
    for row, column in weights:
        by_row[row].add(column)
        by_column[column].add(row)
    left = set(by_row)
    while left:
        rows, columns = _reached(left.pop(), by_row, by_column)
        left -= rows
        matrix = [[weights.get((row, column), 0.0) for column in sorted(columns)] for row in sorted(rows)]
        yield matrix if len(rows) <= len(columns) else [list(each) for each in zip(*matrix, strict=True)]


def _reached(
    start: int, by_row: Mapping[int, set[int]], by_column: Mapping[int, set[int]]
) -> tuple[set[int], set[int]]:
    rows, columns, waiting = {start}, set[int](), [start]
    while waiting:
        for column in by_row[waiting.pop()] - columns:
            columns.add(column)
            waiting += by_column[column] - rows
            rows |= by_column[column]
    return rows, columns


def _greatest(matrix: Sequence[Sequence[float]]) -> float:
    """The greatest sum with one column for each row; no more rows than columns.

    Rows are placed one by one, each along the cheapest path of moves; prices show what a move costs. Rows and
    columns count from 1: column 0 holds the row to be placed, row 0 is nobody.
    """
    columns = range(1, len(matrix[0]) + 1)
    row_prices, column_prices = [0.0] * (len(matrix) + 1), [0.0] * (len(columns) + 1)
    owner = [0] * (len(columns) + 1)
    for new in range(1, len(matrix) + 1):
        owner[0], column = new, 0
        slack, before, tried = [inf] * len(owner), [0] * len(owner), set[int]()
        while owner[column]:
            tried.add(column)
            row, free = owner[column], [each for each in columns if each not in tried]
            for each in free:
                loss = -matrix[row - 1][each - 1] - row_prices[row] - column_prices[each]
                if loss < slack[each]:
                    slack[each], before[each] = loss, column
            cheapest = min(free, key=slack.__getitem__)
            step = slack[cheapest]
            for each in tried:
                row_prices[owner[each]] += step
                column_prices[each] -= step
            for each in free:
                slack[each] -= step
            column = cheapest
        while column:
            owner[column], column = owner[before[column]], before[column]
    return sum(matrix[owner[each] - 1][each - 1] for each in columns if owner[each])
