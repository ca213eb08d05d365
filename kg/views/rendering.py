"""The records of the page → one HTML file that needs nothing else and asks for nothing.

pyvis carries the network and renders it with the template in ``page/``: its own template loads
from other hosts, draws nothing without them, and runs what stands in titles. The parts of the
page are joined here, and a policy allows exactly the two scripts that this page brings along.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from kg.domain import ActorKind
from kg.views.page_building import network_page
from kg.views.pages import (
    FEW_ACTORS,
    LOW_PROBABILITY,
    NOBODY,
    SHOWN_ACTORS,
    SHOWN_EDGES,
    NetworkPage,
    PageActor,
    PageEdge,
    Scale,
)
from kg.views.rows import StatementRow

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyvis.network import Network

DRAWING_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
STYLES = ("tokens", "layout", "controls", "graph", "panel", "cards", "table", "print")
SCRIPTS = (
    "data",
    "elements",
    "state",
    "selection",
    "theme",
    "labels",
    "graph",
    "cards",
    "panel",
    "table",
    "search",
    "keys",
    "main",
)
"""In this order they make one script; ``main`` starts what the others define."""


@dataclass(frozen=True, slots=True)
class KindLook:
    """How an actor's kind is drawn (its colour is in ``page/style/tokens.css``) and called."""

    shape: str
    """A shape of vis-network."""
    label: str


KIND_LOOKS: Final[dict[ActorKind, KindLook]] = {
    ActorKind.PERSON: KindLook("dot", "person"),
    ActorKind.ORGANIZATION: KindLook("square", "organisation"),
    ActorKind.GOVERNMENT: KindLook("diamond", "government"),
    ActorKind.GROUP: KindLook("hexagon", "unnamed group"),
    ActorKind.ANONYMOUS: KindLook("triangle", "unnamed person"),
    ActorKind.DOCUMENT: KindLook("triangleDown", "document"),
    ActorKind.AUTHOR: KindLook("star", "author of the article"),
    ActorKind.UNKNOWN: KindLook("dot", "not named"),
}

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

_INERT: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def render_page(rows: Sequence[StatementRow], *, title: str) -> str:
    """The page of these rows as one HTML document, to be written as UTF-8; pure, the same bytes each time."""
    return render(network_page(rows, title=title))


def render(page: NetworkPage) -> str:
    """The HTML document that draws exactly these records."""
    network = _network(page)
    network.templateEnv = environment = _environment(network.template_dir)
    network.path = "network.html"
    scripts = [_library(environment), _joined(environment, "script", "js", SCRIPTS)]
    environment.globals.update(
        page=page,
        kinds=KIND_LOOKS,
        styles=_joined(environment, "style", "css", STYLES),
        scripts=scripts,
        script_policy=" ".join(map(_policy_hash, scripts)),
        records=_inert_json(_records(page)),
        inert=lambda text: text.translate(_INERT),
    )
    html: str = network.generate_html()
    return html


def _network(page: NetworkPage) -> "Network":
    """The drawable part of the page as pyvis holds it; identifiers are the numbers of the records."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.options = OPTIONS
    scale = Scale.of(page.actors)
    for number, actor in enumerate(page.drawable_actors):
        network.add_node(
            number,
            label=actor.label,
            shape=KIND_LOOKS[actor.kind].shape,
            title=_tooltip(actor),
            size=scale.radius(actor),
            font={"size": scale.font_size(actor)},
            x=actor.place.x,
            y=actor.place.y,
        )
    for number, edge in enumerate(page.edges):
        if edge.is_drawable:
            network.add_edge(edge.source, edge.target, id=number, **_edge_look(edge))
    return network


def _tooltip(actor: PageActor) -> str:
    kind = KIND_LOOKS[actor.kind].label
    return f"{actor.name}\n{kind} · says {actor.says} · spoken of in {actor.spoken_of}"


def _edge_look(edge: PageEdge) -> dict[str, object]:
    count = len(edge.statements)
    return {
        "width": round(1.2 + 0.9 * (count.bit_length() - 1), 1),
        "dashes": edge.probability < LOW_PROBABILITY,
    }


def _environment(pyvis_templates: str) -> "Environment":
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

    loader = ChoiceLoader([PackageLoader("kg.views", "page"), FileSystemLoader(pyvis_templates)])
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _source(environment: "Environment", name: str) -> str:
    """A file of the page as it stands; not a template, so braces in it mean nothing."""
    loader = environment.loader
    assert loader is not None  # noqa: S101 - set two functions above
    return loader.get_source(environment, name)[0].replace("\r\n", "\n")


def _library(environment: "Environment") -> str:
    """vis-network without the last line, which names a file that a browser's tools would ask for."""
    return _source(environment, DRAWING_LIBRARY).partition("//# sourceMappingURL")[0]


def _joined(environment: "Environment", folder: str, ending: str, names: Iterable[str]) -> str:
    return "\n".join(_source(environment, f"{folder}/{name}.{ending}") for name in names)


def _policy_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _records(page: NetworkPage) -> dict[str, object]:
    """The records as columns: the name of each field once, not once for each statement."""
    return {
        "actors": _columns(page.actors, without="place"),
        "edges": {**_columns(page.edges), "stance": [edge.stance for edge in page.edges]},
        "articles": _columns(page.articles),
        "statements": _columns(page.statements),
        "kinds": {str(kind): look.label for kind, look in KIND_LOOKS.items()},
        "shapes": {str(kind): look.shape for kind, look in KIND_LOOKS.items()},
        "nobody": NOBODY.id,
        "shownActors": SHOWN_ACTORS,
        "shownEdges": SHOWN_EDGES,
        "fewActors": FEW_ACTORS,
        "lowProbability": LOW_PROBABILITY,
    }


def _columns(records: Sequence[Any], *, without: str = "") -> dict[str, list[object]]:
    names = [field.name for field in fields(records[0]) if field.name != without] if records else []
    return {name: [getattr(record, name) for record in records] for name in names}


def _inert_json(value: object) -> str:
    """JSON that cannot end a script element and that no parser takes for markup."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
