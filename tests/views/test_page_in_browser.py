"""The page as people meet it: opened from the disk in a real browser, without a network."""

import os
import random
import subprocess
import sys
import unicodedata

import pytest

from kg.views.page_building import network_page
from kg.views.pages import FEW_ACTORS
from kg.views.rendering import render, render_page
from tests.views.conftest import settle
from tests.views.invented import make_rows, with_everywhere
from tests.views.test_rendering import HOSTILE

pytestmark = pytest.mark.browser

ROWS = make_rows(150)
PAGE = network_page(ROWS, title="Winter")
CONTROLS = {
    *("search", "view-graph", "view-table", "view-timeline", "toggle-facets", "show-keys", "theme"),
    *("sure", "least", "zoom-in", "zoom-out", "zoom-fit", "colour", "unnamed", "since", "until"),
}


@pytest.fixture(scope="module")
def html():
    return render(PAGE)


def stacks(opened):
    """Heading and count of each stack in the panel."""
    return opened.evaluate(
        "[...document.querySelectorAll('#panel section')].map(s => "
        "[s.dataset.heading, Number(s.querySelector('.stack-count').textContent.replace(/,/g, ''))])"
    )


def shown_statements(opened):
    """Identifiers of the cards in the panel, after pressing every "Show more"."""
    return opened.evaluate(
        "(() => { for (const more of document.querySelectorAll('#panel .more'))"
        "{ while (!more.hidden) more.click() }"
        "return [...document.querySelectorAll('#panel .card')].map(card => card.dataset.statement) })()"
    )


def on_screen(opened, expression):
    """Where a point of the drawing is on the screen."""
    return opened.evaluate(
        f"(() => {{ const spot = newskg.drawing().canvasToDOM({expression});"
        "const area = document.getElementById('network').getBoundingClientRect();"
        "return [spot.x + area.left, spot.y + area.top] })()"
    )


def test_the_panel_counts_what_python_counts_for_actors(open_page, html):
    opened = open_page(html)
    for number in random.Random(5).sample(range(len(PAGE.actors)), 20):
        actor = PAGE.actors[number]
        opened.evaluate("id => newskg.goTo({ actor: id })", actor.id)
        settle(opened)
        assert opened.inner_text("#panel h2") == actor.name
        assert stacks(opened) == [["Says", actor.says], ["Is spoken of", actor.spoken_of]]
        said = [each.id for each in PAGE.statements if number in each.speakers]
        heard = [each.id for each in PAGE.statements if number in each.about]
        assert shown_statements(opened) == said + heard


def test_the_panel_counts_what_python_counts_for_edges_in_both_directions(open_page, html):
    opened = open_page(html)
    by_ends = {(edge.source, edge.target): edge for edge in PAGE.edges}
    for edge in random.Random(6).sample(PAGE.edges, 20):
        source, target = PAGE.actors[edge.source], PAGE.actors[edge.target]
        opened.evaluate("ends => newskg.goTo({ from: ends[0], to: ends[1] })", [source.id, target.id])
        settle(opened)
        back = by_ends.get((edge.target, edge.source))
        both = [[f"{source.name} about {target.name}", len(edge.statements)]]
        both += [[f"{target.name} about {source.name}", len(back.statements)]] if back else []
        assert stacks(opened) == both


def test_a_click_on_a_node_shows_its_statements(open_page, html):
    opened = open_page(html)
    for number in range(5):
        actor = PAGE.actors[number]
        opened.mouse.click(*on_screen(opened, f"newskg.drawing().getPositions([{number}])[{number}]"))
        settle(opened)
        assert stacks(opened) == [["Says", actor.says], ["Is spoken of", actor.spoken_of]]
        opened.keyboard.press("Escape")
        settle(opened)


