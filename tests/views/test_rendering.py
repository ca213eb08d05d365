import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.domain import ActorKind
from kg.views import rendering, site_rendering
from kg.views.page_building import network_page
from kg.views.rendering import render, render_page
from kg.views.wording import EVENT_LOOK, KIND_LOOKS
from tests.views.invented import make_contents, make_rows, with_everywhere

PAGE_FOLDER = Path(rendering.__file__).parent / "page"

HOSTILE = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<!--<script>",
    '<a href="javascript:window.hacked=1">href</a>',
    '" onmouseover="window.hacked=1" x=\'',
    "{{ 7 * 7 }}{% raw %}",
    "a\u2028b\u2029c",
    "]]>&lt;&#60;",
    "\x00\x01\x0b\x1b",
    "Зеленський 金正恩 📍 שלום",
]


class Elements(HTMLParser):
    """The start tags of a page, and the text of its scripts."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.scripts = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), []))

    def handle_data(self, data):
        if self.cdata_elem == "script":
            self.scripts[-1][1].append(data)


def scripts_of(html):
    return [(attributes, "".join(text)) for attributes, text in Elements(html).scripts]


def data_of(html, name):
    return json.loads(next(text for attributes, text in scripts_of(html) if attributes.get("id") == name))


def test_the_page_carries_exactly_its_records():
    rows = make_rows(120)
    page = network_page(rows, make_contents(rows), title="Winter")
    records = data_of(render(page), "records")
    names = {"eventEdges": "event_edges"}
    for key in ("actors", "edges", "articles", "statements", "events", "eventEdges"):
        columns, name = records[key], names.get(key, key)
        assert columns
        for field in columns:
            written = json.loads(json.dumps([getattr(record, field) for record in getattr(page, name)]))
            assert columns[field] == written
    assert set(records["edges"]) == {"source", "target", "statements"}


def test_the_drawing_is_that_of_the_records():
    rows = make_rows(120)
    page = network_page(rows, make_contents(rows), title="Winter")
    records = data_of(render(page), "records")
    assert [(node["x"], node["y"]) for node in records["nodes"]] == [
        (each.place.x, each.place.y) for each in (*page.actors, *page.events)
    ]
    assert [node["shape"] for node in records["nodes"]] == [
        *(KIND_LOOKS[actor.kind].shape for actor in page.actors),
        *(EVENT_LOOK.shape for _ in page.events),
    ]
    assert [(edge["from"], edge["to"]) for edge in records["lines"]] == [
        *((edge.source, edge.target) for edge in page.edges),
        *((edge.actor, len(page.actors) + edge.event) for edge in page.event_edges),
    ]
    assert [edge["id"] for edge in records["lines"]] == list(range(len(page.edges) + len(page.event_edges)))
    assert {edge["arrows"] for edge in records["lines"]} == {"to"}
    assert records["options"]["physics"] == {"enabled": False}


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_text_becomes_markup(payload):
    rows = [with_everywhere(row, payload) for row in make_rows(1)]
    harmless = Elements(render_page([with_everywhere(make_rows(1)[0], "plain")], title="plain"))
    hostile = Elements(render_page(rows, title=payload))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in harmless.tags]
    assert [set(attributes) for _, attributes in hostile.tags] == [
        set(attributes) for _, attributes in harmless.tags
    ]
    assert data_of(render_page(rows, title=payload), "records")["actors"]["name"][0] in (
        payload,
        f"{payload} too",
    )


def test_the_policy_allows_the_scripts_of_the_page_and_nothing_else():
    html = render_page(make_rows(5), title="Winter")
    policy = next(
        attributes["content"]
        for tag, attributes in Elements(html).tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    running = [text for attributes, text in scripts_of(html) if attributes.get("type") != "application/json"]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert len(hashes) == 2


def test_nothing_is_loaded():
    html = render_page(make_rows(30), title="Winter")
    loading = {"src", "srcset", "data", "poster", "background", "action", "ping"}
    assert not [
        (tag, a) for tag, a in Elements(html).tags if loading & set(a) or tag in ("link", "iframe", "base")
    ]
    assert "sourceMappingURL" not in html
    assert "@import" not in html
    assert "url(" not in "".join(re.findall(r"<style>.*?</style>", html, flags=re.DOTALL))


def test_the_same_rows_give_the_same_bytes_whatever_the_hash_seed():
    program = (
        "from hashlib import sha256\n"
        "from tests.views.invented import make_contents, make_rows\n"
        "from kg.views.rendering import render_page\n"
        "rows = make_rows(200)\n"
        "print(sha256(render_page(rows, make_contents(rows), title='x').encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONUTF8": "0"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_an_empty_graph_says_so_and_what_to_do():
    html = render_page((), title="Nothing")
    assert "There is no statement in this graph yet" in html
    assert "kg build" in html


def test_every_kind_has_a_look_a_shape_and_a_colour():
    assert set(KIND_LOOKS) == set(ActorKind)
    shapes = (PAGE_FOLDER / "shapes.html").read_text("utf-8")
    tokens = (PAGE_FOLDER / "style" / "tokens.css").read_text("utf-8")
    for kind, look in {**KIND_LOOKS, "event": EVENT_LOOK}.items():
        assert f'id="shape-{look.shape}"' in shapes
        assert f"--kind-{kind}:" in tokens


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("style", {*rendering.STYLES, *site_rendering.STYLES, *site_rendering.READING_STYLES}),
        ("script", set(rendering.SCRIPTS)),
    ],
)
def test_every_part_of_the_pages_is_joined(folder, names):
    assert {path.stem for path in (PAGE_FOLDER / folder).iterdir()} == names


def test_the_scripts_never_make_elements_from_markup():
    source = "".join(path.read_text("utf-8") for path in (PAGE_FOLDER / "script").iterdir())
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(", source
    )
