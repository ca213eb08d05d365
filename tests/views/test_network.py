import random

from kg.views.network import edge_stacks, to_networkx
from tests.views.invented import make_rows


def test_counts_are_those_of_the_rows():
    rows = make_rows(300)
    graph = to_networkx(rows)
    for node, attributes in graph.nodes(data=True):
        assert attributes["says"] == sum(node in {actor.id for actor in row.speakers} for row in rows)
        assert attributes["spoken_of"] == sum(node in {actor.id for actor in row.about} for row in rows)
    for source, target, attributes in graph.edges(data=True):
        stack = [
            row.id
            for row in rows
            if source in {a.id for a in row.speakers} and target in {a.id for a in row.about}
        ]
        assert attributes["statements"] == tuple(stack)
        assert attributes["weight"] == len(stack)
        assert attributes["affirms"] + attributes["denies"] + attributes["uncommitted"] == len(stack)


def test_order_does_not_depend_on_the_order_of_rows():
    rows = make_rows(200)
    shuffled = random.Random(1).sample(rows, len(rows))
    assert list(to_networkx(rows).nodes) == list(to_networkx(shuffled).nodes)
    assert list(to_networkx(rows).edges) == list(to_networkx(shuffled).edges)


def test_every_edge_is_a_stack_of_statements():
    rows = make_rows(50)
    assert sum(map(len, edge_stacks(rows).values())) == sum(
        len(row.speakers) * len(row.about) for row in rows
    )


def test_no_rows_make_an_empty_graph():
    assert to_networkx(()).number_of_nodes() == 0