def test_a_click_on_an_edge_shows_its_statements(open_page):
    rows = make_rows(10)
    page = network_page(rows, title="Small")
    opened = open_page(render(page))
    for number, edge in enumerate(page.edges):
        if not opened.evaluate(f"Boolean(newskg.drawing().body.edges[{number}])"):
            continue
        opened.mouse.click(
            *on_screen(opened, f"newskg.drawing().body.edges[{number}].edgeType.getPoint(0.35)")
        )
        settle(opened)
        heading = f"{page.actors[edge.source].name} about {page.actors[edge.target].name}"
        assert [heading, len(edge.statements)] in stacks(opened)


def test_a_card_marks_the_words_in_their_context(open_page, html):
    opened = open_page(html)
    for statement in random.Random(7).sample(PAGE.statements, 12):
        opened.evaluate("id => newskg.goTo({ statement: id })", statement.id)
        settle(opened)
        quote = opened.evaluate(
            "(() => { const quote = document.querySelector('#panel blockquote');"
            "const marks = [...quote.querySelectorAll('mark')];"
            "return [quote.textContent, marks.map(mark => mark.textContent)] })()"
        )
        assert quote == ["".join(statement.passage), list(statement.passage[1::2])]


def test_a_card_says_who_reports_it(open_page, html):
    opened = open_page(html)
    said = next(
        each
        for each in PAGE.statements
        if each.polarity == "affirms" and PAGE.actors[each.speakers[0]].kind.is_named
    )
    opened.evaluate("id => newskg.goTo({ statement: id })", said.id)
    settle(opened)
    title, speaker = PAGE.articles[said.article].title, PAGE.actors[said.speakers[0]].name
    assert opened.inner_text("#panel .report") == f"{title} reports that {speaker} said:"


def test_the_first_drawing_hides_speakers_without_a_name_and_counts_them(open_page, html):
    opened = open_page(html)
    nobody = next(number for number, actor in enumerate(PAGE.actors) if actor.kind == "unknown")
    assert nobody not in opened.evaluate("newskg.drawn().nodes.getIds()")
    assert f"{PAGE.without_speaker} statements name no speaker" in opened.inner_text("#drawn")
    opened.click("#unnamed")
    settle(opened)
    assert nobody in opened.evaluate("newskg.drawn().nodes.getIds()")


def test_the_first_drawing_is_small(open_page):
    page = network_page(make_rows(3000), title="Many")
    opened = open_page(render(page))
    assert len(page.actors) > 500
    assert FEW_ACTORS < len(opened.evaluate("newskg.drawn().nodes.getIds()")) <= 150
    assert len(opened.evaluate("newskg.drawn().edges.getIds()")) <= 500


def test_an_actor_outside_the_first_drawing_is_drawn_when_it_is_selected(open_page):
    page = network_page(make_rows(3000), title="Many")
    opened = open_page(render(page))
    drawable = [edge for edge in page.edges if edge.is_drawable]
    last = max(edge.source for edge in drawable)
    assert last not in opened.evaluate("newskg.drawn().nodes.getIds()")
    opened.evaluate("id => newskg.goTo({ actor: id })", page.actors[last].id)
    settle(opened)
    drawn = set(opened.evaluate("newskg.drawn().nodes.getIds()"))
    assert {last, *(edge.target for edge in drawable if edge.source == last)} <= drawn


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


@pytest.mark.parametrize(
    ("typed", "found"), [("novak", "Novák"), ("WISNIEWSKA", "Wiśniewska"), ("northland", "Northland")]
)
def test_search_finds_actors_as_people_type_them(open_page, html, typed, found):
    opened = open_page(html)
    opened.fill("#search", typed)
    opened.keyboard.press("Enter")
    settle(opened)
    assert found in opened.inner_text("#panel h2")


@pytest.mark.parametrize("typed", ["grain ships", "TREATY of the", "winter of 2031"])
def test_search_finds_words(open_page, html, typed):
    opened = open_page(html)
    opened.fill("#search", typed)
    opened.click("#matches li:last-child")
    settle(opened)
    expected = [
        each.id for each in PAGE.statements if folded(typed) in folded(" … ".join(each.passage[1::2]))
    ]
    assert expected
    assert shown_statements(opened) == expected


