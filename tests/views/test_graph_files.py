import io

import networkx
import pytest

from kg.views.graph_files import to_gexf, to_graphml
from kg.views.network import to_networkx
from tests.views.invented import make_rows, with_everywhere

FORMATS = {"graphml": (to_graphml, networkx.read_graphml), "gexf": (to_gexf, networkx.read_gexf)}


@pytest.fixture(params=FORMATS)
def write_and_read(request):
    write, read = FORMATS[request.param]
    return lambda rows: read(io.BytesIO(write(rows).encode("utf-8")))


@pytest.mark.parametrize("count", [0, 1, 250])
def test_the_network_reads_back(write_and_read, count):
    rows = make_rows(count)
    graph, back = to_networkx(rows), write_and_read(rows)
    assert list(back.nodes) == list(graph.nodes)
    assert set(back.edges) == set(graph.edges)
    for node, attributes in graph.nodes(data=True):
        assert {key: back.nodes[node][key] for key in attributes} == attributes
    for source, target, attributes in graph.edges(data=True):
        read = back.edges[source, target]
        assert read["statements"].split() == list(attributes["statements"])
        assert (read["weight"], read["denies"]) == (attributes["weight"], attributes["denies"])


@pytest.mark.parametrize("payload", ["\x01\x0b\x1f", "a\ufffeb", "<&\"'>", "Зеленський 金正恩 📍"])
def test_no_text_makes_a_file_that_does_not_parse(write_and_read, payload):
    row = with_everywhere(make_rows(1)[0], f"x{payload}")
    names = {attributes["name"] for _, attributes in write_and_read([row]).nodes(data=True)}
    kept = "".join(character for character in f"x{payload}" if character.isprintable())
    assert names == {kept, f"{kept} too"}


def test_the_same_rows_give_the_same_bytes():
    rows = make_rows(80)
    assert to_graphml(rows) == to_graphml(rows)
    assert to_gexf(rows) == to_gexf(rows)
    assert "lastmodified" not in to_gexf(rows)
