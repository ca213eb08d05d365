"""Who belongs together: communities of actors after Louvain (Blondel et al. 2008)."""

from collections.abc import Sequence

from kg.views.layout import Tie

SEED = 7
"""The same network gives the same communities on every run."""
ALONE = -1


def communities(count: int, ties: Sequence[Tie]) -> list[int]:
    """For each of ``count`` nodes the number of its community, the largest first; -1 without a tie.

    Ties count in both directions. Of communities of one size the one with the smallest node comes first.
    """
    import networkx

    graph = networkx.Graph()
    for tie in ties:
        known = graph.get_edge_data(tie.one, tie.other, {"weight": 0})
        graph.add_edge(tie.one, tie.other, weight=known["weight"] + tie.weight)
    found = networkx.community.louvain_communities(graph, seed=SEED) if ties else []
    numbers = [ALONE] * count
    for number, members in enumerate(sorted(found, key=lambda each: (-len(each), min(each)))):
        for node in members:
            numbers[node] = number
    return numbers