def test_search_says_when_there_is_nothing(open_page, html):
    opened = open_page(html)
    opened.fill("#search", "qqqqqq")
    assert opened.inner_text("#matches") == "No actor, event or statement has this."
    opened.keyboard.press("Enter")
    assert "#" not in opened.evaluate("location.href")


def test_the_table_lists_the_same_statements_as_the_graph(open_page, html):
    opened = open_page(html)
    opened.click("#view-table")
    settle(opened)
    opened.click("#table-more")
    rows = opened.evaluate(
        "[...document.querySelectorAll('#table-body tr')].map(row => row.dataset.statement)"
    )
    assert rows == [each.id for each in PAGE.statements]
    opened.evaluate("id => newskg.goTo({ actor: id })", PAGE.actors[3].id)
    settle(opened)
    rows = opened.evaluate(
        "[...document.querySelectorAll('#table-body tr')].map(row => row.dataset.statement)"
    )
    assert sorted(rows) == sorted({e.id for e in PAGE.statements if 3 in (*e.speakers, *e.about)})


def test_the_table_sorts(open_page, html):
    opened = open_page(html, address="#view=table")
    opened.click("#table-head th:nth-child(6) button")
    opened.click("#table-head th:nth-child(6) button")
    shown = opened.evaluate(
        "[...document.querySelectorAll('td[data-name=Sure]')].map(cell => parseInt(cell.textContent))"
    )
    assert shown == sorted(shown, reverse=True)
    assert opened.get_attribute("#table-head th:nth-child(6)", "aria-sort") == "descending"


def test_the_address_keeps_what_is_shown(open_page, html):
    opened = open_page(html)
    opened.evaluate("id => newskg.goTo({ actor: id })", PAGE.actors[2].id)
    settle(opened)
    before = opened.inner_text("#panel")
    address = opened.evaluate("location.hash")
    again = open_page(html, address=address)
    assert again.inner_text("#panel") == before
    again.evaluate("newskg.goTo({})")
    again.go_back()
    settle(again)
    assert again.inner_text("#panel") == before


def test_everything_can_be_reached_and_used_by_keys(open_page, html):
    opened = open_page(html)
    reached = set()
    for _ in range(140):
        opened.keyboard.press("Tab")
        reached.add(opened.evaluate("document.activeElement.id"))
    assert reached >= CONTROLS
    opened.keyboard.press("/")
    assert opened.evaluate("document.activeElement.id") == "search"
    opened.keyboard.type(PAGE.actors[0].name)
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    opened.keyboard.press("Enter")
    settle(opened)
    assert opened.inner_text("#panel h2") == PAGE.actors[0].name
    opened.keyboard.press("Escape")
    settle(opened)
    assert opened.inner_text("#panel h2") == "Who said what about whom"
    assert opened.input_value("#search") == ""


@pytest.mark.parametrize(
    "address", ["#view=graph", "#view=table", "#view=graph&words=winter", "#view=table&words=winter"]
)
def test_it_fits_on_a_telephone(open_page, html, address):
    opened = open_page(html, address=address, width=360, height=740)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.evaluate("document.body.scrollHeight") <= 740
    outside = opened.evaluate(
        "[...document.querySelectorAll('header *, main *')]"
        ".filter(e => e.checkVisibility() && !e.closest('.hidden-label'))"
        ".filter(e => e.getBoundingClientRect().right > 361).map(e => e.outerHTML.slice(0, 80))"
    )
    assert outside == []


def test_a_narrow_screen_begins_with_the_table(open_page, html):
    opened = open_page(html, width=360, height=740)
    assert opened.is_visible("#table-body tr >> nth=0")
    assert not opened.is_visible("#network")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system_and_the_button(open_page, html, scheme):
    opened = open_page(html, color_scheme=scheme)
    brightness = (
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b)"
    )
    assert (opened.evaluate(brightness) > 384) == (scheme == "light")
    ink = opened.evaluate("newskg.palette().ink")
    opened.click("#theme")
    assert (opened.evaluate(brightness) > 384) == (scheme == "dark")
    assert opened.evaluate("newskg.palette().ink") != ink


