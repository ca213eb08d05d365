"""Pages to read, in a real browser: text, marks, links, without a script, on a telephone."""

import dataclasses

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.views.choosing import Choice
from kg.views.site import site_of
from kg.views.site_building import article_page
from kg.views.site_rendering import render_article
from tests.views.conftest import wait_until_ready
from tests.views.graphs import FIRST_TEXT, published
from tests.views.invented import make_rows, with_everywhere
from tests.views.test_rendering import HOSTILE
from tests.views.test_site import NESTED_TEXT, nested_rows

pytestmark = pytest.mark.browser

MARKS_OF = (
    'id => [...document.querySelectorAll(`.text mark[data-statements~="${id}"]`)].map(m => m.textContent)'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("site")
    for file in site_of(published(tmp_path_factory.mktemp("graph")), Choice(), title="Bridges"):
        target = place / file.path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.html.encode("utf-8"))
    return place


@pytest.fixture
def nested():
    rows = nested_rows()
    return rows, render_article(article_page(rows[0].article, NESTED_TEXT, rows))


def test_the_text_is_the_article_and_marks_are_the_words_of_each_statement(open_page, nested):
    rows, html = nested
    opened = open_page(html)
    assert opened.evaluate("document.querySelector('.text').textContent") == NESTED_TEXT
    for row in rows:
        assert "".join(opened.evaluate(MARKS_OF, row.id)) == "".join(part.exact for part in row.content)


def test_every_lane_has_a_line_of_its_own(open_page, nested):
    _, html = nested
    opened = open_page(html)
    styles = opened.evaluate(
        "[...document.querySelectorAll('.text mark')].map(mark => { const style = getComputedStyle(mark);"
        "return [style.backgroundImage.split('linear-gradient').length - 1,"
        "new Set(style.backgroundPosition.split(', ')).size] })"
    )
    assert sorted({tuple(each) for each in styles}) == [(1, 1), (2, 2)]


@pytest.mark.parametrize("place", ["", "text-"])
def test_a_statement_that_is_chosen_lights_up_in_the_text(open_page, nested, place):
    rows, html = nested
    opened = open_page(html, address=f"#{place}{rows[1].id}")
    lit = opened.evaluate(
        "[...document.querySelectorAll('.text mark')].map(mark => "
        "[mark.className.includes('in-1'), getComputedStyle(mark).backgroundColor])"
    )
    colours = {is_own: {colour for own, colour in lit if own is is_own} for is_own in (True, False)}
    assert len(colours[True]) == 1
    assert colours[True].isdisjoint(colours[False])


@pytest.mark.parametrize("colours", ["none", "active"])
def test_sources_and_cues_differ_from_contents_without_colour(open_page, nested, colours):
    rows, html = nested
    opened = open_page(html, address=f"#{rows[1].id}", forced_colors=colours)
    weight, line, ring = (
        opened.evaluate(
            "name => [...document.querySelectorAll('.text a')].map(a => "
            "[a.textContent, getComputedStyle(a)[name]])",
            name,
        )
        for name in ("fontWeight", "textDecorationLine", "outlineStyle")
    )
    assert [words for words, found in weight if found == "700"] == ["Ruth Okafor", "Karl Brandt"]
    assert [words for words, found in line if found == "underline"] == ["said", "denied"]
    assert [words for words, found in ring if found == "solid"] == ["Karl Brandt", "denied"]


def test_the_folder_is_read_from_page_to_page_without_a_script(chromium, folder):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.click("text=Rebuilding")
    assert page.inner_text(".text") == FIRST_TEXT
    page.click("aside .who a >> text=Northland >> nth=0")
    assert page.inner_text("h1") == "Northland"
    page.click("text=rebuilding of the bridges >> nth=0")
    assert "2031-05-02 or later" in page.inner_text("main")
    page.click("nav >> text=Claims")
    assert page.inner_text("h1") == "Claims"
    context.close()


def test_the_graph_and_the_pages_lead_to_each_other(chromium, folder):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.click("text=Rebuilding")
    page.click("aside .card >> nth=0 >> text=in the graph")
    page.wait_for_url("**#*")
    wait_until_ready(page)
    assert page.locator("#panel .card").count() == 1
    page.click("#panel .card >> text=in the article")
    assert "/articles/" in page.url
    assert page.locator(".text mark :target").count() == 1
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page, nested, scheme):
    opened = open_page(nested[1], color_scheme=scheme)
    found = Axe().run(opened.page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []


def test_it_fits_on_a_telephone(open_page, nested):
    opened = open_page(nested[1], width=360, height=740)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_is_inert_everywhere(open_page, payload):
    row = dataclasses.replace(with_everywhere(make_rows(1)[0], payload))
    text = f"{payload} {'.' * 1200} {payload}"
    opened = open_page(render_article(article_page(row.article, text, [row])))
    assert opened.evaluate("typeof window.hacked") == "undefined"
    assert (
        opened.evaluate(
            "document.querySelectorAll('a[href^=\"javascript\" i], .text b, .text script').length"
        )
        == 0
    )


def test_nothing_leaves_the_page(open_page, counting_server):
    address, asked = counting_server
    beacons = (
        f'<img src="{address}/a"><link rel=stylesheet href="{address}/b"><iframe src="{address}/c"></iframe>'
        f'<style>@import "{address}/d";</style>url({address}/e)'
    )
    row = with_everywhere(make_rows(1)[0], beacons)
    opened = open_page(render_article(article_page(row.article, f"{beacons} {'.' * 1200}", [row])))
    opened.wait_for_timeout(200)
    assert asked == []
