"""The records of the page → one HTML file that needs nothing else and asks for nothing.

pyvis carries the network and renders it with the template in ``page/``: its own template loads
from other hosts, draws nothing without them, and runs what stands in titles. The parts of the
page are joined here, and a policy allows exactly the two scripts that this page brings.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kg.views.content_rows import NO_CONTENTS, Contents
from kg.views.embedding import Payload, policy_hash
from kg.views.page_building import network_page
from kg.views.pages import (
    COMMUNITIES,
    FEW_ACTORS,
    LOW_PROBABILITY,
    NOBODY,
    PILL,
    SHOWN_EDGES,
    SHOWN_EVENTS,
    NetworkPage,
    PageActor,
    PageEvent,
    Scale,
)
from kg.views.rows import StatementRow
from kg.views.templates import environment, joined, source
from kg.views.wording import EVENT_LOOK, KIND_LOOKS, MODES, ROLES, SAYINGS

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyvis.network import Network

DRAWING_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
STYLES = (
    *("tokens", "layout", "controls", "facets", "shapes", "graph", "panel", "cards", "table", "dates"),
    *("timeline", "dialog", "print"),
)
SCRIPTS = (
    *("data", "events", "elements", "state", "days", "filters", "selection", "theme", "labels", "looks"),
    *("graph", "cards", "event-panel", "panel", "facets", "table", "histogram", "timeline", "search"),
    *("downloads", "keys", "main"),
)
"""In this order they make one module; ``main`` starts what the others define."""

EVENT_FONT_SIZE = 12
"""Of the label of an event, in pixels of the screen."""

OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "hideEdgesOnDrag": False,
    },
    "nodes": {"borderWidth": 1.5, "chosen": False},
    "edges": {
        "chosen": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12},
    },
}
"""What vis-network is told once; physics is off because Python has placed the nodes."""


def render_page(rows: Sequence[StatementRow], contents: Contents = NO_CONTENTS, *, title: str) -> str:
    """The page of these rows as one HTML document, to be written as UTF-8; pure, the same bytes each time."""
    return render(network_page(rows, contents, title=title))


def render(page: NetworkPage) -> str:
    """The HTML document that draws exactly these records."""
    network = _network(page)
    network.templateEnv = templates = environment(network.template_dir)
    network.path = "network.html"
    library, module = _library(templates), joined(templates, "script", "js", SCRIPTS)
    templates.globals.update(
        page=page,
        kinds=KIND_LOOKS,
        event_look=EVENT_LOOK,
        styles=joined(templates, "style", "css", STYLES),
        library=library,
        module=module,
        script_policy=" ".join(map(policy_hash, (library, module))),
        records=partial(_payload, page),
    )
    html: str = network.generate_html()
    return html


def _payload(page: NetworkPage, *, nodes: Sequence[object], lines: Sequence[object], options: str) -> Payload:
    """Everything that the script draws from; ``nodes``, ``lines`` and ``options`` are given by pyvis."""
    return Payload.of({**_records(page), "nodes": nodes, "lines": lines, "options": json.loads(options)})


def _network(page: NetworkPage) -> "Network":
    """The drawable part of the page as pyvis holds it.

    Identifiers are the numbers of the records; those of events and their edges go on from the actors'.
    """
    from pyvis.network import Network

    network = Network(directed=True)
    network.options = OPTIONS
    scale = Scale.of(page.actors)
    for number, actor in enumerate(page.drawable_actors):
        network.add_node(number, **_node_look(actor, scale))
    for number, edge in enumerate(page.edges):
        if edge.is_drawable:
            network.add_edge(edge.source, edge.target, id=number)
    for number, event in enumerate(page.drawable_events, start=len(page.actors)):
        network.add_node(number, **_event_look(event))
    for number, line in enumerate(page.event_edges, start=len(page.edges)):
        if page.is_drawable(line):
            network.add_edge(line.actor, len(page.actors) + line.event, id=number)
    return network


def _event_look(event: PageEvent) -> dict[str, object]:
    return {
        "label": event.label,
        "shape": EVENT_LOOK.shape,
        "size": event.radius,
        "font": {"size": EVENT_FONT_SIZE},
        "x": event.place.x,
        "y": event.place.y,
    }


def _node_look(actor: PageActor, scale: Scale) -> dict[str, object]:
    return {
        "label": actor.label,
        "shape": KIND_LOOKS[actor.kind].shape,
        "size": scale.radius(actor),
        "font": {"size": scale.font_size(actor)},
        "x": actor.place.x,
        "y": actor.place.y,
    }


def _library(templates: "Environment") -> str:
    """vis-network without the last line, which names a file that a browser's tools would ask for."""
    return source(templates, DRAWING_LIBRARY).partition("//# sourceMappingURL")[0]


def _records(page: NetworkPage) -> dict[str, object]:
    """The records as columns: the name of each field once, not once for each statement."""
    looks = {**{str(kind): look for kind, look in KIND_LOOKS.items()}, "event": EVENT_LOOK}
    return {
        "actors": _columns(page.actors, without={"place"}),
        "edges": _columns(page.edges, without={"weight", "rank"}),
        "articles": _columns(page.articles),
        "statements": _columns(page.statements),
        "claims": page.claims,
        "events": _columns(page.events, without={"place", "weight"}),
        "eventEdges": _columns(page.event_edges),
        "kinds": {kind: look.label for kind, look in looks.items()},
        "shapes": {kind: look.shape for kind, look in looks.items()},
        "roles": ROLES,
        "modes": MODES,
        "sayings": SAYINGS,
        "nobody": NOBODY.id,
        "communities": COMMUNITIES,
        "shownActors": page.shown_actors,
        "shownEdges": SHOWN_EDGES,
        "shownEvents": SHOWN_EVENTS,
        "pill": PILL,
        "fewActors": FEW_ACTORS,
        "lowProbability": LOW_PROBABILITY,
        "isInSite": page.is_in_site,
    }


def _columns(records: Sequence[Any], *, without: Collection[str] = ()) -> dict[str, list[object]]:
    names = [field.name for field in fields(records[0]) if field.name not in without] if records else []
    return {name: [getattr(record, name) for record in records] for name in names}
