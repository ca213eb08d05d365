"""Rows → files for graph programs: GraphML (yEd, Gephi, igraph) and GEXF (Gephi).

XML 1.0 has no way to write most control characters, so they are dropped; all else is kept.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.views.network import to_networkx
from kg.views.rows import StatementRow

if TYPE_CHECKING:
    import networkx

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(rows: Sequence[StatementRow]) -> str:
    """The network of ``to_networkx`` as GraphML; lists of statements become one string, joined by blanks."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(_flat_network(rows))
    return f"<?xml version='1.0' encoding='utf-8'?>\n{writer}"


def to_gexf(rows: Sequence[StatementRow]) -> str:
    """The network of ``to_networkx`` as GEXF 1.2, with names as labels and without the day of writing."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph(_flat_network(rows))
    meta = writer.xml.find("meta")
    del meta.attrib["lastmodifieddate"]  # the same rows give the same bytes on every day
    return f"<?xml version='1.0' encoding='utf-8'?>\n{writer}"


def _flat_network(rows: Sequence[StatementRow]) -> "networkx.DiGraph":
    """The network with values that XML can carry."""
    import networkx

    network = to_networkx(rows)
    graph = networkx.relabel_nodes(network, {node: _plain(node) for node in network})
    for _, attributes in graph.nodes(data=True):
        attributes["name"] = attributes["label"] = _plain(attributes["name"])
    for _, _, attributes in graph.edges(data=True):
        attributes["statements"] = _plain(" ".join(attributes["statements"]))
    return graph


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)
