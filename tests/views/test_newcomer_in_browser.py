"""Tried as by somebody new: the committed page of the sample articles, opened cold, a question in mind."""

from pathlib import Path

import pytest

from tests.views.conftest import settle, wait_until_ready

pytestmark = pytest.mark.browser

PAGE = Path(__file__).parents[2] / "graphs" / "kg.html"
FAIR_TARGETS = "North Korean troops in the conflict zone will be considered legitimate targets"


@pytest.fixture
def newcomer(chromium):
    """A browser that has never seen the page."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(PAGE.as_uri())
    wait_until_ready(page)
    yield page
    context.close()


def passages(page):
    """Who, the words marked, and the passage they stand in, of each card that is seen."""
    return page.evaluate(
        "[...document.querySelectorAll('#panel .card')].filter(card => card.checkVisibility()).map(card => ["
        "card.querySelector('.who').textContent, card.querySelector('mark').textContent,"
        "card.querySelector('blockquote').textContent])"
    )


def assert_found(page):
    found = [each for each in passages(page) if FAIR_TARGETS in each[1]]
    ((who, words, passage),) = found
    assert who.startswith("John Kirby")
    assert "North Korea" in who
    assert "spokesman John Kirby stating" in passage
    assert len(passage) > len(words)


def test_what_kirby_said_about_north_korea_is_found_by_search(newcomer):
    newcomer.fill("#search", "kirby")  # 1
    newcomer.keyboard.press("Enter")  # 2
    settle(newcomer)
    assert newcomer.inner_text("#panel h2") == "John Kirby"
    newcomer.click("#facet-about label:has-text('North Korea')")  # 3
    settle(newcomer)
    assert_found(newcomer)
    assert all("North Korea" in who for who, _, _ in passages(newcomer))


def test_it_is_found_by_one_click_on_the_line_between_the_two(newcomer):
    spot = newcomer.evaluate(
        "(() => { const network = newskg.drawing(); const { name } = newskg.records.actors;"
        "const [from, to] = ['John Kirby', 'North Korea'].map(each => name.indexOf(each));"
        "const line = newskg.drawn().edges.get().find(each => each.from === from && each.to === to);"
        "const place = network.canvasToDOM(network.body.edges[line.id].edgeType.getPoint(0.3));"
        "const area = document.getElementById('network').getBoundingClientRect();"
        "return [place.x + area.left, place.y + area.top] })()"
    )
    newcomer.mouse.click(*spot)  # 1
    settle(newcomer)
    assert newcomer.inner_text("#panel h2") == "John Kirby and North Korea"
    assert_found(newcomer)


def test_it_is_found_by_a_click_in_the_list_of_speakers(newcomer):
    newcomer.click("#panel .ranking button:has-text('John Kirby')")  # 1
    settle(newcomer)
    assert_found(newcomer)