def test_forced_colours_reach_the_drawing(open_page, html):
    opened = open_page(html, forced_colors="active", color_scheme="dark")
    assert opened.evaluate("newskg.palette().person") == opened.evaluate("newskg.palette().ink")


def test_an_empty_graph_opens_quietly(open_page):
    opened = open_page(render_page((), title="Nothing yet"))
    assert "There is no statement in this graph yet" in opened.inner_text("main")
    assert "kg build" in opened.inner_text("main")
    opened.click("#theme")
    opened.keyboard.press("/")
    opened.keyboard.press("Escape")


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_is_inert_everywhere(open_page, payload):
    opened = open_page(render_page([with_everywhere(make_rows(1)[0], payload)], title=payload))
    opened.mouse.move(*on_screen(opened, "newskg.drawing().getPositions([0])[0]"))
    opened.wait_for_timeout(250)
    opened.mouse.click(*on_screen(opened, "newskg.drawing().getPositions([0])[0]"))
    settle(opened)
    assert opened.evaluate("document.querySelectorAll('#panel .card').length") == 1
    opened.fill("#search", payload[:20])
    opened.click("#view-table")
    settle(opened)
    opened.wait_for_timeout(60)
    assert opened.evaluate("typeof window.hacked") == "undefined"
    assert opened.evaluate("document.querySelectorAll('a[href^=\"javascript\" i]').length") == 0
    assert opened.evaluate("document.querySelectorAll('#table-body script, #panel script').length") == 0


def test_nothing_leaves_the_page(open_page, counting_server):
    address, asked = counting_server
    beacons = (
        f'<img src="{address}/a"><link rel=stylesheet href="{address}/b"><iframe src="{address}/c"></iframe>'
        f'<a href="{address}/d" ping="{address}/e">href</a>'
        f'<style>@import "{address}/f";</style>url({address}/g)'
    )
    rows = [with_everywhere(make_rows(1)[0], beacons), with_everywhere(make_rows(1)[0], f"{address}/h")]
    opened = open_page(render_page(rows, title=beacons))
    for number in range(len(network_page(rows, title="").actors)):
        opened.evaluate("number => newskg.goTo({ actor: newskg.records.actors.id[number] })", number)
        settle(opened)
    opened.click("#view-table")
    opened.wait_for_timeout(300)
    assert asked == []


def test_a_page_written_in_any_locale_reads_the_same(open_page, tmp_path):
    """Nothing takes the encoding of the system: neither C nor a code page like cp1252 changes a byte."""
    title, words = "Ночь 夜", "Зеленський 金正恩 📍"
    file = tmp_path / "written.html"
    program = (
        "from pathlib import Path\n"
        "from tests.views.invented import make_rows, with_everywhere\n"
        "from kg.views.rendering import render_page\n"
        "from kg.writing import write_text\n"
        f"row = with_everywhere(make_rows(1)[0], {words!a})\n"
        f"write_text(Path({str(file)!r}), render_page([row], title={title!a}))\n"
    )
    subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-c", program],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=True,
    )
    opened = open_page(file.read_bytes().decode("utf-8"), address="#view=table")
    assert opened.title() == title
    assert words in opened.inner_text("#table-body")


def test_it_can_be_printed(open_page, html):
    opened = open_page(html, address="#words=winter")
    opened.emulate_media(media="print")
    assert opened.is_visible("#panel .card >> nth=0")
    assert not opened.is_visible("#search")
    assert not opened.is_visible("#panel .self >> nth=0")


def test_a_dark_page_is_printed_light_and_is_dark_again(open_page, html):
    opened = open_page(html, color_scheme="dark")
    ink = opened.evaluate("newskg.palette().ink")
    opened.evaluate("addEventListener('beforeprint', () => { window.printed = newskg.palette().ink })")
    assert opened.pdf().startswith(b"%PDF")
    assert opened.evaluate("window.printed") not in (ink, None)
    assert opened.evaluate("newskg.palette().ink") == ink
    assert opened.evaluate("document.documentElement.dataset.theme") is None
